import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  authenticatorResponse,
  ceremony,
  email,
  id,
  passkeyOptions,
  password,
  recoveryCode,
  signedIn,
  totpCode,
} from './identity-shapes.ts';

export const getEntrance = endpoint({
  name: 'getEntrance',
  method: 'GET',
  path: '/entrance',
  access: 'public',
  summary: 'What the door shows: whether this installation is set up, and whether it is a demonstration',
  answer: z.strictObject({ isSetUp: z.boolean(), isDemonstration: z.boolean() }),
});

export const signInWithPassword = endpoint({
  name: 'signInWithPassword',
  method: 'POST',
  path: '/sign-in/password',
  access: 'public',
  summary: 'First half of signing in: e-mail address and password. The second half is a code',
  idempotency: 'none',
  body: z.strictObject({ email, password, employerId: id.optional() }),
  answer: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('code_needed'), ceremony }),
    /** The same address and password at several employers: say which one. */
    z.strictObject({
      state: z.literal('choose_employer'),
      employers: z.array(z.strictObject({ id, name: z.string() })),
    }),
  ]),
  refusals: ['sign-in-failed', 'too-many-tries'],
});

export const signInWithCode = endpoint({
  name: 'signInWithCode',
  method: 'POST',
  path: '/sign-in/code',
  access: 'public',
  summary: 'Second half of signing in: the code of the authenticator app',
  idempotency: 'none',
  body: z.strictObject({ ceremony, code: totpCode }),
  answer: signedIn,
  refusals: ['code-wrong', 'ceremony-over', 'too-many-tries'],
});

export const signInWithRecoveryCode = endpoint({
  name: 'signInWithRecoveryCode',
  method: 'POST',
  path: '/sign-in/recovery-code',
  access: 'public',
  summary: 'Second half of signing in without the app: one of the recovery codes',
  idempotency: 'none',
  body: z.strictObject({ ceremony, recoveryCode }),
  answer: signedIn,
  refusals: ['code-wrong', 'ceremony-over', 'too-many-tries'],
});

export const beginPasskeySignIn = endpoint({
  name: 'beginPasskeySignIn',
  method: 'POST',
  path: '/sign-in/passkey/options',
  access: 'public',
  summary: 'Begin signing in with a passkey; nobody types a name',
  idempotency: 'none',
  body: z.strictObject({}),
  answer: passkeyOptions,
  refusals: ['too-many-tries'],
});

export const signInWithPasskey = endpoint({
  name: 'signInWithPasskey',
  method: 'POST',
  path: '/sign-in/passkey',
  access: 'public',
  summary: 'Sign in with what the passkey answered',
  idempotency: 'none',
  body: z.strictObject({ ceremony, response: authenticatorResponse }),
  answer: signedIn,
  refusals: ['passkey-unknown', 'ceremony-over', 'too-many-tries'],
});

export const signOut = endpoint({
  name: 'signOut',
  method: 'POST',
  path: '/sign-out',
  access: 'session',
  summary: 'End this session and clear what the browser keeps',
  idempotency: 'none',
  body: z.strictObject({}),
  answer: z.strictObject({ state: z.literal('signed_out') }),
});

export const signOutEverywhere = endpoint({
  name: 'signOutEverywhere',
  method: 'POST',
  path: '/sign-out/everywhere',
  access: 'session',
  summary: 'End all my sessions, this one too',
  idempotency: 'none',
  body: z.strictObject({}),
  answer: z.strictObject({ state: z.literal('signed_out'), sessions: z.int() }),
});
