import { useState } from 'react';
import { reopenIncident } from '../../../contract/incident.ts';
import { Field } from '../../components/Field.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { useClosingText } from '../closing/text.ts';
import { DialogForm } from '../DialogForm.tsx';

export function ReopenDialog({ incidentId, onClose }: { incidentId: string; onClose: () => void }) {
  const text = useClosingText();
  const tell = useSay();
  const reopen = useWrite(reopenIncident);
  const [reason, setReason] = useState('');

  async function save() {
    if (await reopen.send({ params: { incidentId }, body: { reason } })) {
      tell(text.reopened);
      onClose();
    }
  }

  return (
    <DialogForm
      title={text.reopenTitle}
      saveLabel={text.reopenSave}
      onSave={() => void save()}
      onClose={onClose}
      write={reopen}
    >
      <Field id="reason" label={text.reopenReason} error={reopen.errorAt('reason')}>
        <TextArea value={reason} limit={500} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </DialogForm>
  );
}
