import { APPROACH_MOST_MONTHS } from '../../../contract/incident.ts';
import { dayAfter, dutchDay, dutchMorning } from './dutch-day.ts';

/** So long before its last day somebody is asked to look at it again. */
const REVIEW_DAYS = 14;

export type WrongDay = 'in-the-past' | 'too-far-ahead';

/** An agreement lasts until a day to come, and a year at most: then somebody decides anew. */
export function wrongDay(validUntil: string, now: Date): WrongDay | undefined {
  const today = dutchDay(now);
  if (validUntil < today) return 'in-the-past';
  return validUntil > dayAfter(today, { months: APPROACH_MOST_MONTHS }) ? 'too-far-ahead' : undefined;
}

/** When somebody is asked to review it; undefined where it ends sooner than that. */
export function reviewAt(validUntil: string, now: Date): Date | undefined {
  const at = dutchMorning(dayAfter(validUntil, { days: -REVIEW_DAYS }));
  return at > now ? at : undefined;
}

/** The morning after its last day. Nobody hears it that day any more, whenever this runs. */
export function endsAt(validUntil: string): Date {
  return dutchMorning(dayAfter(validUntil, { days: 1 }));
}
