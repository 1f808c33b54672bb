import { useState } from 'react';
import { handOverTask, type TaskView } from '../../../contract/incident.ts';
import type { FieldError } from '../../components/ErrorSummary.tsx';
import { type Colleague, PeoplePicker } from '../../components/PeoplePicker.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { findColleagues } from '../../session/findColleagues.ts';
import { useWrite } from '../../session/useWrite.ts';
import { DialogForm } from '../DialogForm.tsx';
import { useIncidentText } from '../text.ts';
import { useTasksText } from './text.ts';

export function HandOverTaskDialog({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const text = useTasksText();
  const words = useIncidentText();
  const tell = useSay();
  const handOver = useWrite(handOverTask);
  const [chosen, setChosen] = useState<readonly Colleague[]>([]);
  const [errors, setErrors] = useState<FieldError[]>([]);

  async function save() {
    const to = chosen[0];
    setErrors(to ? [] : [{ fieldId: 'toPersonId', message: words.fillIn(text.handOverTo) }]);
    if (!to) return;
    if (await handOver.send({ params: { taskId: task.taskId }, body: { toPersonId: to.id } })) {
      tell(text.handedOver);
      onClose();
    }
  }

  return (
    <DialogForm
      title={text.handOverTitle}
      lead={text.handOverHint}
      saveLabel={text.handOverSave}
      onSave={() => void save()}
      onClose={onClose}
      write={handOver}
      errors={errors}
    >
      <PeoplePicker
        id="toPersonId"
        label={text.handOverTo}
        find={findColleagues}
        single
        error={errors[0]?.message ?? handOver.errorAt('toPersonId')}
        chosen={chosen}
        leaveOut={task.owner ? [task.owner.id] : []}
        onChange={setChosen}
      />
    </DialogForm>
  );
}
