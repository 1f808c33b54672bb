import * as contract from '../../../contract/questions.ts';
import { requireRole } from '../../organisation/index.ts';
import { type Route, route } from '../../platform/index.ts';
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

  route(contract.changeQuestions, ({ tx, session, params, body }) => {
    requireRole(session, 'coordinator', 'administrator');
    return changeQuestions(tx, params.code, body);
  }),

  route(contract.listQuestionVersions, async ({ tx, params }) => ({
    versions: await questionHistory(tx, params.code),
  })),

  route(contract.getQuestionVersion, ({ tx, params }) => pastQuestions(tx, params.code, params.version)),
];
