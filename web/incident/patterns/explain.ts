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

/** On how many days of the calendar it was. What came later has joined it, and then it is more than the rule asks. */
function daysTaken(signals: Pattern['signals'], days: number): number {
  const dates = signals.map(({ occurredAt }) => dateNumber(occurredAt));
  const between = Math.max(...dates) - Math.min(...dates);
  return Math.min(between + 1, Math.max(days, between));
}

const dutchDate = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

/** Days since 1970 on the Dutch calendar: yesterday evening and this morning are two days. */
function dateNumber(moment: string): number {
  return Date.parse(dutchDate.format(new Date(moment))) / 86_400_000;
}
