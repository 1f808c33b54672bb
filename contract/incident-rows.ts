import { z } from 'zod';
import { responseClock } from './incident-response.ts';
import { id, moment } from './incident-shapes.ts';
import * as words from './incident-words.ts';
import { ownKindShape, ownWordShape } from './own-word-filters.ts';

/**
 * Joined with others about the same event: told only of others that the reader acts on too. `number` is of the one that leads, or
 * of the first that is joined to this one.
 */
const sameEvent = z
  .strictObject({ part: z.enum(['leading', 'joined']), number: z.string(), others: z.number().int() })
  .nullable();

export const incidentRow = z.strictObject({
  incidentId: id,
  number: z.string(),
  kind: z.enum(words.incidentKinds),
  severity: z.enum(words.severities),
  state: z.enum(words.incidentStates),
  occurredAt: moment,
  occurredPrecision: z.enum(words.keptPrecisions),
  reportedAt: moment,
  placeName: z.string().nullable(),
  placeKind: z.enum(words.placeKinds),
  teamName: z.string().nullable(),
  hasIt: z.string().nullable(),
  clock: responseClock,
  openTasks: z.number().int(),
  sameEvent,
});

/** What a list can be narrowed by. All of it may stand in an address: codes, ids, dates and a number. */
export const incidentFilters = {
  scope: z.enum(['team', 'organisation']).default('team'),
  state: z.enum([...words.incidentStates, 'open']).optional(),
  severity: z.enum(words.severities).optional(),
  /** A kind, or a word of the organisation's own that counts as one: a kind finds those as well. */
  kind: z.union([z.enum(words.incidentKinds), z.string().regex(ownKindShape)]).optional(),
  /** What was told in a word of the organisation's own: its list and its code, like `place-own_tram`. */
  word: z.string().regex(ownWordShape).optional(),
  teamId: id.optional(),
  locationId: id.optional(),
  /** The start of a number: "2026-04". */
  number: z.string().max(20).optional(),
  /** Who took it up. */
  holderId: id.optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
} as const;
