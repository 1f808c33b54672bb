import { findCitizenServiceNumbers } from '../../../../contract/citizen-service-number.ts';
import { type NewSeriesEvent, SERIES_LONGEST_TEXT, SERIES_MOST_AT_ONCE } from '../../../../contract/incident-series.ts';
import type { RecognisedEvent } from '../../../../contract/recognise-events.ts';
import { newId } from '../../../platform/index.ts';
import { dutchMoment } from '../../rules/dutch-day.ts';

/** What became of a mail: its words, no words, or nothing that we can read. */
export type Reading = 'read' | 'no_words' | 'unreadable';

export interface MailEvents {
  readonly reading: Reading;
  readonly events: readonly NewSeriesEvent[];
  readonly numbersLeftOut: number;
}

/** In the language of the dossier. */
const sentences = {
  no_words: 'Een mail zonder tekst.',
  unreadable: 'Een mail die we niet konden lezen.',
} as const satisfies Record<Exclude<Reading, 'read'>, string>;
const MARK = '[hier stond een burgerservicenummer]';

/** `found` null: the mail could not be read. Then one event still says that it came, and when. */
export function eventsOf(found: readonly RecognisedEvent[] | null, arrivedAt: Date): MailEvents {
  const told = (found ?? []).filter(({ text }) => text.trim() !== '').slice(0, SERIES_MOST_AT_ONCE);
  if (told.length === 0) {
    const reading = found === null ? 'unreadable' : 'no_words';
    return { reading, events: [eventAt({ at: arrivedAt, isExact: true }, sentences[reading])], numbersLeftOut: 0 };
  }
  const texts = told.map(({ text }) => withoutNumbers(text.trim()));
  return {
    reading: 'read',
    events: told.map((event, at) => eventAt(momentOf(event, arrivedAt), texts[at]?.text ?? '')),
    numbersLeftOut: texts.reduce((sum, { leftOut }) => sum + leftOut, 0),
  };
}

interface Moment {
  readonly at: Date;
  readonly isExact: boolean;
}

function eventAt({ at, isExact }: Moment, text: string): NewSeriesEvent {
  return {
    eventId: newId(),
    way: 'mail',
    occurredAt: at.toISOString(),
    occurredPrecision: isExact ? 'exact' : 'day',
    text,
  };
}

/** Before this nobody sent mail from a town hall: then the clock of the sender was wrong. */
const FIRST_MAIL = Date.UTC(1990, 0, 1);

/** When it was sent, as the mail says; when it came in, where the mail says what cannot be. Only a day stands at its noon. */
function momentOf({ day, time }: RecognisedEvent, arrivedAt: Date): Moment {
  const at = momentAt(day, time ?? '12:00');
  if (at === undefined || at.getTime() < FIRST_MAIL) return { at: arrivedAt, isExact: true };
  return { at: at > arrivedAt ? arrivedAt : at, isExact: time !== null };
}

function momentAt(day: string, time: string): Date | undefined {
  try {
    return dutchMoment(day, time);
  } catch {
    return undefined;
  }
}

/** Nobody can ask a mail to leave a number out, so that is done for it, where everybody sees it. */
function withoutNumbers(text: string): { text: string; leftOut: number } {
  const found = findCitizenServiceNumbers(text);
  const masked = found.reduceRight(
    (rest, { index, length }) => rest.slice(0, index) + MARK + rest.slice(index + length),
    text,
  );
  return { text: masked.slice(0, SERIES_LONGEST_TEXT), leftOut: found.length };
}
