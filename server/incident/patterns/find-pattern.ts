import { Temporal } from 'temporal-polyfill';
import type { SignalFact, SignalRules } from '../../../contract/incident.ts';

/** What a pattern is about, as it is kept. A place is a room when that is known, else the whole building. */
export type PatternFact = 'person' | 'repeat' | 'room' | 'location' | 'team' | 'hour';

/** A note, as far as the rules look at it. */
export interface Signal {
  readonly noteId: string;
  readonly occurredAt: Date;
  readonly isCorrected: boolean;
  readonly roomId: string | null;
  readonly locationId: string | null;
  readonly teamId: string | null;
  /** On the Dutch clock; null when only the day is known. */
  readonly hour: number | null;
  /** Fingerprints of what its maker would know the person by. */
  readonly marks: readonly string[];
  /** Of the proposals in which it stands already. */
  readonly standsIn: readonly PatternFact[];
}

export interface FoundPattern {
  readonly fact: PatternFact;
  /** Null for a person: of them nothing is kept. */
  readonly subject: string | null;
  readonly needed: number;
  readonly days: number;
  readonly noteIds: readonly string[];
}

/** Agreed with nobody yet: three in a fortnight or five in three months, whatever they have in common. */
export const rulesToBeginWith: SignalRules = {
  soon: { count: 3, days: 14 },
  often: { count: 5, days: 90 },
  looksAt: { person: true, repeat: true, place: true, team: true, hour: true },
};

/** What says most comes first; what the signals share besides is told along with it. */
export const factsByWeight: readonly PatternFact[] = ['repeat', 'person', 'room', 'location', 'team', 'hour'];

const switchOf: Readonly<Record<PatternFact, SignalFact>> = {
  person: 'person',
  repeat: 'repeat',
  room: 'place',
  location: 'place',
  team: 'team',
  hour: 'hour',
};

/** What this signal and others must have the same, for a pattern of this fact. Null: this signal cannot be in one. */
export function subjectOf(fact: PatternFact, signal: Signal): string | null {
  switch (fact) {
    case 'room':
      return signal.roomId;
    case 'location':
      return signal.locationId;
    case 'team':
      return signal.teamId;
    case 'hour':
      return signal.hour === null ? null : String(signal.hour);
    default:
      return null;
  }
}

export function looksAt(rules: SignalRules, fact: PatternFact): boolean {
  return rules.looksAt[switchOf[fact]];
}

export const isAboutPerson = (fact: PatternFact) => fact === 'person' || fact === 'repeat';

/**
 * The one pattern that this signal completes, or null. What stands in a proposal already does not count again; except for the same
 * person, who matters more than where it was: for them only what stands in a proposal about a person is left out.
 */
export function findPattern(
  newest: Signal,
  others: readonly Signal[],
  rules: SignalRules,
  facts: readonly PatternFact[] = factsByWeight,
): FoundPattern | null {
  for (const fact of facts) {
    if (!looksAt(rules, fact) || !isFresh(fact, newest)) continue;
    const alike = others.filter((other) => isFresh(fact, other) && areAlike(fact, newest, other));
    const met = thresholds(fact, rules)
      .map(({ count, days }) => ({ needed: count, days, signals: fullestWindow(newest, alike, days) }))
      .find(({ needed, signals }) => signals.length >= needed);
    if (met) {
      const { needed, days, signals } = met;
      return { fact, subject: subjectOf(fact, newest), needed, days, noteIds: signals.map(({ noteId }) => noteId) };
    }
  }
  return null;
}

/** Whether it came soon enough after, or before, what stands in a proposal to belong with it. */
export function belongsWith(signal: Signal, moments: readonly Date[], days: number): boolean {
  return moments.some((at) => {
    const [first, last] = at < signal.occurredAt ? [at, signal.occurredAt] : [signal.occurredAt, at];
    return first >= daysBefore(last, days);
  });
}

/** As many days earlier at the same time on the Dutch clock: in the fortnight that the clock changes, a day has 23 or 25 hours. */
export function daysBefore(at: Date, days: number): Date {
  const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO('Europe/Amsterdam');
  return new Date(there.subtract({ days }).epochMilliseconds);
}

function thresholds(fact: PatternFact, { soon, often }: SignalRules) {
  // Once corrected and yet again: that is the whole pattern, however few.
  return fact === 'repeat' ? [{ count: 2, days: often.days }] : [soon, often];
}

function areAlike(fact: PatternFact, one: Signal, other: Signal): boolean {
  if (!isAboutPerson(fact)) {
    const subject = subjectOf(fact, one);
    return subject !== null && subject === subjectOf(fact, other);
  }
  if (!one.marks.some((mark) => other.marks.includes(mark))) return false;
  return fact === 'person' || earliest(one, other).isCorrected;
}

function isFresh(fact: PatternFact, { standsIn }: Signal): boolean {
  return isAboutPerson(fact) ? !standsIn.some(isAboutPerson) : standsIn.length === 0;
}

const earliest = (one: Signal, other: Signal) => (one.occurredAt <= other.occurredAt ? one : other);

/** The most signals within so many days of each other, the newest among them; told late, it may lie in the middle. */
function fullestWindow(newest: Signal, alike: readonly Signal[], days: number): readonly Signal[] {
  const all = [newest, ...alike];
  const windows = all
    .filter(({ occurredAt }) => occurredAt >= newest.occurredAt)
    .map(({ occurredAt: end }) => {
      const start = daysBefore(end, days);
      return all.filter(({ occurredAt }) => occurredAt >= start && occurredAt <= end);
    })
    .filter((window) => window.includes(newest));
  return windows.reduce((fullest, window) => (window.length > fullest.length ? window : fullest), [newest]);
}
