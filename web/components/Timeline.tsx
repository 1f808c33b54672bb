import type { ReactNode } from 'react';
import './Timeline.css';

export interface TimelineItem {
  id: string;
  title: ReactNode;
  note?: ReactNode;
  /** `done` is behind us and green, `now` is under way, `expected` is still to come; without a state it is just a fact. */
  state?: 'done' | 'now' | 'expected';
}

/** What happened and what comes, one after another. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="timeline plain-list">
      {items.map(({ id, title, note, state }) => (
        <li key={id} className={`timeline__item timeline__item--${state ?? 'fact'}`}>
          <div className="timeline__title">{title}</div>
          {note && <div className="timeline__note">{note}</div>}
        </li>
      ))}
    </ol>
  );
}
