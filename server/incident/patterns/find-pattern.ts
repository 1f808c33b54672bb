import { Temporal } from 'temporal-polyfill';
import type { SignalFact, SignalRules } from '../../../contract/incident.ts';

/** What a pattern is about, as it is kept. A place is a room when that is known, else the whole building. */
export type PatternFact = 'person' | 'repeat' | 'room' | 'location' | 'team' | 'hour';

/** A note, or a report that counts along, as far as the rules look at it. */
export interface Signal {
  readonly id: string;
  /** A report: it is in somebody's hands already, and never makes a pattern without notes. */
  readonly isReport: boolean;
  readonly occurredAt: Date;
  readonly isCorrected: boolean;
  readonly roomId: string | null;
  readonly locationId: string | null;
  readonly teamId: string | null;
  /** On the Dutch clock; null when only the day is known. */
  readonly hour: number | null;
  /** Fingerprints of what its maker, or the report, knows the person by. */
  readonly marks: readonly string[];
  /** Of the proposals in which it stands already. */
  readonly standsIn: readonly PatternFact[];
}

export interface FoundPattern {
  readonly fact: PatternFact;
  /** Null for a person: of them nothing is kept. */
  readonly subject: string | null;
  readonly needed: number;
  /** So many of them are notes at least. */
  readonly neededNotes: number;
  readonly days: number;
  readonly noteIds: readonly string[];
  readonly incidentIds: readonly string[];
}

/** Agreed with nobody yet: three in a fortnight or five in three months, whatever they have in common. */
export const rulesToBeginWith: SignalRules = {
  soon: { count: 3, days: 14 },
  often: { count: 5, days: 90 },
  looksAt: { person: true, repeat: true, place: true, team: true, hour: true },
  withReports: true,
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
 * Whether a report of it may say who it was. Emotion and criticism are no aggression: only where they persist, with one person, may
 * that person be put on record. Of people who were all angry at one counter nobody is named.
 */
export function mayNameIn({ fact, isEmotion }: { readonly fact: PatternFact; readonly isEmotion: boolean }): boolean {
  return !isEmotion || isAboutPerson(fact);
}

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
  if (newest.isReport && !rules.withReports) return null;
  const counted = rules.withReports ? others : others.filter(({ isReport }) => !isReport);
  for (const fact of facts) {
    if (!looksAt(rules, fact) || !isFresh(fact, newest)) continue;
    const alike = counted.filter((other) => isFresh(fact, other) && areAlike(fact, newest, other));
    const met = thresholds(fact, rules)
      .map((threshold) => ({ ...threshold, signals: fullestWindow(newest, alike, threshold) }))
      .find(({ signals }) => signals.length > 0);
    if (met) return { fact, subject: subjectOf(fact, newest), ...met, ...idsOf(met.signals) };
  }
  return null;
}

export function idsOf(signals: readonly Signal[]): Pick<FoundPattern, 'noteIds' | 'incidentIds'> {
  const ids = (areReports: boolean) => signals.filter(({ isReport }) => isReport === areReports).map(({ id }) => id);
  return { noteIds: ids(false), incidentIds: ids(true) };
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

interface Threshold {
  readonly needed: number;
  readonly neededNotes: number;
  readonly days: number;
}

/**
 * Of the same person one note is enough beside reports. Of a place, a team or an hour at least half are notes: where many come,
 * reports alone would make every note a pattern.
 */
function thresholds(fact: PatternFact, { soon, often }: SignalRules): Threshold[] {
  // Once corrected and yet again: that is the whole pattern, however few.
  const rules = fact === 'repeat' ? [{ count: 2, days: often.days }] : [soon, often];
  return rules.map(({ count, days }) => ({
    needed: count,
    neededNotes: isAboutPerson(fact) ? 1 : Math.ceil(count / 2),
    days,
  }));
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

/** The most signals that meet it, the newest among them; told late, it may lie in the middle. Empty when none do. */
function fullestWindow(newest: Signal, alike: readonly Signal[], threshold: Threshold): readonly Signal[] {
  const all = [newest, ...alike];
  const windows = all
    .filter(({ occurredAt }) => occurredAt >= newest.occurredAt)
    .map(({ occurredAt: end }) => {
      const start = daysBefore(end, threshold.days);
      return all.filter(({ occurredAt }) => occurredAt >= start && occurredAt <= end);
    })
    .filter((window) => window.includes(newest) && meets(window, threshold));
  return windows.reduce((fullest, window) => (window.length > fullest.length ? window : fullest), []);
}

function meets(signals: readonly Signal[], { needed, neededNotes }: Threshold): boolean {
  return signals.length >= needed && signals.filter(({ isReport }) => !isReport).length >= neededNotes;
}
