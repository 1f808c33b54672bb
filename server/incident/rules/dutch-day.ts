import { Temporal } from 'temporal-polyfill';

const timeZone = 'Europe/Amsterdam';

/** The calendar day on which a moment falls here: "2026-03-10". */
export function dutchDay(at: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** Nine in the morning of a day: when somebody reads what is asked of them. */
export function dutchMorning(day: string): Date {
  const morning = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: '09:00' });
  return new Date(morning.epochMilliseconds);
}

export function dayAfter(day: string, more: { readonly days?: number; readonly months?: number }): string {
  return Temporal.PlainDate.from(day).add(more).toString();
}
