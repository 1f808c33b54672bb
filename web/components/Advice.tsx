import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import type { Tone } from './Tag.tsx';
import './Advice.css';

interface AdviceProps {
  tone?: Exclude<Tone, 'neutral'>;
  /** Said aloud when it appears while somebody fills in a form. */
  announce?: boolean;
  title?: ReactNode;
  children?: ReactNode;
}

/** What you should know at this moment, beside what you are doing. Red only where somebody may be in danger. */
export function Advice({ tone = 'teal', announce, title, children }: AdviceProps) {
  return (
    <div className={classes('advice', `advice--${tone}`)} role={announce ? 'status' : undefined}>
      {title && <strong className="advice__title">{title}</strong>}
      {children}
    </div>
  );
}
