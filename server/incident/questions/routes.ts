import * as contract from '../../../contract/questions.ts';
import { type Route, route } from '../../platform/index.ts';
import { rejectFlaws } from '../reject-flaws.ts';
import type { ReportingNeeds } from '../reporting/reporting-needs.ts';
import { answerQuestion } from './answer-question.ts';
import { readQuestions } from './read-questions.ts';

export function questionRoutes(needs: ReportingNeeds): Route[] {
  return [
    route(contract.readQuestions, ({ tx, params: { incidentId }, session }) =>
      readQuestions(needs, tx, session.personId, incidentId),
    ),
    route(contract.answerQuestion, async ({ tx, params, body, session }) =>
      rejectFlaws(await answerQuestion(needs, tx, session.personId, { ...params, ...body })),
    ),
  ];
}
