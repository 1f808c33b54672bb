import { useState } from 'react';
import { correctIncident, correctionReasons } from '../../../contract/incident.ts';
import { OneChoice } from '../../components/ChoiceCards.tsx';
import type { FieldError } from '../../components/ErrorSummary.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { DialogForm } from '../DialogForm.tsx';
import { useIncidentText } from '../text.ts';
import { useDossierText } from './text.ts';

/** It was no aggression. What this does cannot be undone, and the dialog says so before the button does it. */
export function CorrectDialog({ incidentId, onClose }: { incidentId: string; onClose: () => void }) {
  const text = useDossierText();
  const words = useIncidentText();
  const tell = useSay();
  const correct = useWrite(correctIncident);
  const [reason, setReason] = useState<(typeof correctionReasons)[number] | null>(null);
  const [errors, setErrors] = useState<FieldError[]>([]);

  async function save() {
    setErrors(reason ? [] : [{ fieldId: 'reason', message: words.fillIn(text.correction.reason) }]);
    if (reason && (await correct.send({ params: { incidentId }, body: { reason } }))) {
      tell(text.correction.done);
      onClose();
    }
  }

  return (
    <DialogForm
      title={text.correction.title}
      lead={text.correction.lead}
      saveLabel={text.correction.save}
      onSave={() => void save()}
      onClose={onClose}
      write={correct}
      errors={errors}
    >
      <OneChoice
        id="reason"
        legend={text.correction.reason}
        error={errors[0]?.message}
        choices={correctionReasons.map((value) => ({ value, label: text.correction.reasons[value] }))}
        chosen={reason}
        onChange={setReason}
      />
    </DialogForm>
  );
}
