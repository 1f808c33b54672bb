import type { InputHTMLAttributes } from 'react';
import { classes } from './classes.ts';
import { useField } from './Field.tsx';

export interface TextInputProps extends InputHTMLAttributes<HTMLInputElement> {
  /** The box is as wide as what belongs in it. */
  width?: 's' | 'm' | 'l' | 'full';
}

export function TextInput({ width = 'full', type = 'text', className, ...rest }: TextInputProps) {
  const field = useField();
  return (
    <input
      {...field}
      {...rest}
      type={type}
      className={classes(
        'utrecht-textbox utrecht-textbox--html-input',
        field['aria-invalid'] && 'utrecht-textbox--invalid',
        `control--${width}`,
        className,
      )}
    />
  );
}
