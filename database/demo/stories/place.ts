import type { locations } from '../cast.ts';

export type LocationKey = keyof typeof locations;

/** A desk in the hall of the town office. */
export const balie = (room: string) => ({ kind: 'location', location: 'stadskantoor', room }) as const;
