import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { moment, personRef } from './incident-shapes.ts';

/** The first screen, for anybody: numbers to call, nothing personal. */
export const firstScreen = endpoint({
  name: 'firstScreen',
  method: 'GET',
  path: '/first-screen',
  access: 'public',
  summary: 'Emergency numbers and the name of the organisation; safe to keep on a phone',
  answer: z.strictObject({
    organisationName: z.string().nullable(),
    emergencyNumber: z.string(),
    /** The telephone of whoever is manager on duty: a function, not a person. */
    dutyNumber: z.string().nullable(),
    isDemonstration: z.boolean(),
    needsSetup: z.boolean(),
  }),
});

/** For somebody who needs help now: who can be called in one tap, in order. */
export const helpNow = endpoint({
  name: 'helpNow',
  method: 'GET',
  path: '/help-now',
  access: 'session',
  summary: 'Who is reachable now, in the order of the chain',
  answer: z.strictObject({
    people: z.array(
      z.strictObject({
        person: personRef,
        role: z.string(),
        phone: z.string().nullable(),
        isReachable: z.boolean(),
        untilAt: moment.nullable(),
      }),
    ),
  }),
});
