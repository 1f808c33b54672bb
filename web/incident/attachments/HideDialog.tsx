import { useState } from 'react';
import { type Attachment, hideAttachment } from '../../../contract/incident.ts';
import { Field } from '../../components/Field.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { DialogForm } from '../DialogForm.tsx';
import { useFilesText } from './text.ts';

/** Out of sight, with the reason; nothing is ever thrown away. */
export function HideDialog({ attachment, onClose }: { attachment: Attachment; onClose: () => void }) {
  const text = useFilesText();
  const tell = useSay();
  const hiding = useWrite(hideAttachment);
  const [reason, setReason] = useState('');

  async function save() {
    if (await hiding.send({ params: { attachmentId: attachment.attachmentId }, body: { reason } })) {
      tell(text.hidDone);
      onClose();
    }
  }

  return (
    <DialogForm
      title={text.hideTitle(attachment.fileName)}
      lead={text.hideHint}
      saveLabel={text.hideSave}
      onSave={() => void save()}
      onClose={onClose}
      write={hiding}
    >
      <Field id="reason" label={text.hideReason} error={hiding.errorAt('reason')}>
        <TextArea value={reason} rows={3} limit={500} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </DialogForm>
  );
}
