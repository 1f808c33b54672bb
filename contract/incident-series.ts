import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { cursor, id, incidentParams, moment, personRef } from './incident-shapes.ts';
import * as words from './incident-words.ts';

/** How it came: what somebody chooses with one tap. */
export const seriesWays = ['mail', 'call', 'message', 'visit', 'seen', 'other'] as const;
export type SeriesWay = (typeof seriesWays)[number];

/** In one go, so that a mailbox of a bad year fits. */
export const SERIES_MOST_AT_ONCE = 200;
export const SERIES_LONGEST_TEXT = 10_000;

const way = z.enum(seriesWays);
const precision = z.enum(['exact', 'day']);

const newEvent = z.strictObject({
  eventId: id,
  way,
  occurredAt: moment,
  /** `day`: only the day is known; then the moment stands at its noon. */
  occurredPrecision: precision,
  text: z.string().trim().min(1).max(SERIES_LONGEST_TEXT),
});
export type NewSeriesEvent = z.infer<typeof newEvent>;

const seriesEvent = z.strictObject({
  eventId: id,
  way,
  occurredAt: moment,
  occurredPrecision: precision,
  text: z.string(),
  writtenBy: personRef,
  /** For paper without names: what they are on this dossier. */
  writerRole: z.enum(['reporter', 'victim', 'follow_up']),
  addedAt: moment,
  isMine: z.boolean(),
  /** It came in with an e-mail that its writer forwarded; null when it was written here. */
  forwarded: z
    .strictObject({ at: moment, numbersLeftOut: z.boolean(), original: z.enum(['kept', 'no_room']) })
    .nullable(),
});
export type SeriesEvent = z.infer<typeof seriesEvent>;

export const readSeries = endpoint({
  name: 'readSeries',
  method: 'GET',
  path: '/incidents/{incidentId}/series',
  access: 'session',
  summary: 'What happened again on this dossier, the newest first, with the report it began with; the look is recorded',
  params: incidentParams,
  query: z.strictObject({
    cursor,
    limit: z.coerce.number().int().min(1).max(200).default(50),
    way: way.optional(),
    /** For paper: recorded as such. */
    purpose: z.enum(['screen', 'paper']).default('screen'),
  }),
  answer: z.strictObject({
    number: z.string(),
    /** What it all began with, or what made somebody report it. */
    report: z.strictObject({
      kind: z.enum(words.incidentKinds),
      severity: z.enum(words.severities),
      occurredAt: moment,
      reportedAt: moment,
      placeKind: z.enum(words.placeKinds),
      placeName: z.string().nullable(),
      stories: z.array(
        z.strictObject({
          person: personRef,
          writerRole: z.enum(['reporter', 'victim', 'follow_up']),
          text: z.string(),
        }),
      ),
    }),
    /** Of all that this reader sees, whatever the filter. */
    counts: z.array(z.strictObject({ way, count: z.number().int() })),
    firstAt: moment.nullable(),
    lastAt: moment.nullable(),
    events: z.array(seriesEvent),
    next: z.string().nullable(),
    mayAdd: z.boolean(),
    /** Follows it up; else it is one of those concerned. */
    leads: z.boolean(),
  }),
});
export type Series = z.infer<typeof readSeries.answer>;

export const addToSeries = endpoint({
  name: 'addToSeries',
  method: 'POST',
  path: '/incidents/{incidentId}/series',
  access: 'session',
  summary: 'Add what happened again: one thing, or many at once; an event that is there already stays as it is',
  params: incidentParams,
  body: z.strictObject({ events: z.array(newEvent).min(1).max(SERIES_MOST_AT_ONCE) }),
  answer: z.strictObject({ incidentId: id, added: z.number().int() }),
  refusals: ['incident-corrected'],
  bodyLimit: 4 * 1024 * 1024,
});

export const takeBackFromSeries = endpoint({
  name: 'takeBackFromSeries',
  method: 'POST',
  path: '/series-events/{eventId}/taking-back',
  access: 'session',
  summary: 'Take back what you added by mistake; that it was there stays on the record',
  params: z.strictObject({ eventId: id }),
  body: z.strictObject({}),
  answer: z.strictObject({ eventId: id }),
});
