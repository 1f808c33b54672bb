import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, moment, newWayToSignIn, passkeyOptions, recoveryCodes, token, totpEnrolment } from './identity-shapes.ts';

export const invitePerson = endpoint({
  name: 'invitePerson',
  method: 'POST',
  path: '/people/{personId}/invitation',
  access: 'session',
  summary: 'Invite somebody by e-mail, or send a new invitation; administrators only',
  params: z.strictObject({ personId: id }),
  body: z.strictObject({}),
  answer: z.strictObject({ invitationId: id }),
  refusals: ['person-has-left', 'person-without-email', 'already-joined', 'account-blocked'],
});

/** For who has no e-mail address, and for an organisation whose mail does not go out yet. */
export const handOverInvitation = endpoint({
  name: 'handOverInvitation',
  method: 'POST',
  path: '/people/{personId}/invitation/link',
  access: 'session',
  summary: 'Make an invitation to hand over in person, instead of by e-mail; administrators only',
  idempotency: 'none',
  params: z.strictObject({ personId: id }),
  body: z.strictObject({}),
  answer: z.strictObject({
    invitationId: id,
    /** Shown once: whoever has it comes in as this person. */
    link: z.string(),
    untilAt: moment,
  }),
  refusals: ['person-has-left', 'already-joined', 'account-blocked'],
});

export const readInvitation = endpoint({
  name: 'readInvitation',
  method: 'POST',
  path: '/invitation',
  access: 'public',
  summary: 'Who an invitation is for',
  idempotency: 'none',
  body: z.strictObject({ token }),
  answer: z.strictObject({ givenName: z.string(), employerName: z.string(), email: z.string().nullable() }),
  refusals: ['invitation-over', 'too-many-tries'],
});

export const beginInvitationTotp = endpoint({
  name: 'beginInvitationTotp',
  method: 'POST',
  path: '/invitation/authenticator-app',
  access: 'public',
  summary: 'Begin accepting with a password: the picture for the authenticator app',
  idempotency: 'none',
  body: z.strictObject({ token }),
  answer: totpEnrolment,
  refusals: ['invitation-over', 'password-needs-email', 'too-many-tries'],
});

export const beginInvitationPasskey = endpoint({
  name: 'beginInvitationPasskey',
  method: 'POST',
  path: '/invitation/passkey',
  access: 'public',
  summary: 'Begin accepting with a passkey',
  idempotency: 'none',
  body: z.strictObject({ token }),
  answer: passkeyOptions,
  refusals: ['invitation-over', 'too-many-tries'],
});

export const acceptInvitation = endpoint({
  name: 'acceptInvitation',
  method: 'POST',
  path: '/invitation/acceptance',
  access: 'public',
  summary: 'Accept an invitation with a way to sign in; signed in from here',
  idempotency: 'none',
  body: z.strictObject({ token, way: newWayToSignIn }),
  answer: z.strictObject({ state: z.literal('signed_in'), recoveryCodes }),
  refusals: [
    'invitation-over',
    'ceremony-over',
    'code-wrong',
    'password-needs-email',
    'password-too-common',
    'passkey-not-accepted',
    'too-many-tries',
  ],
});
