import * as contract from '../../../contract/incident.ts';
import type { Sentence } from '../../../contract/problem.ts';
import { type Route, route } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { rejectFlaws } from '../reject-flaws.ts';
import { answerWithdrawal } from './answer-withdrawal.ts';
import { readWithdrawal } from './read-withdrawal.ts';
import { takeBackWithdrawal, withdrawReport } from './withdraw-report.ts';
import type { AnswerRefusal } from './withdrawing.ts';

export const withdrawalRefusals = {
  'already-withdrawn': {
    nl: 'Je hebt deze melding al ingetrokken. Iemand spreekt je erover.',
    en: 'You have withdrawn this report already. Somebody will speak with you about it.',
  },
  'not-withdrawn': {
    nl: 'Deze melding is niet ingetrokken.',
    en: 'This report is not withdrawn.',
  },
  'your-own-report': {
    nl: 'Dit is je eigen melding. Laat iemand anders beslissen.',
    en: 'This is your own report. Let somebody else decide.',
  },
  'speak-first': {
    nl: 'Spreek eerst met je collega over het intrekken. Leg dat contact vast.',
    en: 'First speak with your colleague about withdrawing. Record that contact.',
  },
} as const satisfies Record<AnswerRefusal | 'already-withdrawn', Sentence>;

export function withdrawalRoutes(needs: FollowUpNeeds): Route[] {
  return [
    route(contract.readWithdrawal, ({ tx, params, session }) =>
      readWithdrawal(needs, tx, session.personId, params.incidentId),
    ),
    route(contract.withdrawReport, async ({ tx, params, body, session }) =>
      rejectFlaws(await withdrawReport(needs, tx, session.personId, { ...params, ...body })),
    ),
    route(contract.takeBackWithdrawal, ({ tx, params, session }) =>
      takeBackWithdrawal(tx, session.personId, params.incidentId),
    ),
    route(contract.answerWithdrawal, async ({ tx, params: { incidentId }, body, session }) =>
      rejectFlaws(await answerWithdrawal(needs, tx, session.personId, { incidentId, answer: body })),
    ),
  ];
}
