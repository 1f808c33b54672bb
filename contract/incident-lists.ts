import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { responseClock } from './incident-response.ts';
import { cursor, id, limit, moment } from './incident-shapes.ts';
import * as words from './incident-words.ts';

export const incidentRow = z.strictObject({
  incidentId: id,
  number: z.string(),
  kind: z.enum(words.incidentKinds),
  severity: z.enum(words.severities),
  state: z.enum(words.incidentStates),
  occurredAt: moment,
  reportedAt: moment,
  placeName: z.string().nullable(),
  placeKind: z.enum(words.placeKinds),
  teamName: z.string().nullable(),
  hasIt: z.string().nullable(),
  clock: responseClock,
  openTasks: z.number().int(),
});

export const listIncidents = endpoint({
  name: 'listIncidents',
  method: 'GET',
  path: '/incidents',
  access: 'session',
  summary: 'The incidents of my teams or, for the coordinator, of the organisation; newest first, paged by key',
  query: z.strictObject({
    scope: z.enum(['team', 'organisation']).default('team'),
    state: z.enum([...words.incidentStates, 'open']).optional(),
    severity: z.enum(words.severities).optional(),
    kind: z.enum(words.incidentKinds).optional(),
    teamId: id.optional(),
    locationId: id.optional(),
    number: z.string().max(20).optional(),
    from: z.iso.date().optional(),
    until: z.iso.date().optional(),
    cursor,
    limit,
  }),
  answer: z.strictObject({ incidents: z.array(incidentRow), next: z.string().nullable() }),
});

export const workSummary = endpoint({
  name: 'workSummary',
  method: 'GET',
  path: '/work-summary',
  access: 'session',
  summary: 'What waits for me: for the first screen and the marks in the navigation',
  answer: z.strictObject({
    openTasks: z.number().int(),
    overdueTasks: z.number().int(),
    /** Incidents whose chain now waits for me. */
    waitingForMe: z.array(incidentRow),
    accountsAsked: z.number().int(),
    drafts: z.number().int(),
  }),
});
