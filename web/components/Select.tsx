import type { SelectHTMLAttributes } from 'react';
import { classes } from './classes.ts';
import { useField } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { useComponentText } from './text.ts';
import './Select.css';

interface SelectProps<Value extends string>
  extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange'> {
  options: readonly { value: Value; label: string }[];
  /** An empty value shows "Maak een keuze" until something is chosen. */
  value: Value | '';
  onChange: (value: Value | '') => void;
  /** What the empty choice is called, for instance "Alle teams". */
  emptyLabel?: string;
  width?: 'm' | 'l' | 'full';
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { options, value, onChange, emptyLabel, width = 'l', className, ...rest } = props;
  const field = useField();
  const text = useComponentText();
  const known = new Map(options.map((option) => [option.value as string, option.value]));
  return (
    <div className={classes('select', `control--${width}`)}>
      <select
        {...field}
        {...rest}
        value={value}
        onChange={(event) => onChange(known.get(event.target.value) ?? '')}
        className={classes(
          'utrecht-select utrecht-select--html-select',
          field['aria-invalid'] && 'utrecht-select--invalid',
          className,
        )}
      >
        <option value="">{emptyLabel ?? text.choose}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevron" />
    </div>
  );
}
