import { useState } from 'react';
import { responseWays, sendResponse } from '../../../contract/incident.ts';
import { OneChoice } from '../../components/ChoiceCards.tsx';
import type { FieldError } from '../../components/ErrorSummary.tsx';
import { Field } from '../../components/Field.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { serverNow } from '../../session/now.ts';
import { useWrite } from '../../session/useWrite.ts';
import { DialogForm } from '../DialogForm.tsx';
import { useIncidentText } from '../text.ts';
import { useDossierText } from './text.ts';

export function SendResponseDialog({ incidentId, onClose }: { incidentId: string; onClose: () => void }) {
  const text = useDossierText();
  const words = useIncidentText();
  const tell = useSay();
  const respond = useWrite(sendResponse);
  const [way, setWay] = useState<(typeof responseWays)[number] | null>(null);
  const [summary, setSummary] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const errorAt = (fieldId: string) =>
    errors.find((error) => error.fieldId === fieldId)?.message ?? respond.errorAt(fieldId);

  async function save() {
    const missing = [
      ...(way ? [] : [{ fieldId: 'way', message: words.fillIn(text.response.way) }]),
      ...(summary.trim() ? [] : [{ fieldId: 'summary', message: words.fillIn(text.response.summary) }]),
    ];
    setErrors(missing);
    if (!way || missing.length > 0) return;
    if (await respond.send({ params: { incidentId }, body: { way, sentAt: serverNow().toISOString(), summary } })) {
      tell(text.response.done);
      onClose();
    }
  }

  return (
    <DialogForm
      title={text.response.title}
      lead={text.response.lead}
      saveLabel={text.response.save}
      onSave={() => void save()}
      onClose={onClose}
      write={respond}
      errors={errors}
    >
      <OneChoice
        id="way"
        legend={text.response.way}
        beside
        error={errorAt('way')}
        choices={responseWays.map((value) => ({ value, label: text.response.ways[value] }))}
        chosen={way}
        onChange={setWay}
      />
      <Field id="summary" label={text.response.summary} error={errorAt('summary')}>
        <TextArea value={summary} limit={500} onChange={(event) => setSummary(event.target.value)} />
      </Field>
    </DialogForm>
  );
}
