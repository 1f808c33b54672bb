import { Children, type ReactNode, useState, useSyncExternalStore } from 'react';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { useComponentText } from './text.ts';
import './FilterBar.css';

interface FilterBarProps {
  /** How many filters are on; shows the way to clear them. */
  active: number;
  onClear: () => void;
  children: ReactNode;
}

/** The questions above a list; each choice works at once. Beside each other on a desk, folded away on a phone. */
export function FilterBar({ active, onClear, children }: FilterBarProps) {
  const text = useComponentText();
  const isDesk = useIsDesk();
  const [isUnfolded, setUnfolded] = useState(false);
  const isFolding = !isDesk && Children.toArray(children).length > 1;
  // In line with the questions, so that they stay where they are when the first is answered.
  const clear = active > 0 && (
    <div className="filter-bar__clear">
      <Button kind="plain" icon="close" onClick={onClear}>
        {text.clearFilters}
      </Button>
    </div>
  );
  return (
    <search aria-label={text.filters}>
      <div className="filter-bar">
        {isFolding && (
          <button
            type="button"
            className="filter-bar__fold"
            aria-expanded={isUnfolded}
            onClick={() => setUnfolded(!isUnfolded)}
          >
            <Icon name="filter" />
            {active > 0 ? text.filtersOn(active) : text.filters}
          </button>
        )}
        {!isFolding || isUnfolded ? (
          <div className="filter-bar__fields">
            {children}
            {clear}
          </div>
        ) : (
          clear
        )}
      </div>
    </search>
  );
}

const deskWidth = '(min-width: 48rem)';

function useIsDesk(): boolean {
  return useSyncExternalStore(
    (tell) => {
      const wide = window.matchMedia(deskWidth);
      wide.addEventListener('change', tell);
      return () => wide.removeEventListener('change', tell);
    },
    () => window.matchMedia(deskWidth).matches,
    () => true,
  );
}
