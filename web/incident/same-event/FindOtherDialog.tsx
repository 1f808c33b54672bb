import { useState } from 'react';
import { proposeSameEvent } from '../../../contract/incident.ts';
import type { FieldError } from '../../components/ErrorSummary.tsx';
import { Field } from '../../components/Field.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useGoTo } from '../../session/address.ts';
import { useWrite } from '../../session/useWrite.ts';
import { DialogForm } from '../DialogForm.tsx';
import { useSameEventText } from './text.ts';

/** What no rule found: somebody knows that this was reported twice. */
export function FindOtherDialog({ incidentId, onClose }: { incidentId: string; onClose: () => void }) {
  const text = useSameEventText();
  const goTo = useGoTo();
  const propose = useWrite(proposeSameEvent);
  const [number, setNumber] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);

  async function save() {
    const isFilled = number.trim() !== '';
    setErrors(isFilled ? [] : [{ fieldId: 'number', message: text.fillNumber }]);
    const found = isFilled && (await propose.send({ params: { incidentId }, body: { number: number.trim() } }));
    if (found) goTo(`/meldingen/${incidentId}/naast/${found.sameEventId}`);
  }

  return (
    <DialogForm
      title={text.findTitle}
      lead={text.findLead}
      saveLabel={text.findSave}
      onSave={() => void save()}
      onClose={onClose}
      write={propose}
      errors={errors}
    >
      <Field id="number" label={text.findNumber} hint={text.findHint} error={errors[0]?.message}>
        <TextInput
          autoComplete="off"
          width="s"
          maxLength={20}
          value={number}
          onChange={({ target }) => setNumber(target.value)}
        />
      </Field>
    </DialogForm>
  );
}
