import type { Temporal } from 'temporal-polyfill';
import { dayOf, momentOn } from '../../server/organisation/dutch-calendar.ts';
import { workingCalendar } from '../../server/organisation/index.ts';
import type { Note, Story } from './story.ts';

/** A Dutch office: what happens at a counter happens on its days. */
export const officeCalendar = workingCalendar([]);

const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;

export function minutesAfter(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * MINUTE_MS);
}

/** When it happened, seen from the start. What needs an open office moves to the nearest working day before. */
export function occurredAt({ daysAgo, at, place }: Pick<Story, 'daysAgo' | 'at' | 'place'>, start: Date): Date {
  const today = /^-(\d\d):(\d\d)$/.exec(at);
  if (today) return minutesAfter(start, -(Number(today[1]) * 60 + Number(today[2])));
  const day = dayOf(start).subtract({ days: daysAgo });
  return momentOn(needsOpenOffice(place.kind, at) ? workingDayUpTo(day) : day, at);
}

export function notedAt({ daysAgo, at }: Note, start: Date): Date {
  return momentOn(workingDayUpTo(dayOf(start).subtract({ days: daysAgo })), at);
}

function needsOpenOffice(kind: Story['place']['kind'], at: string): boolean {
  return ['location', 'phone', 'home_visit', 'letter'].includes(kind) && at >= '08:00' && at < '17:30';
}

export function workingDayUpTo(day: Temporal.PlainDate): Temporal.PlainDate {
  let candidate = day;
  while (candidate.dayOfWeek > 5 || officeCalendar.isHoliday(momentOn(candidate, '12:00'))) {
    candidate = candidate.subtract({ days: 1 });
  }
  return candidate;
}

/** In the afternoon of a working day, so many days after a moment or just before. */
export function afternoonAfter(moment: Date, days: number, minutes: number): Date {
  return minutesAfter(momentOn(workingDayUpTo(dayOf(moment).add({ days })), '14:00'), minutes);
}

/** The last moment of work before a deadline: what is due at midnight or on a Sunday is done before people go home. */
export function lastWorkBefore(due: Date): Date {
  for (let day = dayOf(due); ; day = day.subtract({ days: 1 })) {
    const span = officeCalendar.spanAround(momentOn(day, '12:00'));
    if (span && span.from < due) return span.to < due ? span.to : due;
  }
}

/**
 * A moment at which people do their work: this one when it is working time; else some time into the next working hours, when
 * that is early enough; else, for what cannot wait, the evening itself or the same morning. Never earlier than asked.
 */
export function atWork(moment: Date, latest: Date, spread: number): Date {
  if (officeCalendar.isWorkingTime(moment)) return moment;
  const opening = minutesAfter(officeCalendar.nextWorkingMoment(moment), 5 + 70 * spread);
  if (opening < latest) return opening;
  const morning = minutesAfter(momentOn(dayOf(moment), '09:00'), 90 * spread);
  return moment < morning ? morning : moment;
}

export function dateOf(moment: Date): string {
  return dayOf(moment).toString();
}
