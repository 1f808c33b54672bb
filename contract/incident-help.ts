import { z } from 'zod';
import { endpoint } from './endpoint.ts';

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
