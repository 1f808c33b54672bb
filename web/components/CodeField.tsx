import { useEffect, useRef } from 'react';
import { Field } from './Field.tsx';
import { TextInput } from './TextInput.tsx';

interface CodeFieldProps {
  id?: string;
  label: string;
  value: string;
  onChange: (code: string) => void;
  error?: string | undefined;
  /** Only where it is the one thing on the screen. */
  autoFocus?: boolean;
}

/** Six digits from an app, a message or a mail. A phone offers to fill them in. */
export function CodeField({ id = 'code', label, value, onChange, error, autoFocus }: CodeFieldProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (autoFocus) box.current?.querySelector('input')?.focus();
  }, [autoFocus]);
  return (
    <div ref={box}>
      <Field id={id} label={label} error={error}>
        <TextInput
          width="m"
          className="figures"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
    </div>
  );
}
