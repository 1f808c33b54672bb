import type { Temporal } from 'temporal-polyfill';
import type { WorkingDay } from '../../contract/organisation.ts';
import { dayOf, isPublicHoliday, momentOn } from './dutch-calendar.ts';

/** Used until an organisation sets its own week: a Dutch office. */
export const officeWeek: readonly WorkingDay[] = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  opens: '08:30',
  closes: '17:00',
}));

export interface WorkingSpan {
  readonly from: Date;
  readonly to: Date;
}

/** When somebody, or a whole organisation, is at work. Deadlines in clock hours need none of this: those simply pass. */
export interface WorkingCalendar {
  isWorkingTime(at: Date): boolean;
  /** The span of work around `at`, if there is one. */
  spanAround(at: Date): WorkingSpan | undefined;
  /** `at` itself when that is working time, else the next opening. */
  nextWorkingMoment(at: Date): Date;
  /** The `days`th working day after the day of `from`, as a calendar date. */
  addWorkingDays(from: Date, days: number): Temporal.PlainDate;
  /** The closing hour of the `days`th working day after the day of `from`. */
  endOfWorkingDay(from: Date, days: number): Date;
  /** The next working day at a time of the clock: "tomorrow at nine". */
  nextWorkingDay(from: Date, time: string): Date;
  isHoliday(at: Date): boolean;
}

/** Beyond this many days without an opening there is no working week at all. */
const furthestDays = 370;

export function workingCalendar(
  week: readonly WorkingDay[],
  closedOn: ReadonlySet<string> = new Set(),
): WorkingCalendar {
  const openDays = week.length > 0 ? week : officeWeek;

  function isClosed(day: Temporal.PlainDate): boolean {
    return isPublicHoliday(day) || closedOn.has(day.toString());
  }

  function spansOf(day: Temporal.PlainDate): WorkingSpan[] {
    if (isClosed(day)) return [];
    return openDays
      .filter(({ weekday }) => weekday === day.dayOfWeek)
      .map(({ opens, closes }) => ({ from: momentOn(day, opens), to: momentOn(day, closes, 'later') }))
      .sort((one, other) => one.from.getTime() - other.from.getTime());
  }

  function spanAround(at: Date): WorkingSpan | undefined {
    return spansOf(dayOf(at)).find(({ from, to }) => from <= at && at < to);
  }

  function nextWorkingMoment(at: Date): Date {
    if (spanAround(at)) return at;
    for (let ahead = 0; ahead < furthestDays; ahead++) {
      const opening = spansOf(dayOf(at).add({ days: ahead })).find(({ from }) => from > at);
      if (opening) return opening.from;
    }
    return at;
  }

  function addWorkingDays(from: Date, days: number): Temporal.PlainDate {
    let day = dayOf(from);
    let left = days;
    for (let ahead = 0; left > 0 && ahead < furthestDays + days * 7; ahead++) {
      day = day.add({ days: 1 });
      if (spansOf(day).length > 0) left--;
    }
    return day;
  }

  return {
    isWorkingTime: (at) => spanAround(at) !== undefined,
    spanAround,
    nextWorkingMoment,
    addWorkingDays,
    endOfWorkingDay(from, days) {
      const day = addWorkingDays(from, days);
      return spansOf(day).at(-1)?.to ?? momentOn(day, '23:59:59');
    },
    nextWorkingDay: (from, time) => momentOn(addWorkingDays(from, 1), time),
    isHoliday: (at) => isClosed(dayOf(at)),
  };
}

export type WeekRefusal = 'working-hours-overlap' | 'working-day-ends-before-it-begins';

/** What is wrong with a week, if anything. */
export function weekProblem(week: readonly WorkingDay[]): WeekRefusal | undefined {
  if (week.some(({ opens, closes }) => closes <= opens)) return 'working-day-ends-before-it-begins';
  const inOrder = week.toSorted((one, other) => one.weekday - other.weekday || one.opens.localeCompare(other.opens));
  const overlaps = inOrder.some((day, at) => {
    const next = inOrder[at + 1];
    return next !== undefined && next.weekday === day.weekday && next.opens < day.closes;
  });
  return overlaps ? 'working-hours-overlap' : undefined;
}
