import type { ReactNode } from 'react';
import { Field } from './Field.tsx';
import { TextInput } from './TextInput.tsx';

interface TimeInputProps {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
  /** `13:55`, or '' */
  value: string;
  onChange: (value: string) => void;
}

/** A time of day. The clock of the device itself is the easiest one to set. */
export function TimeInput({ value, onChange, ...field }: TimeInputProps) {
  return (
    <Field {...field}>
      <TextInput
        type="time"
        width="m"
        className="time"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
