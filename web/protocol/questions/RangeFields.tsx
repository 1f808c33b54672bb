import { Field } from '../../components/Field.tsx';
import { Row } from '../../components/Stack.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useFieldErrors } from '../editing/fieldErrors.tsx';
import { useQuestionsText } from './text.ts';

interface Range {
  least: number | null;
  most: number | null;
}

interface RangeFieldsProps {
  id: string;
  range: Range;
  onChange: (range: Range) => void;
}

/** From and up to which number; what stays empty is open. */
export function RangeFields({ id, range: { least, most }, onChange }: RangeFieldsProps) {
  const { fields } = useQuestionsText();
  const { errorAt } = useFieldErrors();
  const box = (name: keyof Range, value: number | null) => (
    <Field id={`${id}-${name}`} label={fields[name]} hint={fields.openNumber} error={errorAt(`${id}-${name}`)}>
      <TextInput
        width="s"
        inputMode="numeric"
        maxLength={6}
        value={value ?? ''}
        onChange={({ target }) => onChange({ least, most, [name]: wholeNumber(target.value) })}
      />
    </Field>
  );
  return (
    <Row>
      {box('least', least)}
      {box('most', most)}
    </Row>
  );
}

function wholeNumber(typed: string): number | null {
  const digits = typed.replaceAll(/\D/g, '');
  return digits === '' ? null : Number(digits);
}
