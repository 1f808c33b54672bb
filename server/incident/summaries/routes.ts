import * as contract from '../../../contract/incident.ts';
import { type Route, route } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { rejectFlaws } from '../reject-flaws.ts';
import { markDiscussed } from './mark-discussed.ts';
import { answerSummary, readMySummary } from './my-summary.ts';
import { readSummary } from './read-summary.ts';
import { listTeamSummaries } from './team-summaries.ts';
import { checkSummary, writeSummary } from './write-summary.ts';

export function summaryRoutes(needs: FollowUpNeeds): Route[] {
  return [
    route(contract.readSummary, ({ tx, params }) => readSummary(needs, tx, params.incidentId)),
    route(contract.checkSummary, async ({ tx, params, body }) =>
      rejectFlaws(await checkSummary(needs, tx, { ...params, texts: body })),
    ),
    route(contract.writeSummary, async ({ tx, params, body }) =>
      rejectFlaws(await writeSummary(needs, tx, { ...params, ...body })),
    ),
    route(contract.mySummary, ({ tx, params, session }) =>
      readMySummary(needs, tx, session.personId, params.incidentId),
    ),
    route(contract.answerSummary, async ({ tx, params, body, session }) =>
      rejectFlaws(await answerSummary(needs, tx, session.personId, { ...params, ...body })),
    ),
    route(contract.listTeamSummaries, ({ tx, body }) => listTeamSummaries(needs, tx, body)),
    route(contract.markDiscussed, async ({ tx, params, body }) =>
      rejectFlaws(await markDiscussed(tx, { ...params, ...body })),
    ),
  ];
}
