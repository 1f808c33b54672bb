import type { ReactNode } from 'react';
import { useMoments } from '../text/moments.ts';
import { classes } from './classes.ts';
import { useComponentText } from './text.ts';
import './Clock.css';

interface ClockProps {
  /** What must have happened by then: "Reactie aan de veroorzaker". */
  title: ReactNode;
  startedAt: string;
  dueAt: string;
  now: Date;
  /** "vóór donderdag 13.55 uur"; or why it stands still. */
  note: ReactNode;
  state?: 'running' | 'deferred' | 'done';
  /** Stands in for the figure when the clock is done: "Op tijd". */
  doneLabel?: ReactNode;
  action?: ReactNode;
}

/** The time that is left, large. It counts on the screen only: a screen reader hears it when it comes by, never by itself. */
export function Clock({ title, startedAt, dueAt, now, note, state = 'running', doneLabel, action }: ClockProps) {
  const left = Date.parse(dueAt) - now.getTime();
  const isLate = state === 'running' && left < 0;
  return (
    <section
      className={classes('clock', `clock--${state}`, isLate && 'clock--late')}
      aria-label={typeof title === 'string' ? title : undefined}
    >
      <Figure left={left} state={state} doneLabel={doneLabel} />
      <div className="clock__words">
        <div className="clock__line">
          <strong>{title}</strong>
          <span className="soft">{note}</span>
        </div>
        {state !== 'done' && <Track share={share(startedAt, dueAt, now)} />}
      </div>
      {action && <div className="clock__action">{action}</div>}
    </section>
  );
}

function Figure({ left, state, doneLabel }: { left: number; state: string; doneLabel?: ReactNode }) {
  const text = useComponentText();
  const moments = useMoments();
  if (state === 'done') return <strong className="clock__figure">{doneLabel}</strong>;
  const spoken = moments.spokenDuration(left);
  return (
    <strong className="clock__figure figures">
      <span aria-hidden="true">
        {moments.duration(left)}
        {left < 0 && <span className="clock__late"> {text.overdue}</span>}
      </span>
      <span className="visually-hidden">{left < 0 ? text.timeOver(spoken) : text.timeLeft(spoken)}</span>
    </strong>
  );
}

function Track({ share }: { share: number }) {
  return (
    <svg className="clock__track" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true">
      <rect className="clock__ground" width="100" height="2" />
      <rect className="clock__passed" width={100 * share} height="2" />
    </svg>
  );
}

function share(startedAt: string, dueAt: string, now: Date): number {
  const start = Date.parse(startedAt);
  const whole = Date.parse(dueAt) - start;
  return whole <= 0 ? 1 : Math.min(1, Math.max(0, (now.getTime() - start) / whole));
}
