import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { cursor, id, incidentParams, limit, moment, personRef, shortText, story } from './incident-shapes.ts';
import * as words from './incident-words.ts';
import { signalRuleLimits } from './signal-rule-limits.ts';

/** What signals may have in common. A repeat is the same person again after it was corrected. */
export const signalFacts = ['person', 'repeat', 'place', 'team', 'hour'] as const;
export type SignalFact = (typeof signalFacts)[number];

const { count, days } = signalRuleLimits;
const threshold = z.strictObject({
  count: z.int().min(count.min).max(count.max),
  days: z.int().min(days.min).max(days.max),
});

/** When what was noted is a pattern: soon after each other, or often in a longer time, and what is looked at. */
export const SignalRules = z.strictObject({
  soon: threshold,
  often: threshold,
  looksAt: z.strictObject({
    person: z.boolean(),
    repeat: z.boolean(),
    place: z.boolean(),
    team: z.boolean(),
    hour: z.boolean(),
  }),
  /** Reports count along with notes. */
  withReports: z.boolean(),
});
export type SignalRules = z.infer<typeof SignalRules>;

const noteParams = z.strictObject({ noteId: id });
const patternParams = z.strictObject({ patternId: id });
/** Zero while the organisation never chose its own. */
const versionOfRules = z.int().min(0);

export const addToNote = endpoint({
  name: 'addToNote',
  method: 'POST',
  path: '/notes/{noteId}/additions',
  access: 'session',
  summary: 'Add to a note of my own where and when it was, and marks of which only a fingerprint is kept',
  params: noteParams,
  body: z.strictObject({
    /** About this time. Without, only the day is known. */
    occurredAt: moment.nullish(),
    locationId: id.nullish(),
    roomId: id.nullish(),
    marks: z
      .strictObject({
        initials: z.string().trim().min(2).max(12).optional(),
        number: z.string().trim().min(2).max(40).optional(),
        plate: z.string().trim().min(4).max(12).optional(),
        appearance: z.string().trim().min(3).max(60).optional(),
      })
      .optional(),
  }),
  answer: noteParams,
});

export const listPatterns = endpoint({
  name: 'listPatterns',
  method: 'GET',
  path: '/patterns',
  access: 'session',
  summary: 'For the coordinator: patterns in what was noted, each with why; nobody who noted is named',
  query: z.strictObject({ show: z.enum(['open', 'decided']).default('open'), cursor, limit }),
  answer: z.strictObject({
    patterns: z.array(
      z.strictObject({
        patternId: id,
        fact: z.enum(['person', 'repeat', 'room', 'location', 'team', 'hour']),
        /** Within how many days. */
        days: z.int(),
        foundAt: moment,
        /** What all of them have in common. */
        shared: z.strictObject({
          placeName: z.string().nullable(),
          teamName: z.string().nullable(),
          hour: z.int().min(0).max(23).nullable(),
        }),
        /** Notes and reports together. */
        count: z.int(),
        reports: z.int(),
        /** All of it is emotion or criticism. */
        isEmotion: z.boolean(),
        /** Emotion is put on record by name only where it persists with one person. */
        mayName: z.boolean(),
        /** The newest fifty. */
        signals: z.array(
          z.strictObject({
            signalId: id,
            /** Null: a note. */
            incident: z.strictObject({ incidentId: id, number: z.string() }).nullable(),
            column: z.enum(words.matrixColumns).nullable(),
            corrected: z.boolean(),
            occurredAt: moment,
            /** Only the day is known. */
            isDayOnly: z.boolean(),
            placeName: z.string().nullable(),
            teamName: z.string().nullable(),
          }),
        ),
        asked: z.strictObject({ at: moment, of: z.int(), declined: z.int(), answers: z.array(z.string()) }).nullable(),
        decision: z
          .strictObject({
            at: moment,
            by: personRef,
            reason: z.string().nullable(),
            incident: z.strictObject({ incidentId: id, number: z.string() }).nullable(),
          })
          .nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
});

const writtenPattern = z.strictObject({ patternId: id, state: z.enum(['open', 'reported', 'set_aside']) });

export const askWhoNoted = endpoint({
  name: 'askWhoNoted',
  method: 'POST',
  path: '/patterns/{patternId}/question',
  access: 'session',
  summary: 'Ask those who noted it whether they want to tell who it was',
  params: patternParams,
  body: z.strictObject({}),
  answer: writtenPattern,
  refusals: ['pattern-decided', 'pattern-already-asked'],
});

export const reportPattern = endpoint({
  name: 'reportPattern',
  method: 'POST',
  path: '/patterns/{patternId}/report',
  access: 'session',
  summary: 'Make a report of a pattern',
  params: patternParams,
  body: z.strictObject({ incidentId: id, story, aggressorText: shortText.nullish() }),
  answer: z.strictObject({ ...writtenPattern.shape, ...incidentParams.shape }),
  refusals: ['pattern-decided', 'incident-already-reported', 'emotion-goes-without-a-name'],
});

export const setPatternAside = endpoint({
  name: 'setPatternAside',
  method: 'POST',
  path: '/patterns/{patternId}/set-aside',
  access: 'session',
  summary: 'Do nothing with a pattern, and say why',
  params: patternParams,
  body: z.strictObject({ reason: shortText }),
  answer: writtenPattern,
  refusals: ['pattern-decided'],
});

export const listNoteQuestions = endpoint({
  name: 'listNoteQuestions',
  method: 'GET',
  path: '/notes/questions',
  access: 'session',
  summary: 'My notes of which the coordinator asks who it was',
  answer: z.strictObject({
    questions: z.array(
      z.strictObject({
        patternId: id,
        noteId: id,
        askedAt: moment,
        column: z.enum(words.matrixColumns),
        occurredAt: moment,
        isDayOnly: z.boolean(),
        placeName: z.string().nullable(),
      }),
    ),
  }),
});

export const answerNoteQuestion = endpoint({
  name: 'answerNoteQuestion',
  method: 'POST',
  path: '/patterns/{patternId}/notes/{noteId}/answer',
  access: 'session',
  summary: 'Tell who it was, or say that I would rather not',
  params: z.strictObject({ patternId: id, noteId: id }),
  body: z.strictObject({
    /** Null: I would rather not tell. */
    text: shortText.nullable(),
  }),
  answer: z.strictObject({ patternId: id, noteId: id, answer: z.enum(['told', 'declined']) }),
});

export const getSignalRules = endpoint({
  name: 'getSignalRules',
  method: 'GET',
  path: '/signal-rules',
  access: 'session',
  summary: 'When what was noted is a pattern',
  answer: z.strictObject({
    version: versionOfRules,
    sinceAt: moment.nullable(),
    by: personRef.nullable(),
    rules: SignalRules,
  }),
});

export const changeSignalRules = endpoint({
  name: 'changeSignalRules',
  method: 'PUT',
  path: '/signal-rules',
  access: 'session',
  summary: 'Change when what was noted is a pattern; counts from the next note',
  body: z.strictObject({ basedOnVersion: versionOfRules, rules: SignalRules }),
  answer: z.strictObject({ version: z.int().min(1) }),
  refusals: ['signal-rules-changed-meanwhile'],
});
