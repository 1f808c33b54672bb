import { useState } from 'react';
import { answerWithdrawal } from '../../../contract/incident.ts';
import { Field } from '../../components/Field.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { DialogForm } from '../DialogForm.tsx';
import { useWithdrawalText } from './text.ts';

interface AnswerProps {
  incidentId: string;
  onClose: () => void;
}

export function CloseWithdrawnDialog({ incidentId, onClose }: AnswerProps) {
  const { lead } = useWithdrawalText();
  const tell = useSay();
  const answer = useWrite(answerWithdrawal);
  const [conclusion, setConclusion] = useState('');

  async function save() {
    if (await answer.send({ params: { incidentId }, body: { decision: 'close', conclusion } })) {
      tell(lead.closed);
      onClose();
    }
  }

  return (
    <DialogForm
      title={lead.closeTitle}
      lead={lead.closeLead}
      saveLabel={lead.closeSave}
      onSave={() => void save()}
      onClose={onClose}
      write={answer}
    >
      <Field id="conclusion" label={lead.conclusion} error={answer.errorAt('conclusion')}>
        <TextArea value={conclusion} limit={2000} onChange={({ target }) => setConclusion(target.value)} />
      </Field>
    </DialogForm>
  );
}

export function ContinueDialog({ incidentId, onClose }: AnswerProps) {
  const { lead } = useWithdrawalText();
  const tell = useSay();
  const answer = useWrite(answerWithdrawal);

  async function save() {
    if (await answer.send({ params: { incidentId }, body: { decision: 'continue' } })) {
      tell(lead.continued);
      onClose();
    }
  }

  return (
    <DialogForm
      title={lead.continueTitle}
      lead={lead.continueLead}
      saveLabel={lead.continueSave}
      onSave={() => void save()}
      onClose={onClose}
      write={answer}
    />
  );
}
