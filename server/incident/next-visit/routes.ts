import * as contract from '../../../contract/incident.ts';
import { type Route, route } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { rejectFlaws } from '../reject-flaws.ts';
import { agreeApproach, endApproach } from './agree-approach.ts';
import { askNextVisit } from './ask-next-visit.ts';
import { listVisitLooks } from './list-looks.ts';
import { readApproach } from './read-approach.ts';

export function nextVisitRoutes(needs: FollowUpNeeds): Route[] {
  return [
    route(contract.readApproach, ({ tx, params }) => readApproach(needs, tx, params.incidentId)),
    route(contract.agreeApproach, async ({ tx, params, body }) =>
      rejectFlaws(await agreeApproach(needs, tx, { ...params, ...body })),
    ),
    route(contract.endApproach, ({ tx, params }) => endApproach(tx, params.incidentId)),
    route(contract.askNextVisit, async ({ tx, session, body }) =>
      rejectFlaws(await askNextVisit(needs, tx, session.personId, body)),
    ),
    route(contract.listVisitLooks, ({ tx, query }) => listVisitLooks(tx, query)),
  ];
}
