import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { incidentFilters, incidentRow } from './incident-rows.ts';
import { cursor, limit } from './incident-shapes.ts';

export const countIncidents = endpoint({
  name: 'countIncidents',
  method: 'GET',
  path: '/incident-count',
  access: 'session',
  summary: 'How many incidents of a list fit these filters; counted up to two hundred, so that it is always quick',
  query: z.strictObject(incidentFilters),
  answer: z.strictObject({ count: z.number().int(), isMore: z.boolean() }),
});

/** Which name it was found by. */
export const foundBys = ['aggressor', 'colleague'] as const;

const foundIncident = z.strictObject({ ...incidentRow.shape, foundBy: z.enum(foundBys) });

/** By POST: a name does not belong in an address. What was asked is kept nowhere; that somebody asked is on the record. */
export const searchIncidents = endpoint({
  name: 'searchIncidents',
  method: 'POST',
  path: '/incident-searches',
  access: 'session',
  summary:
    'The incidents of my lists with this name: of a colleague on it, or of who did it, as far as I see that part',
  idempotency: 'none',
  body: z.strictObject({
    scope: incidentFilters.scope,
    words: z.string().trim().min(1).max(100),
    cursor,
    limit,
  }),
  answer: z.strictObject({
    incidents: z.array(foundIncident),
    next: z.string().nullable(),
    /** Nothing in these words can be looked for: a name has at least three letters, or two when it is no longer. */
    isTooShort: z.boolean(),
  }),
});
