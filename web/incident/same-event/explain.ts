import type { AnswerOf } from '../../../contract/endpoint.ts';
import type { readSameEvents } from '../../../contract/incident.ts';
import type { SameEventText } from './text.ts';

export type SameEvent = AnswerOf<typeof readSameEvents>['events'][number];

/** "Zelfde plek, 12 minuten verschil, zelfde ernst": why two are put beside each other. */
export function explain(
  text: SameEventText,
  { why, minutesApart }: Pick<SameEvent, 'why' | 'minutesApart'>,
  durationOf: (milliseconds: number) => string,
): string {
  const reasons = why.map((reason) => text.why[reason]);
  const [first = '', ...rest] = [...reasons.slice(0, 1), inTime(text, minutesApart, durationOf), ...reasons.slice(1)];
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(', ');
}

const hoursThatSaySomething = 3;

function inTime(text: SameEventText, minutes: number, durationOf: (milliseconds: number) => string): string {
  if (minutes === 0) return text.sameMoment;
  if (minutes > hoursThatSaySomething * 60) return text.sameDay;
  return text.apart(durationOf(minutes * 60_000));
}
