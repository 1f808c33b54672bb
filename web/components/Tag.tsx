import type { ReactNode } from 'react';
import './Tag.css';

export type Tone = 'neutral' | 'teal' | 'amber' | 'green' | 'red';

/** The state of something in one or two words. The words say it; the colour only agrees. */
export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`tag tag--${tone}`}>{children}</span>;
}
