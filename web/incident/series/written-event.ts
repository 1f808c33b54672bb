import type { NewSeriesEvent, SeriesEvent, SeriesWay } from '../../../contract/incident.ts';
import { dutchMoment, isRealDate } from '../../text/dutchClock.ts';
import type { Moments } from '../../text/moments.ts';

/** An event as somebody is writing it: what is not filled in yet is empty. */
export interface WrittenEvent {
  readonly eventId: string;
  readonly way: SeriesWay | '';
  readonly day: string;
  /** '' when only the day is known. */
  readonly time: string;
  readonly text: string;
}

export type Missing = 'way' | 'day' | 'text';

export function missingIn({ way, day, text }: WrittenEvent): Missing[] {
  return [
    ...(way === '' ? (['way'] as const) : []),
    ...(isRealDate(day) ? [] : (['day'] as const)),
    ...(text.trim() === '' ? (['text'] as const) : []),
  ];
}

/** Only when nothing is missing. Of which only the day is known stands at its noon, or now when noon is still to come. */
export function toSend({ eventId, way, day, time, text }: WrittenEvent, now: Date): NewSeriesEvent {
  const noon = dutchMoment(day, '12:00');
  const isAhead = noon > now && noon.getTime() - now.getTime() < 86_400_000;
  const at = time ? dutchMoment(day, time) : isAhead ? now : noon;
  return {
    eventId,
    way: way || 'other',
    occurredAt: at.toISOString(),
    occurredPrecision: time ? 'exact' : 'day',
    text: text.trim(),
  };
}

type Told = Pick<SeriesEvent, 'occurredAt' | 'occurredPrecision'>;

/** "3 november 2026", with the time where that is known. */
export function whenOf({ occurredAt, occurredPrecision }: Told, moments: Moments): string {
  const day = moments.date(occurredAt);
  return occurredPrecision === 'day' ? day : `${day}, ${moments.time(occurredAt)}`;
}
