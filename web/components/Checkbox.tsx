import type { ReactNode } from 'react';
import './ChoiceCards.css';

interface CheckboxProps {
  id: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
  hint?: ReactNode;
}

/** One thing that is so or not. */
export function Checkbox({ id, checked, onChange, children, hint }: CheckboxProps) {
  return (
    <label className="choice">
      <input
        id={id}
        type="checkbox"
        className="choice__box choice__box--checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        aria-labelledby={`${id}-label`}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <span className="choice__words">
        <span id={`${id}-label`} className="choice__label">
          {children}
        </span>
        {hint && (
          <span id={`${id}-hint`} className="choice__hint">
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
