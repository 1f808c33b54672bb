import { useState } from 'react';
import { deferResponse, deferralReasons } from '../../../contract/incident.ts';
import { OneChoice } from '../../components/ChoiceCards.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import type { FieldError } from '../../components/ErrorSummary.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { DialogForm } from '../DialogForm.tsx';
import { useIncidentText } from '../text.ts';
import { useDossierText } from './text.ts';

export function DeferResponseDialog({ incidentId, onClose }: { incidentId: string; onClose: () => void }) {
  const text = useDossierText();
  const words = useIncidentText();
  const tell = useSay();
  const defer = useWrite(deferResponse);
  const [reason, setReason] = useState<(typeof deferralReasons)[number] | null>(null);
  const [reviewOn, setReviewOn] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const errorAt = (fieldId: string) =>
    errors.find((error) => error.fieldId === fieldId)?.message ?? defer.errorAt(fieldId);

  async function save() {
    const missing = [
      ...(reason ? [] : [{ fieldId: 'reason', message: words.fillIn(text.response.reason) }]),
      ...(reviewOn ? [] : [{ fieldId: 'reviewOn', message: words.fillIn(text.response.reviewOn) }]),
    ];
    setErrors(missing);
    if (!reason || missing.length > 0) return;
    if (await defer.send({ params: { incidentId }, body: { reason, reviewOn } })) {
      tell(text.response.deferred);
      onClose();
    }
  }

  return (
    <DialogForm
      title={text.response.deferTitle}
      lead={text.response.deferLead}
      saveLabel={text.response.deferSave}
      onSave={() => void save()}
      onClose={onClose}
      write={defer}
      errors={errors}
    >
      <OneChoice
        id="reason"
        legend={text.response.reason}
        error={errorAt('reason')}
        choices={deferralReasons.map((value) => ({ value, label: words.clock.reasons[value] }))}
        chosen={reason}
        onChange={setReason}
      />
      <DateInput
        id="reviewOn"
        legend={text.response.reviewOn}
        error={errorAt('reviewOn')}
        value={reviewOn}
        onChange={setReviewOn}
      />
    </DialogForm>
  );
}
