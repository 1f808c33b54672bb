import { useState } from 'react';
import { separateSameEvent } from '../../../contract/incident.ts';
import { Field } from '../../components/Field.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { DialogForm } from '../DialogForm.tsx';
import { useSameEventText } from './text.ts';

export function SeparateDialog({ sameEventId, onClose }: { sameEventId: string; onClose: () => void }) {
  const text = useSameEventText();
  const tell = useSay();
  const separate = useWrite(separateSameEvent);
  const [reason, setReason] = useState('');

  async function save() {
    if (await separate.send({ params: { sameEventId }, body: { reason } })) {
      tell(text.separated);
      onClose();
    }
  }

  return (
    <DialogForm
      title={text.separateTitle}
      lead={text.separateLead}
      saveLabel={text.separateSave}
      onSave={() => void save()}
      onClose={onClose}
      write={separate}
    >
      <Field id="reason" label={text.separateReason} hint={text.separateHint} error={separate.errorAt('reason')}>
        <TextArea value={reason} limit={500} onChange={({ target }) => setReason(target.value)} />
      </Field>
    </DialogForm>
  );
}
