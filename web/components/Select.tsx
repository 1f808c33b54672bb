import type { SelectHTMLAttributes } from 'react';
import { classes } from './classes.ts';
import { useField } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { useComponentText } from './text.ts';
import './Select.css';

interface SelectOption<Value extends string> {
  value: Value;
  label: string;
  /** Under which heading it stands; those of one heading follow each other. */
  group?: string | undefined;
}

interface SelectProps<Value extends string>
  extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange'> {
  options: readonly SelectOption<Value>[];
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
        {groupsOf(options).map(([group, grouped]) =>
          group === undefined ? (
            <Options key="" of={grouped} />
          ) : (
            <optgroup key={group} label={group}>
              <Options of={grouped} />
            </optgroup>
          ),
        )}
      </select>
      <Icon name="chevron" />
    </div>
  );
}

function Options({ of: options }: { of: readonly SelectOption<string>[] }) {
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}

function groupsOf(options: readonly SelectOption<string>[]) {
  const groups = new Map<string | undefined, SelectOption<string>[]>();
  for (const option of options) groups.set(option.group, [...(groups.get(option.group) ?? []), option]);
  return [...groups];
}
