import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, moment } from './identity-shapes.ts';
import { roles } from './organisation-words.ts';

export const accountStates = ['none', 'invited', 'active', 'blocked'] as const;
export type AccountState = (typeof accountStates)[number];

export const listAccess = endpoint({
  name: 'listAccess',
  method: 'GET',
  path: '/access-review',
  access: 'session',
  summary: 'The access review: who can come in, with which roles and since when; administrators and privacy officers',
  query: z.strictObject({
    after: id.optional(),
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
