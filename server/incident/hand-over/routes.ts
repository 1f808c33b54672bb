import * as contract from '../../../contract/incident-hand-overs.ts';
import { type Route, route } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { rejectFlaws } from '../reject-flaws.ts';
import { handOverMany } from './hand-over-many.ts';
import { takeBackMany } from './take-back-many.ts';
import { peopleToGiveTo } from './who-may-have.ts';

export function handOverRoutes(needs: FollowUpNeeds): Route[] {
  return [
    route(contract.handOverMany, async ({ tx, params, body }) =>
      rejectFlaws(await handOverMany(needs, tx, params.handOverId, body)),
    ),
    route(contract.takeBackMany, ({ tx, params }) => takeBackMany(needs, tx, params.handOverId)),
    route(contract.listWhoMayHave, ({ tx, body }) => peopleToGiveTo(tx, body.incidentIds)),
  ];
}
