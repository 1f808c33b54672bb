import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';

/** Every employer works by the Dutch clock, wherever the server stands. */
export const timeZone = 'Europe/Amsterdam';

const dutchHolidays = new Holidays('NL');
const holidaysByYear = new Map<number, ReadonlySet<string>>();

/** Public holidays only. Good Friday and 5 May are working days unless the organisation says it is closed then. */
export function isPublicHoliday(day: Temporal.PlainDate): boolean {
  let days = holidaysByYear.get(day.year);
  if (days === undefined) {
    const publicOnes = dutchHolidays.getHolidays(day.year).filter(({ type }) => type === 'public');
    days = new Set(publicOnes.map(({ date }) => date.slice(0, 10)));
    holidaysByYear.set(day.year, days);
  }
  return days.has(day.toString());
}

export function dayOf(at: Date): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
}

/** A clock time that the spring gap skips comes an hour later; one that autumn repeats is the first of the two. */
export function momentOn(day: Temporal.PlainDate, time: string, repeated: 'earlier' | 'later' = 'earlier'): Date {
  const wallClock = day.toPlainDateTime(Temporal.PlainTime.from(time));
  const first = wallClock.toZonedDateTime(timeZone, { disambiguation: 'compatible' });
  if (repeated === 'earlier') return new Date(first.epochMilliseconds);
  const last = wallClock.toZonedDateTime(timeZone, { disambiguation: 'later' });
  return new Date(last.epochMilliseconds);
}
