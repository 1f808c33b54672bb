import { dutchMoment, onDutchClock } from '../text/dutchClock.ts';
import type { Locations } from './api.ts';
import type { Draft } from './draft.ts';
import { occurrence } from './to-report.ts';

/** What somebody adds to a note, as it is typed. */
export interface Addition {
  /** A location, or a location and a room with a space in between. */
  readonly place: string;
  readonly time: string;
  readonly initials: string;
  readonly plate: string;
  readonly number: string;
  readonly appearance: string;
}

export const nothingAdded: Addition = { place: '', time: '', initials: '', plate: '', number: '', appearance: '' };

/** Every counter and room, and each building as a whole. */
export function placesIn(locations: Locations): { value: string; label: string }[] {
  return locations.flatMap(({ id, name, rooms }) => [
    { value: id, label: name },
    ...rooms.map((room) => ({ value: `${id} ${room.id}`, label: `${name}, ${room.name}` })),
  ]);
}

export function additionsOf({ place, time, ...marks }: Addition, draft: Draft, now: Date) {
  const [locationId, roomId] = place.split(' ');
  const filled = Object.entries(marks).filter(([, text]) => text.trim() !== '');
  return {
    ...(time && { occurredAt: momentOf(time, draft, now).toISOString() }),
    ...(locationId && { locationId }),
    ...(roomId && { roomId }),
    ...(filled.length > 0 && { marks: Object.fromEntries(filled) }),
  };
}

/** On the day of the note. A time that must still come was yesterday's. */
function momentOf(time: string, draft: Draft, now: Date): Date {
  const day = occurrence(draft, now).at;
  const at = dutchMoment(onDutchClock(day).date, time);
  if (at <= now) return at;
  return dutchMoment(onDutchClock(new Date(day.getTime() - 24 * 3_600_000)).date, time);
}
