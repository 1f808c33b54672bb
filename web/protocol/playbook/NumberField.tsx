import { Field } from '../../components/Field.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useFieldErrors } from '../editing/fieldErrors.tsx';

interface NumberFieldProps {
  id: string;
  label: string;
  value: number;
  onChange: (value: number) => void;
}

/** A whole number; what cannot be one counts as nothing, and is complained of at the field. */
export function NumberField({ id, label, value, onChange }: NumberFieldProps) {
  const { errorAt } = useFieldErrors();
  return (
    <Field id={id} label={label} error={errorAt(id)}>
      <TextInput
        width="s"
        inputMode="numeric"
        maxLength={5}
        value={value > 0 ? String(value) : ''}
        onChange={({ target }) => onChange(Number(target.value.replaceAll(/\D/g, '')))}
      />
    </Field>
  );
}
