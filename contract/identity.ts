import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { roles } from './organisation-words.ts';

const id = z.uuid();
const moment = z.iso.datetime({ offset: true });
const email = z.string().trim().min(3).max(254);
/** What lies between two requests of signing in. Valid for minutes, taken once. */
const ceremony = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const totpCode = z
  .string()
  .trim()
  .regex(/^[0-9]{3} ?[0-9]{3}$/);
const recoveryCode = z.string().trim().min(10).max(30);
const password = z.string().min(1).max(200);
/** Long beats complicated: no rules on digits and signs, at least twelve characters. */
const newPassword = z.string().min(12).max(200);
const deviceName = z.string().trim().min(1).max(60);

/** As `@simplewebauthn/browser` makes it; the server checks every byte of it. */
const authenticatorResponse = z.looseObject({
  id: z.string().max(2_000),
  rawId: z.string().max(2_000),
  type: z.literal('public-key'),
  response: z.record(z.string(), z.unknown()),
  clientExtensionResults: z.record(z.string(), z.unknown()),
  authenticatorAttachment: z.string().max(40).nullish(),
});
/** To hand to `startRegistration` or `startAuthentication` of `@simplewebauthn/browser`. */
const authenticatorOptions = z.record(z.string(), z.unknown());

const signedIn = z.strictObject({ state: z.literal('signed_in') });

/** How somebody will sign in from now on. */
export const newWayToSignIn = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('password'), password: newPassword, ceremony, code: totpCode }),
  z.strictObject({ kind: z.literal('passkey'), ceremony, response: authenticatorResponse, name: deviceName }),
]);
export const totpEnrolment = z.strictObject({
  ceremony,
  /** For typing over; the picture holds the same. */
  secret: z.string(),
  /** An `otpauth:` address, for a link on the phone itself. */
  address: z.string(),
  /** The picture to scan, as SVG. */
  qrSvg: z.string(),
});
export const passkeyOptions = z.strictObject({ ceremony, options: authenticatorOptions });
/** Shown once. Each works once, when the phone or the key is lost. */
export const recoveryCodes = z.array(z.string());

// ── The door ─────────────────────────────────────────────────────────────────

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

// ── The demonstration ────────────────────────────────────────────────────────

export const listCast = endpoint({
  name: 'listCast',
  method: 'GET',
  path: '/demonstration/cast',
  access: 'demonstration',
  summary: 'The cast of the demonstration, to step in as one of them',
  answer: z.strictObject({
    employerName: z.string(),
    cast: z.array(
      z.strictObject({
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
      }),
    ),
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

// ── Invitations ──────────────────────────────────────────────────────────────

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

// ── My ways to sign in ───────────────────────────────────────────────────────

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

// ── Sessions ─────────────────────────────────────────────────────────────────

export const signInMethods = ['password', 'recovery_code', 'passkey', 'invitation', 'set_up', 'demonstration'] as const;
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

// ── For administrators ───────────────────────────────────────────────────────

export const accountStates = ['none', 'invited', 'active', 'blocked'] as const;
export type AccountState = (typeof accountStates)[number];

export const listAccess = endpoint({
  name: 'listAccess',
  method: 'GET',
  path: '/access-review',
  access: 'session',
  summary: 'The access review: who can come in, with which roles and since when; administrators and privacy officers',
  query: z.strictObject({
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  answer: z.strictObject({
    people: z.array(
      z.strictObject({
        id,
        name: z.string(),
        initials: z.string(),
        jobTitle: z.string(),
        account: z.enum(accountStates),
        invitedUntilAt: moment.nullable(),
        lastSeenAt: moment.nullable(),
        secondFactor: z.enum(['none', 'authenticator_app', 'passkey', 'both']),
        teams: z.array(z.string()),
        roles: z.array(
          z.strictObject({
            holdingId: id,
            role: z.enum(roles),
            teamName: z.string().nullable(),
            sinceAt: moment,
          }),
        ),
        deputyFor: z.array(z.string()),
      }),
    ),
    next: z.string().nullable(),
  }),
});

export const blockAccount = endpoint({
  name: 'blockAccount',
  method: 'POST',
  path: '/people/{personId}/account/block',
  access: 'session',
  summary: 'Block an account and end its sessions; administrators only',
  params: z.strictObject({ personId: id }),
  body: z.strictObject({}),
  answer: z.strictObject({ personId: id }),
  refusals: ['cannot-block-yourself', 'no-account'],
});

export const unblockAccount = endpoint({
  name: 'unblockAccount',
  method: 'POST',
  path: '/people/{personId}/account/unblock',
  access: 'session',
  summary: 'Let a blocked account in again; administrators only',
  params: z.strictObject({ personId: id }),
  body: z.strictObject({}),
  answer: z.strictObject({ personId: id }),
  refusals: ['no-account', 'person-has-left'],
});

/** A lost phone: all ways to sign in go, and a new invitation is sent. */
export const resetAccount = endpoint({
  name: 'resetAccount',
  method: 'POST',
  path: '/people/{personId}/account/reset',
  access: 'session',
  summary: 'Take away all ways to sign in and send a new invitation; administrators only',
  params: z.strictObject({ personId: id }),
  body: z.strictObject({}),
  answer: z.strictObject({ invitationId: id }),
  refusals: ['no-account', 'person-has-left', 'person-without-email', 'account-blocked', 'cannot-reset-yourself'],
});
