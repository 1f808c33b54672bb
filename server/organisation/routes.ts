import * as contract from '../../contract/organisation.ts';
import { type Route, route } from '../platform/index.ts';
import { beAway, comeBack, readAbsences, saveWorkingHours } from './absences.ts';
import { weekOf } from './calendars.ts';
import { findColleagues, readColleague } from './colleagues.ts';
import { readConfidentialAdvisers } from './confidential-advisers.ts';
import { endStandingIn, nameDeputyFor, readDeputyships } from './deputyships.ts';
import { managementRoutes } from './management-routes.ts';
import { readMe, saveMe } from './me.ts';
import { getPerson } from './people.ts';
import { readLocations, readTeams } from './teams-and-places.ts';
import { whoToCall } from './who-to-call.ts';

/** What everybody who is signed in may ask and do. */
export const organisationRoutes: readonly Route[] = [
  route(contract.getMe, async ({ tx, session }) => readMe(tx, session)),
  route(contract.changeMe, async ({ tx, session, body }) => saveMe(tx, session, body)),
  route(contract.listWhoToCall, async ({ tx, session, now }) => ({
    people: await whoToCall(tx, session.personId, now),
  })),
  route(contract.listConfidentialAdvisers, async ({ tx }) => readConfidentialAdvisers(tx)),
  route(contract.searchPeople, async ({ tx, body }) => findColleagues(tx, body)),
  route(contract.getColleague, async ({ tx, params }) => readColleague(tx, params.personId)),
  route(contract.listTeams, async ({ tx }) => readTeams(tx)),
  route(contract.listLocations, async ({ tx }) => readLocations(tx)),
  route(contract.listDeputyships, async ({ tx, session, query }) => readDeputyships(tx, session, query.scope)),
  route(contract.nameDeputy, async ({ tx, session, body }) => nameDeputyFor(tx, session, body)),
  route(contract.endDeputyship, async ({ tx, session, params }) => endStandingIn(tx, session, params.deputyshipId)),
  route(contract.listAbsences, async ({ tx, session, params }) => readAbsences(tx, session, params.personId)),
  route(contract.recordAbsence, async ({ tx, session, params, body }) => beAway(tx, session, params.personId, body)),
  route(contract.endAbsence, async ({ tx, session, params }) =>
    comeBack(tx, session, params.personId, params.absenceId),
  ),
  route(contract.getWorkingHours, async ({ tx, params }) => {
    await getPerson(tx, params.personId);
    return weekOf(tx, params.personId);
  }),
  route(contract.setWorkingHours, async ({ tx, session, params, body }) =>
    saveWorkingHours(tx, session, params.personId, body),
  ),
  ...managementRoutes,
];
