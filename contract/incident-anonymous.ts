import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { cursor, id, limit, moment } from './incident-shapes.ts';

export const anonymousRecipients = ['confidential_adviser', 'coordinator'] as const;
export type AnonymousRecipient = (typeof anonymousRecipients)[number];

/** SHA-256 of the code, in hexadecimals. The code is made on the device of whoever talks, and never sent. */
const key = z.string().regex(/^[0-9a-f]{64}$/);
const messageText = z.string().trim().min(1).max(20_000);
const recipient = z.enum(anonymousRecipients);
const state = z.enum(['open', 'closed']);

export const anonymousDoor = endpoint({
  name: 'anonymousDoor',
  method: 'GET',
  path: '/anonymous-talks/door',
  access: 'public',
  summary: 'With whom somebody can talk here without giving a name',
  query: z.strictObject({ employerId: id.optional() }),
  answer: z.strictObject({
    employerId: id.nullable(),
    organisationName: z.string().nullable(),
    recipients: z.array(recipient),
  }),
});

export const startAnonymousTalk = endpoint({
  name: 'startAnonymousTalk',
  method: 'POST',
  path: '/anonymous-talks',
  access: 'public',
  summary: 'Start a talk without giving a name; the same talk sent again is one talk',
  body: z.strictObject({ talkId: id, messageId: id, employerId: id, to: recipient, key, text: messageText }),
  answer: z.strictObject({ talkId: id }),
  refusals: ['too-many-tries', 'nobody-to-talk-to', 'talk-exists'],
});

export const readAnonymousTalk = endpoint({
  name: 'readAnonymousTalk',
  method: 'POST',
  path: '/anonymous-talks/read',
  access: 'public',
  summary: 'Read the talk that belongs to a code; by POST, as the key of a talk stands in no address',
  body: z.strictObject({ key }),
  answer: z.strictObject({
    to: recipient,
    organisationName: z.string(),
    state,
    messages: z.array(z.strictObject({ messageId: id, isMine: z.boolean(), at: moment, text: z.string() })),
  }),
  refusals: ['too-many-tries', 'talk-unknown'],
  idempotency: 'none',
});

export const answerAnonymousTalk = endpoint({
  name: 'answerAnonymousTalk',
  method: 'POST',
  path: '/anonymous-talks/answer',
  access: 'public',
  summary: 'Add to the talk that belongs to a code; a closed talk opens again',
  body: z.strictObject({ key, messageId: id, text: messageText }),
  answer: z.strictObject({ messageId: id }),
  refusals: ['too-many-tries', 'talk-unknown'],
});

export const listAnonymousTalks = endpoint({
  name: 'listAnonymousTalks',
  method: 'GET',
  path: '/anonymous-talks',
  access: 'session',
  summary: 'The talks of people without a name that were sent to me, the newest first',
  query: z.strictObject({ cursor, limit }),
  answer: z.strictObject({
    talks: z.array(
      z.strictObject({
        talkId: id,
        to: recipient,
        state,
        startedAt: moment,
        lastMessageAt: moment,
        awaitsReply: z.boolean(),
      }),
    ),
    next: z.string().nullable(),
  }),
});

const talkParams = z.strictObject({ talkId: id });

export const openAnonymousTalk = endpoint({
  name: 'openAnonymousTalk',
  method: 'GET',
  path: '/anonymous-talks/{talkId}',
  access: 'session',
  summary: 'One talk of somebody without a name; the look is on the record',
  params: talkParams,
  answer: z.strictObject({
    talkId: id,
    to: recipient,
    state,
    startedAt: moment,
    messages: z.array(
      z.strictObject({
        messageId: id,
        author: z.string().nullable(),
        isMine: z.boolean(),
        at: moment,
        text: z.string(),
      }),
    ),
  }),
});

export const replyInAnonymousTalk = endpoint({
  name: 'replyInAnonymousTalk',
  method: 'POST',
  path: '/anonymous-talks/{talkId}/replies',
  access: 'session',
  summary: 'Answer somebody without a name',
  params: talkParams,
  body: z.strictObject({ messageId: id, text: messageText }),
  answer: z.strictObject({ messageId: id }),
});

export const closeAnonymousTalk = endpoint({
  name: 'closeAnonymousTalk',
  method: 'POST',
  path: '/anonymous-talks/{talkId}/close',
  access: 'session',
  summary: 'End a talk; a new message of the other opens it again',
  params: talkParams,
  body: z.strictObject({}),
  answer: z.strictObject({ talkId: id, state }),
});
