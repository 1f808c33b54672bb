import { flawsIn, type QuestionFlaw, questionFlawSentences } from '../../../contract/question-flaws.ts';
import { hasWords, withWords } from '../../../contract/question-words.ts';
import * as contract from '../../../contract/questions.ts';
import { requireRole } from '../../organisation/index.ts';
import { fieldError, HttpFailure, type Route, route, type Tx } from '../../platform/index.ts';
import { wordsInForce } from '../words/vocabulary-versions.ts';
import {
  changeQuestions,
  pastQuestions,
  questionHistory,
  questionSets,
  questionsInForce,
} from './question-versions.ts';

export const questionRoutes: readonly Route[] = [
  route(contract.listQuestionSets, async ({ tx }) => ({ sets: await questionSets(tx) })),

  route(contract.getQuestions, async ({ tx, params }) => {
    const { version, since, content } = await questionsInForce(tx, params.code);
    return { version, sinceAt: since?.toISOString() ?? null, content };
  }),

  route(contract.changeQuestions, async ({ tx, session, params, body }) => {
    requireRole(session, 'coordinator', 'administrator');
    const flaws = await flawsInWords(tx, body.content);
    if (flaws.length > 0) throw new HttpFailure('invalid-input', { errors: flaws.map(inWords) });
    return changeQuestions(tx, params.code, body);
  }),

  route(contract.listQuestionVersions, async ({ tx, params }) => ({
    versions: await questionHistory(tx, params.code),
  })),

  route(contract.getQuestionVersion, ({ tx, params }) => pastQuestions(tx, params.code, params.version)),
];

/** The contract looks at everything else. Which words there are to choose from, only the organisation knows. */
async function flawsInWords(tx: Tx, { questions }: contract.QuestionsContent): Promise<QuestionFlaw[]> {
  if (!hasWords(questions)) return [];
  const lists = await wordsInForce(tx);
  return flawsIn(withWords(questions, (list) => lists.find((kept) => kept.list === list)?.words ?? []));
}

function inWords({ path, code }: QuestionFlaw) {
  return fieldError('body', ['content', ...path], code, questionFlawSentences[code]);
}
