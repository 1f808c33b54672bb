import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, moment } from './identity-shapes.ts';

export const signInMethods = [
  'password',
  'recovery_code',
  'passkey',
  'invitation',
  'set_up',
  'demonstration',
  'guest_link',
] as const;
export type SignInMethod = (typeof signInMethods)[number];

export const listSessions = endpoint({
  name: 'listSessions',
  method: 'GET',
  path: '/me/sessions',
  access: 'session',
  summary: 'Where I am signed in',
  answer: z.strictObject({
    sessions: z.array(
      z.strictObject({
        id,
        /** "Firefox op Android": never the whole text that the browser sends. */
        device: z.string(),
        method: z.enum(signInMethods),
        isThisOne: z.boolean(),
        createdAt: moment,
        lastSeenAt: moment,
        expiresAt: moment,
      }),
    ),
  }),
});

export const endSession = endpoint({
  name: 'endSession',
  method: 'POST',
  path: '/me/sessions/{sessionId}/end',
  access: 'session',
  summary: 'End one of my sessions',
  idempotency: 'none',
  params: z.strictObject({ sessionId: id }),
  body: z.strictObject({}),
  answer: z.strictObject({ sessionId: id }),
});
