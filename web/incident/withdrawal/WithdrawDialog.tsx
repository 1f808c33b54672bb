import { useState } from 'react';
import { withdrawReport } from '../../../contract/incident.ts';
import { Field } from '../../components/Field.tsx';
import { Link } from '../../components/Link.tsx';
import { Text } from '../../components/Text.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { DialogForm } from '../DialogForm.tsx';
import { useWithdrawalText } from './text.ts';

/** What withdrawing does and does not do, before the button does it. */
export function WithdrawDialog({ incidentId, onClose }: { incidentId: string; onClose: () => void }) {
  const { mine } = useWithdrawalText();
  const tell = useSay();
  const withdraw = useWrite(withdrawReport);
  const [reason, setReason] = useState('');

  async function save() {
    if (await withdraw.send({ params: { incidentId }, body: { reason } })) {
      tell(mine.done);
      onClose();
    }
  }

  return (
    <DialogForm
      title={mine.title}
      lead={mine.lead}
      saveLabel={mine.save}
      onSave={() => void save()}
      onClose={onClose}
      write={withdraw}
    >
      <ul>
        {mine.honest.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Field id="reason" label={mine.reason} hint={mine.reasonHint} error={withdraw.errorAt('reason')}>
        <TextArea value={reason} limit={500} onChange={({ target }) => setReason(target.value)} />
      </Field>
      <Text>
        {mine.pressure} <Link href="/anoniem">{mine.talk}</Link>
      </Text>
    </DialogForm>
  );
}
