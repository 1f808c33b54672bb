import { APPROACH_MOST_MONTHS } from '../../../contract/incident.ts';
import { dayAfter, dutchDay, dutchMorning } from './dutch-day.ts';

/** So long before its last day somebody is asked to look at it again. */
const REVIEW_DAYS = 14;

export type WrongDay = 'in-the-past' | 'too-far-ahead';

/** An agreement lasts until a day to come, and a year at most: then somebody decides anew. */
export function wrongDay(untilOn: string, now: Date): WrongDay | undefined {
  const today = dutchDay(now);
  if (untilOn < today) return 'in-the-past';
  return untilOn > dayAfter(today, { months: APPROACH_MOST_MONTHS }) ? 'too-far-ahead' : undefined;
}

/** When somebody is asked to review it; undefined where it ends sooner than that. */
export function reviewAt(untilOn: string, now: Date): Date | undefined {
  const at = dutchMorning(dayAfter(untilOn, { days: -REVIEW_DAYS }));
  return at > now ? at : undefined;
}

/** The morning after its last day. Nobody hears it that day any more, whenever this runs. */
export function endsAt(untilOn: string): Date {
  return dutchMorning(dayAfter(untilOn, { days: 1 }));
}
