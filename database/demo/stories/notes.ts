import type { CastKey } from '../cast.ts';
import type { Note } from '../story.ts';
import type { LocationKey } from './place.ts';

/** Light notes: nobody is named, nothing is followed up. */
export const notes: readonly Note<CastKey, LocationKey>[] = [
  {
    daysAgo: 1,
    at: '10:20',
    by: 'fatima',
    column: 'organisation_directed_emotion',
    corrected: false,
    location: 'stadskantoor',
  },
  { daysAgo: 2, at: '14:05', by: 'sanne', column: 'verbal_aggression', corrected: true, location: 'stadskantoor' },
  { daysAgo: 4, at: '09:40', by: 'mila', column: 'self_directed_emotion', corrected: false, location: 'stadskantoor' },
  { daysAgo: 6, at: '11:15', by: 'fatima', column: 'verbal_aggression', corrected: true, location: 'stadskantoor' },
  {
    daysAgo: 9,
    at: '15:30',
    by: 'joris',
    column: 'organisation_directed_emotion',
    corrected: false,
    location: 'stadskantoor',
  },
  { daysAgo: 12, at: '13:10', by: 'kees', column: 'verbal_aggression', corrected: true, location: 'milieustraat' },
  {
    daysAgo: 16,
    at: '10:45',
    by: 'aylin',
    column: 'self_directed_emotion',
    corrected: false,
    location: 'stadskantoor',
  },
  {
    daysAgo: 23,
    at: '16:20',
    by: 'daan',
    column: 'organisation_directed_emotion',
    corrected: false,
    location: 'wijkcentrum',
  },
];
