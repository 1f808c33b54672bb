import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { cursor, id, incidentParams, limit, moment, personRef } from './incident-shapes.ts';

/** The four sentences of a summary, in the order in which they are read. */
export const summaryParts = ['happened', 'done', 'learned', 'agreed'] as const;
export type SummaryPart = (typeof summaryParts)[number];
export const SUMMARY_LONGEST_PART = 600;

/** Good as it is; rather otherwise, in their own words; do not share. */
export const summaryAnswers = ['good', 'otherwise', 'not'] as const;
export type SummaryAnswer = (typeof summaryAnswers)[number];

const answerCode = z.enum(summaryAnswers);
const calendarDate = z.iso.date();
const sentence = z.string().trim().min(1).max(SUMMARY_LONGEST_PART);
const texts = z.strictObject({ happened: sentence, done: sentence, learned: sentence, agreed: sentence });
export type SummaryTexts = z.infer<typeof texts>;
/** As it was kept: also one of before a sentence could have that length. */
const keptTexts = z.strictObject({ happened: z.string(), done: z.string(), learned: z.string(), agreed: z.string() });

/** Something in a text by which somebody can be recognised. */
const trace = z.strictObject({
  part: z.enum(summaryParts),
  kind: z.enum(['name', 'phone', 'email', 'address']),
  found: z.string(),
  /** Whose name it is; null for a number or an address. */
  role: z.enum(['reporter', 'victim', 'witness', 'aggressor', 'child', 'relative']).nullable(),
});
export type SummaryTrace = z.infer<typeof trace>;

const version = z.number().int().min(1);

export const readSummary = endpoint({
  name: 'readSummary',
  method: 'GET',
  path: '/incidents/{incidentId}/summary',
  access: 'session',
  summary: 'For who follows it up: the summary for the team, and what those concerned said of it',
  params: incidentParams,
  answer: z.strictObject({
    number: z.string(),
    teamName: z.string().nullable(),
    /** Null: nobody has written one. */
    current: z.strictObject({ version, texts: keptTexts, writtenBy: personRef, writtenAt: moment }).nullable(),
    earlier: z.array(z.strictObject({ version, texts: keptTexts, writtenBy: personRef, writtenAt: moment })),
    asked: z.array(
      z.strictObject({
        person: personRef,
        /** It happened to them: without their yes nobody else reads it. */
        decides: z.boolean(),
        /** Has left, or is a guest without a link that works: then nobody can ask them. */
        canAnswer: z.boolean(),
        answer: answerCode.nullable(),
        answeredAt: moment.nullable(),
        words: z.string().nullable(),
      }),
    ),
    sharedAt: moment.nullable(),
    inLibrary: z.boolean(),
    discussedOn: calendarDate.nullable(),
    mayWrite: z.boolean(),
  }),
});

export const checkSummary = endpoint({
  name: 'checkSummary',
  method: 'POST',
  path: '/incidents/{incidentId}/summary/check',
  access: 'session',
  summary: 'Which words of this text tell who it is about; nothing is kept',
  params: incidentParams,
  body: texts,
  answer: z.strictObject({ traces: z.array(trace) }),
  idempotency: 'none',
});

export const writeSummary = endpoint({
  name: 'writeSummary',
  method: 'PUT',
  path: '/incidents/{incidentId}/summary',
  access: 'session',
  summary: 'Write the summary, or a new version of it: everybody concerned is asked again',
  params: incidentParams,
  body: z.strictObject({
    texts,
    /** Of what was found: what the writer looked at and says may stand. */
    keep: z.array(z.string().min(1).max(200)).max(100),
  }),
  answer: z.strictObject({ incidentId: id, version }),
  refusals: ['incident-corrected', 'summary-holds-names'],
});

export const mySummary = endpoint({
  name: 'mySummary',
  method: 'GET',
  path: '/my-incidents/{incidentId}/summary',
  access: 'session',
  summary: 'For who is concerned: the summary as it stands, and what I said of it',
  params: incidentParams,
  answer: z.strictObject({
    summary: z
      .strictObject({
        version,
        texts: keptTexts,
        writtenBy: personRef,
        writtenAt: moment,
        teamName: z.string().nullable(),
        decides: z.boolean(),
        myAnswer: answerCode.nullable(),
        myWords: z.string().nullable(),
        iWantInLibrary: z.boolean(),
        isShared: z.boolean(),
        inLibrary: z.boolean(),
      })
      .nullable(),
  }),
});

export const answerSummary = endpoint({
  name: 'answerSummary',
  method: 'PUT',
  path: '/my-incidents/{incidentId}/summary/answer',
  access: 'session',
  summary: 'Say that it is good, ask for something else, or that it is not to be shared; also later, and then at once',
  params: incidentParams,
  body: z.strictObject({
    /** The one that was read: a text that changed meanwhile is judged anew. */
    version,
    answer: answerCode,
    words: z.string().trim().min(1).max(2_000).nullable(),
    inLibrary: z.boolean(),
  }),
  answer: z.strictObject({ incidentId: id, version, answer: answerCode }),
  refusals: ['incident-corrected', 'summary-changed'],
});

export const listTeamSummaries = endpoint({
  name: 'listTeamSummaries',
  method: 'POST',
  path: '/team-summaries/search',
  access: 'session',
  summary: 'Summaries that those concerned said yes to: of my teams, or of the whole organisation without a team',
  body: z.strictObject({
    scope: z.enum(['team', 'library']),
    /** All of these words stand in it. Not in an address: nobody knows what somebody looks for. */
    words: z.string().trim().max(200).optional(),
    cursor,
    limit,
  }),
  answer: z.strictObject({
    summaries: z.array(
      z.strictObject({
        summaryId: id,
        texts: keptTexts,
        sharedAt: moment,
        /** Null in the library. */
        teamName: z.string().nullable(),
        discussedOn: calendarDate.nullable(),
        inLibrary: z.boolean(),
        mayMark: z.boolean(),
      }),
    ),
    next: z.string().nullable(),
  }),
  idempotency: 'none',
});
export type TeamSummary = z.infer<typeof listTeamSummaries.answer>['summaries'][number];

export const markDiscussed = endpoint({
  name: 'markDiscussed',
  method: 'PUT',
  path: '/team-summaries/{summaryId}/discussed',
  access: 'session',
  summary: 'For who leads the team: the day on which it was discussed; null takes that back',
  params: z.strictObject({ summaryId: id }),
  body: z.strictObject({ discussedOn: calendarDate.nullable() }),
  answer: z.strictObject({ summaryId: id, discussedOn: calendarDate.nullable() }),
});
