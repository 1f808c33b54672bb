import { useState } from 'react';
import { joinPerson } from '../../../contract/incident.ts';
import type { FieldError } from '../../components/ErrorSummary.tsx';
import { Field } from '../../components/Field.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { DialogForm } from '../DialogForm.tsx';
import { usePeopleText } from './text.ts';

/** Somebody knows this person from another dossier; the program saw nothing. */
export function JoinPersonDialog({ incidentId, onClose }: { incidentId: string; onClose: () => void }) {
  const text = usePeopleText();
  const tell = useSay();
  const join = useWrite(joinPerson);
  const [number, setNumber] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);

  async function save() {
    setErrors(number.trim() ? [] : [{ fieldId: 'number', message: text.joinMissing }]);
    if (number.trim() && (await join.send({ params: { incidentId }, body: { number } }))) {
      tell(text.decided);
      onClose();
    }
  }

  return (
    <DialogForm
      title={text.joinTitle}
      lead={text.joinLead}
      saveLabel={text.joinSave}
      onSave={() => void save()}
      onClose={onClose}
      write={join}
      errors={errors}
    >
      <Field
        id="number"
        label={text.joinNumber}
        hint={text.joinHint}
        error={errors[0]?.message ?? join.errorAt('number')}
      >
        <TextInput
          autoComplete="off"
          width="s"
          maxLength={20}
          value={number}
          onChange={({ target }) => setNumber(target.value)}
        />
      </Field>
    </DialogForm>
  );
}
