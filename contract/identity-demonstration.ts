import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, signedIn } from './identity-shapes.ts';
import { roles } from './organisation-words.ts';

const castMember = z.strictObject({
  id,
  name: z.string(),
  initials: z.string(),
  jobTitle: z.string(),
  teams: z.array(z.string()),
  roles: z.array(z.enum(roles)),
  deputyFor: z.array(z.string()),
  homeEmployerName: z.string().nullable(),
  /** What there is to see as this person. */
  intro: z.strictObject({ nl: z.string(), en: z.string() }).nullable(),
});

export const listCast = endpoint({
  name: 'listCast',
  method: 'GET',
  path: '/demonstration/cast',
  access: 'demonstration',
  summary: 'The cast of the demonstration, to step in as one of them',
  answer: z.strictObject({
    /** Each with its own cast: what is in one, nobody in another can see. */
    employers: z.array(z.strictObject({ id, name: z.string(), cast: z.array(castMember) })),
  }),
});

export const stepIn = endpoint({
  name: 'stepIn',
  method: 'POST',
  path: '/demonstration/step-in',
  access: 'demonstration',
  summary: 'Step in as one of the cast, without a password; on demonstration data only',
  idempotency: 'none',
  body: z.strictObject({ personId: id }),
  answer: signedIn,
  refusals: ['too-many-tries'],
});
