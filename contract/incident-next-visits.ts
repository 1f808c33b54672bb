import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { cursor, id, incidentParams, limit, moment, personRef, shortText } from './incident-shapes.ts';

/** How colleagues meet somebody the next time. */
export const approachWays = ['with_two', 'at_office', 'desk_with_glass', 'ask_security', 'phone_only'] as const;
export type ApproachWay = (typeof approachWays)[number];
export const APPROACH_LONGEST_WORDS = 160;
export const APPROACH_MONTHS = 6;
export const APPROACH_MOST_MONTHS = 12;

/** What somebody is about to do: it is on the record with the question. */
export const visitPurposes = ['counter', 'home_visit', 'phone', 'other'] as const;
export type VisitPurpose = (typeof visitPurposes)[number];

const way = z.enum(approachWays);
const purpose = z.enum(visitPurposes);
const calendarDate = z.iso.date();
const agreement = z.strictObject({
  approachId: id,
  ways: z.array(way),
  words: z.string().nullable(),
  untilOn: calendarDate,
  agreedBy: personRef,
  agreedAt: moment,
});

export const readApproach = endpoint({
  name: 'readApproach',
  method: 'GET',
  path: '/incidents/{incidentId}/next-visit',
  access: 'session',
  summary: 'For who follows it up: what was agreed for the next contact, and who asked for it',
  params: incidentParams,
  answer: z.strictObject({
    current: agreement.nullable(),
    past: z.array(z.strictObject({ ...agreement.shape, endedAt: moment, endedBy: personRef.nullable() })),
    /** Without a whole name and a date of birth or an address nobody could find it. */
    isKnownEnough: z.boolean(),
    /** The newest who asked and heard it. */
    looks: z.array(z.strictObject({ lookId: id, person: personRef, at: moment, purpose })),
    mayAgree: z.boolean(),
  }),
});
export type Approach = z.infer<typeof readApproach.answer>;

export const agreeApproach = endpoint({
  name: 'agreeApproach',
  method: 'PUT',
  path: '/incidents/{incidentId}/next-visit',
  access: 'session',
  summary: 'Agree how colleagues meet this person the next time; replaces what was agreed before',
  params: incidentParams,
  body: z.strictObject({
    ways: z.array(way).max(approachWays.length),
    words: z.string().trim().min(1).max(APPROACH_LONGEST_WORDS).nullable(),
    untilOn: calendarDate,
  }),
  answer: z.strictObject({ incidentId: id, approachId: id }),
  refusals: ['incident-corrected', 'nothing-agreed', 'person-not-known-enough', 'approach-tells-who'],
});

export const endApproach = endpoint({
  name: 'endApproach',
  method: 'POST',
  path: '/incidents/{incidentId}/next-visit/ending',
  access: 'session',
  summary: 'It no longer holds: from now on nobody hears it',
  params: incidentParams,
  body: z.strictObject({}),
  answer: z.strictObject({ incidentId: id }),
});

export const askNextVisit = endpoint({
  name: 'askNextVisit',
  method: 'POST',
  path: '/next-visits',
  access: 'session',
  summary: 'Whether something was agreed for who I am about to meet; a few tries, and each is on the record',
  body: z.strictObject({
    name: shortText,
    bornOn: calendarDate.nullable(),
    postcode: z
      .string()
      .trim()
      .regex(/^[1-9]\d{3} ?[a-zA-Z]{2}$/)
      .nullable(),
    houseNumber: z.string().trim().min(1).max(12).nullable(),
    purpose,
  }),
  answer: z.strictObject({
    /** Null: nothing known. Of several dossiers it is one agreement: nobody hears how many there are. */
    approach: z
      .strictObject({
        ways: z.array(way),
        words: z.array(z.string()),
        untilOn: calendarDate,
        ask: z.strictObject({ name: z.string(), phone: z.string().nullable() }),
      })
      .nullable(),
  }),
  refusals: ['too-many-tries'],
  idempotency: 'none',
});
export type VisitAnswer = z.infer<typeof askNextVisit.answer>;

export const listVisitLooks = endpoint({
  name: 'listVisitLooks',
  method: 'GET',
  path: '/next-visits/looks',
  access: 'session',
  summary: 'For the coordinator: who asked about somebody they were to meet, and what for; the newest first',
  query: z.strictObject({ cursor, limit }),
  answer: z.strictObject({
    looks: z.array(
      z.strictObject({
        lookId: id,
        person: personRef,
        at: moment,
        purpose,
        isFound: z.boolean(),
        /** The dossier of the agreement that they heard. */
        incident: z.strictObject({ incidentId: id, number: z.string() }).nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
});
