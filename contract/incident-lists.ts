import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { incidentFilters, incidentRow } from './incident-rows.ts';
import { cursor, limit } from './incident-shapes.ts';

export * from './incident-exports.ts';
export * from './incident-rows.ts';
export * from './incident-search.ts';
export * from './incident-views.ts';

export const listIncidents = endpoint({
  name: 'listIncidents',
  method: 'GET',
  path: '/incidents',
  access: 'session',
  summary: 'The incidents of my teams or, for the coordinator, of the organisation; newest first, paged by key',
  query: z.strictObject({ ...incidentFilters, cursor, limit }),
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
