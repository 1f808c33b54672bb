import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { incidentParams, moment, personRef, shortText, story, writtenIncident } from './incident-shapes.ts';

/** How a withdrawal ended. `continued`: without the reporter. `taken_back`: the reporter goes on after all. */
export const withdrawalEnds = ['continued', 'closed', 'taken_back'] as const;
export type WithdrawalEnd = (typeof withdrawalEnds)[number];

export const readWithdrawal = endpoint({
  name: 'readWithdrawal',
  method: 'GET',
  path: '/incidents/{incidentId}/withdrawal',
  access: 'session',
  summary: 'For the reporter and for who follows it up: whether the report was withdrawn, why, and what came of it',
  params: incidentParams,
  answer: z.strictObject({
    withdrawal: z
      .strictObject({
        withdrawnAt: moment,
        by: personRef,
        reason: z.string(),
        /** Somebody spoke with the reporter since. */
        hasSpoken: z.boolean(),
        endedAs: z.enum(withdrawalEnds).nullable(),
        endedAt: moment.nullable(),
        endedBy: personRef.nullable(),
      })
      .nullable(),
  }),
});

export const withdrawReport = endpoint({
  name: 'withdrawReport',
  method: 'POST',
  path: '/incidents/{incidentId}/withdrawal',
  access: 'session',
  summary: 'Withdraw your own report, with the reason; it is kept, and somebody asks you about it first',
  params: incidentParams,
  body: z.strictObject({ reason: shortText }),
  answer: writtenIncident,
  refusals: ['already-withdrawn', 'incident-closed', 'incident-corrected'],
});

export const takeBackWithdrawal = endpoint({
  name: 'takeBackWithdrawal',
  method: 'POST',
  path: '/incidents/{incidentId}/withdrawal/taken-back',
  access: 'session',
  summary: 'Go on with your report after all',
  params: incidentParams,
  body: z.strictObject({}),
  answer: writtenIncident,
  refusals: ['not-withdrawn'],
});

export const answerWithdrawal = endpoint({
  name: 'answerWithdrawal',
  method: 'POST',
  path: '/incidents/{incidentId}/withdrawal/answer',
  access: 'session',
  summary: 'After speaking with the reporter: close it as withdrawn, or go on without them',
  params: incidentParams,
  body: z.union([
    z.strictObject({ decision: z.literal('close'), conclusion: story }),
    z.strictObject({ decision: z.literal('continue') }),
  ]),
  answer: writtenIncident,
  refusals: [
    'not-withdrawn',
    'speak-first',
    'your-own-report',
    'not-taken-up',
    'contact-not-recorded',
    'already-closed',
    'incident-corrected',
  ],
});
