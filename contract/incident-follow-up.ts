import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, incidentParams, moment, shortText, story, writtenIncident } from './incident-shapes.ts';
import * as words from './incident-words.ts';

export const takeUpIncident = endpoint({
  name: 'takeUpIncident',
  method: 'POST',
  path: '/incidents/{incidentId}/take-up',
  access: 'session',
  summary: 'Say "I take this up": the chain pauses until contact is due',
  params: incidentParams,
  body: z.strictObject({}),
  answer: writtenIncident,
  refusals: ['already-taken-up', 'incident-closed', 'incident-corrected'],
});

export const recordContact = endpoint({
  name: 'recordContact',
  method: 'POST',
  path: '/incidents/{incidentId}/contacts',
  access: 'session',
  summary: 'Record that you spoke, or tried to speak, with a colleague; reaching them ends the chain',
  params: incidentParams,
  body: z.strictObject({
    withPersonId: id,
    way: z.enum(words.contactWays),
    reached: z.boolean(),
    at: moment,
    note: shortText.nullish(),
  }),
  answer: writtenIncident,
  refusals: ['incident-closed', 'incident-corrected', 'not-on-this-incident', 'contact-with-yourself'],
});

export const addInvolved = endpoint({
  name: 'addInvolved',
  method: 'POST',
  path: '/incidents/{incidentId}/people',
  access: 'session',
  summary: 'Add a victim or witness; they are asked for their own account',
  params: incidentParams,
  body: z.strictObject({ personId: id, role: z.enum(['victim', 'witness']) }),
  answer: writtenIncident,
  refusals: ['already-on-this-incident', 'incident-closed', 'incident-corrected'],
});

export const closeIncident = endpoint({
  name: 'closeIncident',
  method: 'POST',
  path: '/incidents/{incidentId}/closure',
  access: 'session',
  summary: "Close with the conclusion, where it was discussed and the victim's wish",
  params: incidentParams,
  body: z.strictObject({
    conclusion: story,
    discussed: z.union([
      z.strictObject({ on: z.iso.date(), attendeeIds: z.array(id).min(1).max(60) }),
      z.strictObject({ notBecause: z.enum(words.notDiscussedReasons) }),
    ]),
    victimWish: z.enum(words.victimWishes),
    /** Said out loud: what is still open stays undone. */
    acceptOpenItems: z.boolean(),
  }),
  answer: writtenIncident,
  refusals: [
    'contact-not-recorded',
    'response-not-sent',
    'items-still-open',
    'meeting-in-future',
    'victim-wish-missing',
    'already-closed',
    'not-taken-up',
    'incident-corrected',
    'withdrawal-not-answered',
  ],
});

export const reopenIncident = endpoint({
  name: 'reopenIncident',
  method: 'POST',
  path: '/incidents/{incidentId}/reopening',
  access: 'session',
  summary: 'Open a closed dossier again, with the reason',
  params: incidentParams,
  body: z.strictObject({ reason: shortText }),
  answer: writtenIncident,
  refusals: ['not-closed'],
});

export const correctIncident = endpoint({
  name: 'correctIncident',
  method: 'POST',
  path: '/incidents/{incidentId}/correction',
  access: 'session',
  summary: 'It was no aggression: the person leaves the dossier without a trace; its texts become unreadable',
  params: incidentParams,
  body: z.strictObject({ reason: z.enum(words.correctionReasons) }),
  answer: writtenIncident,
  refusals: ['only-lead-or-coordinator', 'incident-corrected', 'incident-closed'],
});
