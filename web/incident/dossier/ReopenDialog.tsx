import { useState } from 'react';
import { reopenIncident } from '../../../contract/incident.ts';
import { Field } from '../../components/Field.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { DialogForm } from '../DialogForm.tsx';
import { useIncidentText } from '../text.ts';

export function ReopenDialog({ incidentId, onClose }: { incidentId: string; onClose: () => void }) {
  const text = useIncidentText();
  const tell = useSay();
  const reopen = useWrite(reopenIncident);
  const [reason, setReason] = useState('');

  async function save() {
    if (await reopen.send({ params: { incidentId }, body: { reason } })) {
      tell(text.closing.reopened);
      onClose();
    }
  }

  return (
    <DialogForm
      title={text.closing.reopenTitle}
      saveLabel={text.closing.reopenSave}
      onSave={() => void save()}
      onClose={onClose}
      write={reopen}
    >
      <Field id="reason" label={text.closing.reopenReason} error={reopen.errorAt('reason')}>
        <TextArea value={reason} limit={500} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </DialogForm>
  );
}
