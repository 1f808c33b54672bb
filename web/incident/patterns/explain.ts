import type { AnswerOf } from '../../../contract/endpoint.ts';
import type { listPatterns } from '../../../contract/incident.ts';
import type { PatternText } from './text.ts';

export type Pattern = AnswerOf<typeof listPatterns>['patterns'][number];

/** Why this is a pattern, in one sentence: "2 notities en 1 melding in 14 dagen bij Balie 3, steeds tussen 16 en 17 uur". */
export function explain(
  { fact, count, reports, days, shared, signals }: Pattern,
  { explain: text }: PatternText,
): string {
  const place = shared.placeName && text.place(shared.placeName);
  const team = shared.teamName && text.team(shared.teamName);
  const hour = shared.hour !== null && text.hour(shared.hour, shared.hour + 1);
  const person = (fact === 'person' || fact === 'repeat') && text[fact];
  const what = text.found(count - reports, reports);
  return [[what, text.within(daysTaken(signals, days)), place || team].filter(Boolean).join(' '), person, hour]
    .filter(Boolean)
    .join(', ');
}

/** How many days it really took, the first and the last included. What came later has joined it, and then it is more than the rule asks. */
function daysTaken(signals: Pattern['signals'], days: number): number {
  const moments = signals.map(({ occurredAt }) => Date.parse(occurredAt));
  const between = Math.ceil((Math.max(...moments) - Math.min(...moments)) / 86_400_000);
  return Math.min(between + 1, Math.max(days, between));
}
