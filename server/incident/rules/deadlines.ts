import { Temporal } from 'temporal-polyfill';
import type { ContactTerm, Deadline } from '../../../contract/protocol.ts';

/** What the rules ask of working hours and public holidays; the organisation module answers. */
export interface WorkingCalendar {
  isWorkingTime(at: Date): boolean;
  /** `at` itself when that is working time, else the next opening. */
  nextWorkingMoment(at: Date): Date;
  /** The closing hour of the `days`th working day after the day of `from`. */
  endOfWorkingDay(from: Date, days: number): Date;
}

/** Before when a person must have spoken to the colleague. Working days end with their closing hour. */
export function contactDueAt(term: ContactTerm, reportedAt: Date, calendar: WorkingCalendar): Date {
  return term.kind === 'minutes'
    ? addMinutes(reportedAt, term.minutes)
    : calendar.endOfWorkingDay(reportedAt, term.days);
}

export interface DeadlineStart {
  readonly reportedAt: Date;
  readonly occurredAt: Date;
}

/** A late report may leave a deadline in the past already: then it is overdue from the start, and that is the truth. */
export function deadlineOf(deadline: Deadline, start: DeadlineStart, calendar: WorkingCalendar): Date {
  switch (deadline.kind) {
    case 'minutes':
      return addMinutes(start.reportedAt, deadline.minutes);
    case 'hours':
      return addMinutes(deadline.from === 'incident' ? start.occurredAt : start.reportedAt, deadline.hours * 60);
    case 'today':
      return later(endOfLocalDay(start.reportedAt), addMinutes(start.reportedAt, shortestToday));
    case 'working_days':
      return calendar.endOfWorkingDay(start.reportedAt, deadline.days);
    case 'days':
      return endOfLocalDay(start.reportedAt, deadline.days);
  }
}

/** "Today" at ten to midnight still leaves two hours. */
const shortestToday = 120;

const timeZone = 'Europe/Amsterdam';

/** The last second of the day, on the Dutch clock: a day of 23 or 25 hours ends at midnight too. */
export function endOfLocalDay(at: Date, daysLater = 0): Date {
  const day = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  const nextMidnight = day.add({ days: daysLater + 1 }).toZonedDateTime(timeZone);
  return new Date(nextMidnight.epochMilliseconds - 1000);
}

/** The calendar day on the Dutch clock, as YYYY-MM-DD. */
export function localDay(at: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

export function addMinutes(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * 60_000);
}

export function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}
