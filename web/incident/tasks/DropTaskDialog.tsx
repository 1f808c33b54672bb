import { useState } from 'react';
import { dropTask, type TaskView } from '../../../contract/incident.ts';
import { Field } from '../../components/Field.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { DialogForm } from '../DialogForm.tsx';
import { useTasksText } from './text.ts';

export function DropTaskDialog({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const text = useTasksText();
  const tell = useSay();
  const drop = useWrite(dropTask);
  const [reason, setReason] = useState('');

  async function save() {
    if (await drop.send({ params: { taskId: task.taskId }, body: { reason } })) {
      tell(text.dropped);
      onClose();
    }
  }

  return (
    <DialogForm
      title={text.dropTitle}
      saveLabel={text.dropSave}
      onSave={() => void save()}
      onClose={onClose}
      write={drop}
    >
      <Field id="reason" label={text.dropReason} error={drop.errorAt('reason')}>
        <TextArea value={reason} limit={500} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </DialogForm>
  );
}
