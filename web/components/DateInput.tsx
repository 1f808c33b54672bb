import { type ReactNode, useState } from 'react';
import { FieldGroup } from './Field.tsx';
import { TextInput } from './TextInput.tsx';
import { useComponentText } from './text.ts';
import './DateInput.css';

interface DateInputProps {
  id: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
  /** `2026-11-17`, or '' while it is not a whole date yet. */
  value: string;
  /** `2026-11-31` is passed on as typed: the form says in words that this day does not exist. */
  onChange: (value: string) => void;
}

type Part = 'day' | 'month' | 'year';

/** A date as people say it: day, month, year. Three boxes, because a memorable date is typed faster than it is clicked. */
export function DateInput({ id, legend, hint, error, optional, value, onChange }: DateInputProps) {
  const text = useComponentText();
  const [parts, setParts] = useState(() => partsOf(value));
  const [seen, setSeen] = useState(value);
  const [told, setTold] = useState<readonly string[]>([]);
  // Another day from outside takes the place of what was typed. What was told from here may come back late, when more is typed.
  if (value !== seen) {
    setSeen(value);
    if (value === joined(parts)) setTold([]);
    else if (!told.includes(value)) setParts(partsOf(value));
  }

  function change(part: Part, digits: string) {
    const next = { ...parts, [part]: digits.replace(/\D/g, '') };
    setParts(next);
    const day = joined(next);
    if (day) setTold([...told, day]);
    onChange(day);
  }

  const box = (part: Part, label: string, length: number) => (
    <div className={`date__part date__part--${part}`}>
      <label className="date__label" htmlFor={`${id}-${part}`}>
        {label}
      </label>
      <TextInput
        id={`${id}-${part}`}
        inputMode="numeric"
        autoComplete="off"
        maxLength={length}
        value={parts[part]}
        aria-invalid={error ? true : undefined}
        onChange={(event) => change(part, event.target.value)}
      />
    </div>
  );

  return (
    <FieldGroup id={id} legend={legend} hint={hint} error={error} optional={optional ?? false}>
      <div className="date">
        {box('day', text.day, 2)}
        {box('month', text.month, 2)}
        {box('year', text.year, 4)}
      </div>
    </FieldGroup>
  );
}

function partsOf(value: string): Record<Part, string> {
  const [year = '', month = '', day = ''] = value.split('-');
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
}

function joined({ day, month, year }: Record<Part, string>): string {
  if (!day || !month || year.length !== 4) return '';
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
