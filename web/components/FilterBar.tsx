import type { FormEvent, ReactNode } from 'react';
import { Button } from './Button.tsx';
import { useComponentText } from './text.ts';
import './FilterBar.css';

interface FilterBarProps {
  /** How many filters are on; shows the way to clear them. */
  active: number;
  onClear: () => void;
  /** With it there is a button to apply; without it each choice works at once. */
  onApply?: () => void;
  children: ReactNode;
}

/** The questions above a list: beside each other on a desk, folded away on a phone. */
export function FilterBar({ active, onClear, onApply, children }: FilterBarProps) {
  const text = useComponentText();
  function apply(event: FormEvent) {
    event.preventDefault();
    onApply?.();
  }
  return (
    <search aria-label={text.filters}>
      <form className="filter-bar" onSubmit={apply}>
        <div className="filter-bar__fields">{children}</div>
        {onApply && (
          <Button kind="secondary" type="submit">
            {text.filter}
          </Button>
        )}
        {active > 0 && (
          <Button kind="plain" icon="close" onClick={onClear}>
            {text.clearFilters}
          </Button>
        )}
      </form>
    </search>
  );
}
