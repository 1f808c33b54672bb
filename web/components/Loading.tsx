import { classes } from './classes.ts';
import { useComponentText } from './text.ts';
import './Loading.css';

/** The shape of what is coming. It waits a moment before it shows, so that a quick answer brings no flicker. */
export function Loading({ rows = 3, shape = 'card' }: { rows?: number; shape?: 'card' | 'lines' }) {
  const text = useComponentText();
  return (
    <div className={classes('loading', `loading--${shape}`)} role="status">
      <span className="visually-hidden">{text.loading}</span>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className="loading__row" aria-hidden="true" />
      ))}
    </div>
  );
}
