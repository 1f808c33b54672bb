import { useState } from 'react';
import { addTask } from '../../../contract/incident.ts';
import { DateInput } from '../../components/DateInput.tsx';
import type { FieldError } from '../../components/ErrorSummary.tsx';
import { Field } from '../../components/Field.tsx';
import { type Colleague, PeoplePicker } from '../../components/PeoplePicker.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { findColleagues } from '../../session/findColleagues.ts';
import { useMe } from '../../session/me.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { dutchMoment, isRealDate } from '../../text/dutchClock.ts';
import { DialogForm } from '../DialogForm.tsx';
import { useTasksText } from '../tasks/text.ts';
import { useIncidentText } from '../text.ts';

/** A task beside those of the playbook; at first mine, and due at the end of a working day. */
export function AddTaskDialog({ incidentId, onClose }: { incidentId: string; onClose: () => void }) {
  const text = useTasksText();
  const words = useIncidentText();
  const tell = useSay();
  const me = useMe();
  const add = useWrite(addTask);
  const [taskId] = useState(() => crypto.randomUUID());
  const [title, setTitle] = useState('');
  const [owner, setOwner] = useState<readonly Colleague[]>([{ id: me.person.id, name: me.person.name }]);
  const [dueOn, setDueOn] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const errorAt = (fieldId: string) =>
    errors.find((error) => error.fieldId === fieldId)?.message ?? add.errorAt(fieldId);

  async function save() {
    const who = owner[0];
    const missing = [
      ...(title.trim() ? [] : [{ fieldId: 'title', message: words.fillIn(text.addWhat) }]),
      ...(who ? [] : [{ fieldId: 'ownerPersonId', message: words.fillIn(text.addWho) }]),
      ...(isRealDate(dueOn) ? [] : [{ fieldId: 'dueAt', message: words.fillIn(text.addWhen) }]),
    ];
    setErrors(missing);
    if (!who || missing.length > 0) return;
    const body = { taskId, title, ownerPersonId: who.id, dueAt: dutchMoment(dueOn, '17:00').toISOString() };
    if (await add.send({ params: { incidentId }, body })) {
      tell(text.added);
      onClose();
    }
  }

  return (
    <DialogForm
      title={text.addTitle}
      saveLabel={text.addSave}
      onSave={() => void save()}
      onClose={onClose}
      write={add}
      errors={errors}
    >
      <Field id="title" label={text.addWhat} error={errorAt('title')}>
        <TextInput value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} />
      </Field>
      <PeoplePicker
        id="ownerPersonId"
        label={text.addWho}
        find={findColleagues}
        single
        error={errorAt('ownerPersonId')}
        chosen={owner}
        onChange={setOwner}
      />
      <DateInput id="dueAt" legend={text.addWhen} error={errorAt('dueAt')} value={dueOn} onChange={setDueOn} />
    </DialogForm>
  );
}
