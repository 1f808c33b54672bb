import { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from '../deadlines.ts';

const timeZone = 'Europe/Amsterdam';
const opens = '08:30';
const closes = '17:00';

/** Monday to Friday from 8:30 to 17:00, except on the days given: enough of a calendar to test rules with. */
export function workingWeek(holidays: readonly string[] = []): WorkingCalendar {
  const isWorkingDay = (day: Temporal.PlainDate) => day.dayOfWeek <= 5 && !holidays.includes(day.toString());
  const nextWorkingDay = (day: Temporal.PlainDate): Temporal.PlainDate => {
    const next = day.add({ days: 1 });
    return isWorkingDay(next) ? next : nextWorkingDay(next);
  };
  return {
    isWorkingTime(at) {
      return isWorkingDay(dayOf(at)) && at >= moment(dayOf(at), opens) && at < moment(dayOf(at), closes);
    },
    nextWorkingMoment(at) {
      if (this.isWorkingTime(at)) return at;
      const day = dayOf(at);
      return isWorkingDay(day) && at < moment(day, opens) ? moment(day, opens) : moment(nextWorkingDay(day), opens);
    },
    endOfWorkingDay(from, days) {
      let day = dayOf(from);
      for (let passed = 0; passed < days; passed++) day = nextWorkingDay(day);
      return moment(day, closes);
    },
  };
}

function dayOf(at: Date): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
}

function moment(day: Temporal.PlainDate, time: string): Date {
  return new Date(day.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds);
}
