import * as contract from '../../../contract/incident.ts';
import { type Route, route } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { rejectFlaws } from '../reject-flaws.ts';
import { decideSamePerson, joinPerson } from './decide-same-person.ts';
import { addRelative, listRelatives, removeRelative } from './relatives.ts';
import { identifyPerson, readWhoDidIt } from './who-did-it.ts';

export function peopleRoutes(needs: FollowUpNeeds): Route[] {
  return [
    route(contract.readWhoDidIt, ({ tx, params }) => readWhoDidIt(needs, tx, params.incidentId)),
    route(contract.identifyPerson, async ({ tx, params, body }) =>
      rejectFlaws(await identifyPerson(needs, tx, { ...params, identity: body })),
    ),
    route(contract.decideSamePerson, ({ tx, params, body }) => decideSamePerson(tx, { ...params, ...body })),
    route(contract.joinPerson, ({ tx, params, body }) => joinPerson(tx, { ...params, ...body })),
    route(contract.listRelatives, ({ tx, params }) => listRelatives(needs, tx, params.incidentId)),
    route(contract.addRelative, async ({ tx, params, body }) =>
      rejectFlaws(await addRelative(needs, tx, { ...params, ...body })),
    ),
    route(contract.removeRelative, ({ tx, params }) => removeRelative(tx, params)),
  ];
}
