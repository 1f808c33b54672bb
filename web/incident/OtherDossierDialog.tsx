import { useState } from 'react';
import type { FieldError } from '../components/ErrorSummary.tsx';
import { Field } from '../components/Field.tsx';
import { TextInput } from '../components/TextInput.tsx';
import type { Write } from '../session/useWrite.ts';
import { DialogForm } from './DialogForm.tsx';
import { useIncidentText } from './text.ts';

interface OtherDossierDialogProps {
  title: string;
  lead: string;
  saveLabel: string;
  write: Pick<Write<never, unknown>, 'problem' | 'fieldErrors' | 'isBusy' | 'errorAt'>;
  onNumber: (number: string) => Promise<void>;
  onClose: () => void;
}

/** Somebody knows, by its number, another dossier that goes with this one; no rule found it. */
export function OtherDossierDialog({ onNumber, ...dialog }: OtherDossierDialogProps) {
  const text = useIncidentText().otherDossier;
  const [number, setNumber] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);

  async function save() {
    const typed = number.trim();
    setErrors(typed ? [] : [{ fieldId: 'number', message: text.missing }]);
    if (typed) await onNumber(typed);
  }

  return (
    <DialogForm {...dialog} onSave={() => void save()} errors={errors}>
      <Field
        id="number"
        label={text.number}
        hint={text.hint}
        error={errors[0]?.message ?? dialog.write.errorAt('number')}
      >
        <TextInput
          autoComplete="off"
          width="m"
          maxLength={20}
          value={number}
          onChange={({ target }) => setNumber(target.value)}
        />
      </Field>
    </DialogForm>
  );
}
