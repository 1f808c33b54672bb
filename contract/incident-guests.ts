import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { cursor, id, incidentParams, limit, moment, personRef } from './incident-shapes.ts';

export const guestRoles = ['victim', 'witness'] as const;
export type GuestRole = (typeof guestRoles)[number];

/** Why somebody must know where an office-holder lives. Codes, so that the answer can stand in the log. */
export const placeReasons = ['speak_there', 'police', 'safety_there'] as const;
export type PlaceReason = (typeof placeReasons)[number];

/** How long an opened address stays open, for the one who asked. */
export const placeOpenMinutes = 60;

/** What stands behind the # of the link: 256 random bits, as base64url. */
const token = z.string().regex(/^[\w-]{43}$/);
const name = z.string().trim().min(1).max(80);
/** The channel by which the code came. With no number, or no text messages here, link and code come by the same mail. */
const codeWay = z.enum(['sms', 'email']);

const newGuest = z.strictObject({
  kind: z.literal('new'),
  givenName: name,
  familyName: name,
  email: z.email().max(254).toLowerCase(),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[0-9 ()-]{3,24}$/)
    .nullable(),
  /** Of a councillor or an alderman more is protected. */
  isOfficeHolder: z.boolean(),
  /** Their office, their own employer, or what they are to a colleague: "raadslid", "UWV", "partner". */
  belongsTo: z.string().trim().min(1).max(120),
});
/** Somebody we know already, without an account. The link goes to the address that we have, and to no other. */
const knownGuest = z.strictObject({ kind: z.literal('known'), personId: id });

export const inviteGuest = endpoint({
  name: 'inviteGuest',
  method: 'POST',
  path: '/guest-links',
  access: 'session',
  summary: 'Invite somebody without an account by a personal link: onto a dossier, or to report something themselves',
  body: z.strictObject({
    linkId: id,
    /** Null: not for an incident that there is, but to report one. Only the coordinator invites so. */
    on: z.strictObject({ incidentId: id, role: z.enum(guestRoles) }).nullable(),
    guest: z.discriminatedUnion('kind', [newGuest, knownGuest]),
  }),
  answer: z.strictObject({ linkId: id, state: z.literal('sent') }),
  refusals: [
    'guest-can-sign-in',
    'guest-is-known',
    'guest-without-email',
    'already-on-this-incident',
    'incident-closed',
    'incident-corrected',
  ],
});

export const listGuestLinks = endpoint({
  name: 'listGuestLinks',
  method: 'GET',
  path: '/guest-links',
  access: 'session',
  summary: 'The personal links that were sent, newest first: of one dossier, or for the coordinator all of them',
  query: z.strictObject({ incidentId: id.optional(), cursor, limit }),
  answer: z.strictObject({
    links: z.array(
      z.strictObject({
        linkId: id,
        person: personRef,
        belongsTo: z.string(),
        incident: z.strictObject({ incidentId: id, number: z.string() }).nullable(),
        sentAt: moment,
        untilAt: moment,
        lastUsedAt: moment.nullable(),
        state: z.enum(['open', 'expired', 'withdrawn']),
      }),
    ),
    next: z.string().nullable(),
  }),
});

export const withdrawGuestLink = endpoint({
  name: 'withdrawGuestLink',
  method: 'POST',
  path: '/guest-links/{linkId}/withdraw',
  access: 'session',
  summary: 'Close a personal link at once, and whatever was opened with it',
  params: z.strictObject({ linkId: id }),
  body: z.strictObject({}),
  answer: z.strictObject({ linkId: id, state: z.literal('withdrawn') }),
});

export const readGuestLink = endpoint({
  name: 'readGuestLink',
  method: 'POST',
  path: '/guest-door',
  access: 'public',
  summary: 'Whose link this is and how the code will come; by POST, as the token stands in no address',
  body: z.strictObject({ token }),
  answer: z.strictObject({ givenName: z.string(), organisationName: z.string(), way: codeWay, ends: z.string() }),
  refusals: ['too-many-tries', 'guest-link-over'],
  idempotency: 'none',
});

export const sendGuestCode = endpoint({
  name: 'sendGuestCode',
  method: 'POST',
  path: '/guest-door/code',
  access: 'public',
  summary: 'Send the six-digit code that belongs to a personal link; an earlier code stops working',
  body: z.strictObject({ token }),
  answer: z.strictObject({ way: codeWay }),
  refusals: ['too-many-tries', 'guest-link-over'],
  idempotency: 'none',
});

export const enterAsGuest = endpoint({
  name: 'enterAsGuest',
  method: 'POST',
  path: '/guest-door/enter',
  access: 'public',
  summary: 'With the link and the code: a short session of one’s own, for one’s own incidents only',
  body: z.strictObject({ token, code: z.string().trim().max(20) }),
  answer: z.strictObject({ incidentId: id.nullable() }),
  refusals: ['too-many-tries', 'guest-link-over', 'guest-code-wrong'],
  idempotency: 'none',
});

export const openProtectedPlace = endpoint({
  name: 'openProtectedPlace',
  method: 'POST',
  path: '/incidents/{incidentId}/protected-place',
  access: 'session',
  summary: 'See for an hour where an office-holder lives, with the reason on record; for who leads and the coordinator',
  params: incidentParams,
  body: z.strictObject({ reason: z.enum(placeReasons) }),
  answer: z.strictObject({ incidentId: id }),
});
