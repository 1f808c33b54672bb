import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { incidentParams, moment, shortText, writtenIncident } from './incident-shapes.ts';
import * as words from './incident-words.ts';

export const responseClock = z.strictObject({
  state: z.enum(['none', 'running', 'overdue', 'deferred', 'sent']),
  startedAt: moment.nullable(),
  dueAt: moment.nullable(),
  sentAt: moment.nullable(),
  deferralReason: z.enum(words.deferralReasons).nullable(),
  reviewOn: z.iso.date().nullable(),
});

export const sendResponse = endpoint({
  name: 'sendResponse',
  method: 'POST',
  path: '/incidents/{incidentId}/response',
  access: 'session',
  summary: 'Record that the response to the aggressor was sent; the clock stops',
  params: incidentParams,
  body: z.strictObject({ way: z.enum(words.responseWays), sentAt: moment, summary: shortText }),
  answer: writtenIncident,
  refusals: ['no-response-clock', 'response-already-sent', 'incident-closed', 'incident-corrected'],
});

export const deferResponse = endpoint({
  name: 'deferResponse',
  method: 'POST',
  path: '/incidents/{incidentId}/response/deferral',
  access: 'session',
  summary: 'Coordinator: defer the response with a reason and a review date',
  params: incidentParams,
  body: z.strictObject({ reason: z.enum(words.deferralReasons), reviewOn: z.iso.date() }),
  answer: writtenIncident,
  refusals: [
    'no-response-clock',
    'response-already-sent',
    'review-date-too-far',
    'review-date-past',
    'incident-closed',
    'incident-corrected',
    'only-the-coordinator',
  ],
});
