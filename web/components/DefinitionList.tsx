import type { ReactNode } from 'react';
import './DefinitionList.css';

interface DefinitionListProps {
  items: readonly { term: string; value: ReactNode; action?: ReactNode }[];
}

/** What was answered, or what is known: term beside value. With an action ("Wijzig") it is a check page. */
export function DefinitionList({ items }: DefinitionListProps) {
  return (
    <div className="definitions-place">
      <dl className="definitions">
        {items.map(({ term, value, action }) => (
          <div key={term} className="definitions__row">
            <dt>{term}</dt>
            <dd>{value}</dd>
            {action && <dd className="definitions__action">{action}</dd>}
          </div>
        ))}
      </dl>
    </div>
  );
}
