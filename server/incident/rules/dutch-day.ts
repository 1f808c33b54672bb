import { Temporal } from 'temporal-polyfill';

const timeZone = 'Europe/Amsterdam';

/** The calendar day on which a moment falls here: "2026-03-10". */
export function dutchDay(at: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** What a clock here shows at a moment: the day, and "13:55". */
export function onDutchClock(at: Date): { date: string; time: string } {
  const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  return { date: there.toPlainDate().toString(), time: there.toPlainTime().toString({ smallestUnit: 'minute' }) };
}

/** The moment at which a clock here shows this. Throws for a day or time that is none. */
export function dutchMoment(day: string, time: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds);
}

/** Nine in the morning of a day: when somebody reads what is asked of them. */
export function dutchMorning(day: string): Date {
  const morning = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: '09:00' });
  return new Date(morning.epochMilliseconds);
}

export function dayAfter(day: string, more: { readonly days?: number; readonly months?: number }): string {
  return Temporal.PlainDate.from(day).add(more).toString();
}
