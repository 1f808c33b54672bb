import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, incidentParams, moment, personRef, writtenIncident } from './incident-shapes.ts';
import { colleagueRef } from './organisation.ts';
import { protocolRefusals, Text } from './protocol.ts';
import { playbookCodes } from './protocol-words.ts';
import { flawsIn, questionFlawSentences } from './question-flaws.ts';
import { numberLimits } from './question-rules.ts';
import { withAnyWords } from './question-words.ts';
import { type Vocabulary, vocabularies } from './vocabulary-words.ts';

/** Short names that stay for good, because answers refer to them. */
const Code = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/);
const numberOrOpen = z.int().min(numberLimits.least).max(numberLimits.most).nullable();

export const questionLimits = { questions: 120, choices: 60, conditions: 12, text: 2000 } as const;

/** What an earlier answer must be. `chosen`: at least one of the values. */
export const QuestionCondition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('chosen'), question: Code, values: z.array(Code).max(questionLimits.choices) }),
  z.strictObject({ kind: z.literal('between'), question: Code, least: numberOrOpen, most: numberOrOpen }),
  z.strictObject({ kind: z.literal('answered'), question: Code }),
]);
export type QuestionCondition = z.infer<typeof QuestionCondition>;

const ShowWhen = z.strictObject({
  match: z.enum(['all', 'any']),
  conditions: z.array(QuestionCondition).min(1).max(questionLimits.conditions),
});
export type ShowWhen = z.infer<typeof ShowWhen>;

const asked = {
  code: Code,
  label: Text,
  hint: Text.nullable(),
  /** The name of the page that begins with this question; null: it stands on the page of the one before. */
  chapter: Text.nullable(),
  /** Null: always. */
  showWhen: ShowWhen.nullable(),
};

export const questionKinds = ['yesNo', 'choice', 'choices', 'word', 'words', 'text', 'number', 'date'] as const;
export type QuestionKind = (typeof questionKinds)[number];

const Plain = z.strictObject({ ...asked, kind: z.enum(['text', 'yesNo', 'date']) });
const Counted = z.strictObject({ ...asked, kind: z.literal('number'), least: numberOrOpen, most: numberOrOpen });
const Choice = z.strictObject({ value: Code, label: Text });
const Chosen = { ...asked, kind: z.enum(['choice', 'choices']) };

/** As it is designed. `word` and `words`: the choices are a list of words of the organisation, as it counts when it is answered. */
export const Question = z.discriminatedUnion('kind', [
  Plain,
  Counted,
  z.strictObject({ ...Chosen, choices: z.array(Choice).min(2).max(questionLimits.choices) }),
  z.strictObject({
    ...asked,
    kind: z.enum(['word', 'words']),
    list: z.enum(vocabularies as readonly [Vocabulary, ...Vocabulary[]]),
  }),
]);
export type Question = z.infer<typeof Question>;

/** As it is asked: a list of words has become choices. */
export const AskedQuestion = z.discriminatedUnion('kind', [
  Plain,
  Counted,
  z.strictObject({ ...Chosen, choices: z.array(Choice) }),
]);
export type AskedQuestion = z.infer<typeof AskedQuestion>;

/**
 * The extra questions of one playbook. What cannot be asked is refused when it is designed, never when it is answered. Which words
 * of its own an organisation has, is looked at where it is designed.
 */
export const QuestionsContent = z
  .strictObject({ questions: z.array(Question).max(questionLimits.questions) })
  .superRefine(({ questions }, context) => {
    for (const { path, code } of flawsIn(withAnyWords(questions))) {
      context.addIssue({ code: 'custom', path: [...path], params: { code, ...questionFlawSentences[code] } });
    }
  });
export type QuestionsContent = z.infer<typeof QuestionsContent>;

const PlaybookCodeName = z.enum(playbookCodes);
const sinceAt = z.iso.datetime({ offset: true });
const PastVersion = z.strictObject({ version: z.int().min(1), sinceAt, by: colleagueRef.nullable() });
const WhichQuestions = z.strictObject({ code: PlaybookCodeName });

export const listQuestionSets = endpoint({
  name: 'listQuestionSets',
  method: 'GET',
  path: '/protocol/questions',
  access: 'session',
  summary: 'For which playbooks there are extra questions, and how many',
  answer: z.strictObject({
    sets: z.array(z.strictObject({ code: PlaybookCodeName, version: z.int().min(1), questionCount: z.int() })),
  }),
});

export const getQuestions = endpoint({
  name: 'getQuestions',
  method: 'GET',
  path: '/protocol/questions/{code}',
  access: 'session',
  summary: 'The extra questions of a playbook as they count now; version 0: there were never any',
  params: WhichQuestions,
  answer: z.strictObject({ version: z.int().min(0), sinceAt: sinceAt.nullable(), content: QuestionsContent }),
});

export const changeQuestions = endpoint({
  name: 'changeQuestions',
  method: 'PUT',
  path: '/protocol/questions/{code}',
  access: 'session',
  summary: 'Put new extra questions in force; what was reported before keeps the questions of then',
  params: WhichQuestions,
  body: z.strictObject({ basedOnVersion: z.int().min(0), content: QuestionsContent }),
  answer: z.strictObject({ versionId: id, version: z.int().min(1), sinceAt }),
  refusals: protocolRefusals,
  bodyLimit: 512 * 1024,
});

export const listQuestionVersions = endpoint({
  name: 'listQuestionVersions',
  method: 'GET',
  path: '/protocol/questions/{code}/versions',
  access: 'session',
  summary: 'Every version of the extra questions of a playbook, the newest first',
  params: WhichQuestions,
  answer: z.strictObject({ versions: z.array(PastVersion) }),
});

export const getQuestionVersion = endpoint({
  name: 'getQuestionVersion',
  method: 'GET',
  path: '/protocol/questions/{code}/versions/{version}',
  access: 'session',
  summary: 'The extra questions as they once counted',
  params: WhichQuestions.extend({ version: z.coerce.number().pipe(z.int().min(1).max(1_000_000)) }),
  answer: PastVersion.extend({ content: QuestionsContent }),
});

/** Words, one or more choices, a number, a date: which it must be, the question says. */
export const GivenAnswer = z.union([
  z.string().trim().min(1).max(questionLimits.text),
  z.int().min(numberLimits.least).max(numberLimits.most),
  z.array(Code).min(1).max(questionLimits.choices),
]);
export type GivenAnswer = z.infer<typeof GivenAnswer>;

export const readQuestions = endpoint({
  name: 'readQuestions',
  method: 'GET',
  path: '/incidents/{incidentId}/questions',
  access: 'session',
  summary: 'The extra questions with this incident, in the version it keeps, and the answers that this reader may see',
  params: incidentParams,
  answer: z.strictObject({
    /** 0: there were none when it was reported. */
    version: z.int().min(0),
    /** Each with its choices; a word that was retired only where it is the answer, as it was called then. */
    questions: z.array(AskedQuestion),
    answers: z.array(z.strictObject({ question: Code, answer: GivenAnswer, by: personRef, answeredAt: moment })),
    mayAnswer: z.boolean(),
  }),
});

export const answerQuestion = endpoint({
  name: 'answerQuestion',
  method: 'PUT',
  path: '/incidents/{incidentId}/questions/{question}',
  access: 'session',
  summary: 'Answer one extra question, or take the answer back; what was answered before stays on record',
  params: incidentParams.extend({ question: Code }),
  body: z.strictObject({ answer: GivenAnswer.nullable() }),
  answer: writtenIncident,
  refusals: ['incident-corrected'],
});
