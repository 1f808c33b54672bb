import type { ReactNode } from 'react';
import './Quote.css';

/** Somebody's own words, as they were told. */
export function Quote({ children, by }: { children: ReactNode; by?: ReactNode }) {
  return (
    <figure className="quote">
      <blockquote>{children}</blockquote>
      {by && <figcaption className="soft small">{by}</figcaption>}
    </figure>
  );
}
