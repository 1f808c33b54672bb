import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  authenticatorResponse,
  ceremony,
  deviceName,
  id,
  moment,
  newPassword,
  passkeyOptions,
  password,
  recoveryCodes,
  totpCode,
  totpEnrolment,
} from './identity-shapes.ts';

const guardedRefusals = ['confirm-it-is-you', 'not-in-demonstration'] as const;

export const getWaysToSignIn = endpoint({
  name: 'getWaysToSignIn',
  method: 'GET',
  path: '/me/ways-to-sign-in',
  access: 'session',
  summary: 'My password, app, passkeys and how many recovery codes are left',
  answer: z.strictObject({
    hasPassword: z.boolean(),
    passwordChangedAt: moment.nullable(),
    hasAuthenticatorApp: z.boolean(),
    recoveryCodesLeft: z.int(),
    passkeys: z.array(
      z.strictObject({
        id,
        name: z.string(),
        isBackedUp: z.boolean(),
        createdAt: moment,
        lastUsedAt: moment.nullable(),
      }),
    ),
    /** Until then changes need no new proof that it is you. */
    confirmedUntilAt: moment.nullable(),
  }),
});

export const confirmWithCode = endpoint({
  name: 'confirmWithCode',
  method: 'POST',
  path: '/me/confirmation/code',
  access: 'session',
  summary: 'Show that it is you, with a code of the app; counts for ten minutes',
  idempotency: 'none',
  body: z.strictObject({ code: totpCode }),
  answer: z.strictObject({ state: z.literal('confirmed') }),
  refusals: ['code-wrong', 'too-many-tries', 'not-in-demonstration'],
});

export const beginPasskeyConfirmation = endpoint({
  name: 'beginPasskeyConfirmation',
  method: 'POST',
  path: '/me/confirmation/passkey/options',
  access: 'session',
  summary: 'Begin showing that it is you with a passkey',
  idempotency: 'none',
  body: z.strictObject({}),
  answer: passkeyOptions,
  refusals: ['not-in-demonstration'],
});

export const confirmWithPasskey = endpoint({
  name: 'confirmWithPasskey',
  method: 'POST',
  path: '/me/confirmation/passkey',
  access: 'session',
  summary: 'Show that it is you, with a passkey; counts for ten minutes',
  idempotency: 'none',
  body: z.strictObject({ ceremony, response: authenticatorResponse }),
  answer: z.strictObject({ state: z.literal('confirmed') }),
  refusals: ['passkey-unknown', 'ceremony-over', 'too-many-tries', 'not-in-demonstration'],
});

export const changePassword = endpoint({
  name: 'changePassword',
  method: 'POST',
  path: '/me/password',
  access: 'session',
  summary: 'Change my password; my other sessions end',
  idempotency: 'none',
  body: z.strictObject({ currentPassword: password, newPassword }),
  answer: z.strictObject({ state: z.literal('changed') }),
  refusals: ['password-wrong', 'password-too-common', 'too-many-tries', 'not-in-demonstration'],
});

export const beginTotp = endpoint({
  name: 'beginTotp',
  method: 'POST',
  path: '/me/authenticator-app/options',
  access: 'session',
  summary: 'Begin with a new authenticator app: the picture to scan',
  idempotency: 'none',
  body: z.strictObject({}),
  answer: totpEnrolment,
  refusals: guardedRefusals,
});

export const setTotp = endpoint({
  name: 'setTotp',
  method: 'POST',
  path: '/me/authenticator-app',
  access: 'session',
  summary: 'From now on this app gives my codes',
  idempotency: 'none',
  body: z.strictObject({ ceremony, code: totpCode }),
  answer: z.strictObject({ state: z.literal('changed') }),
  refusals: ['code-wrong', 'ceremony-over', ...guardedRefusals],
});

export const beginPasskey = endpoint({
  name: 'beginPasskey',
  method: 'POST',
  path: '/me/passkeys/options',
  access: 'session',
  summary: 'Begin adding a passkey',
  idempotency: 'none',
  body: z.strictObject({}),
  answer: passkeyOptions,
  refusals: guardedRefusals,
});

export const addPasskey = endpoint({
  name: 'addPasskey',
  method: 'POST',
  path: '/me/passkeys',
  access: 'session',
  summary: 'Add a passkey to my ways to sign in',
  idempotency: 'none',
  body: z.strictObject({ ceremony, response: authenticatorResponse, name: deviceName }),
  answer: z.strictObject({ passkeyId: id }),
  refusals: ['ceremony-over', 'passkey-not-accepted', ...guardedRefusals],
});

export const removePasskey = endpoint({
  name: 'removePasskey',
  method: 'DELETE',
  path: '/me/passkeys/{passkeyId}',
  access: 'session',
  summary: 'Remove a passkey; never the last way to sign in',
  params: z.strictObject({ passkeyId: id }),
  answer: z.strictObject({ passkeyId: id }),
  refusals: ['last-way-to-sign-in', ...guardedRefusals],
});

export const makeRecoveryCodes = endpoint({
  name: 'makeRecoveryCodes',
  method: 'POST',
  path: '/me/recovery-codes',
  access: 'session',
  summary: 'Make new recovery codes; the old ones stop working',
  idempotency: 'none',
  body: z.strictObject({}),
  answer: z.strictObject({ recoveryCodes }),
  refusals: guardedRefusals,
});
