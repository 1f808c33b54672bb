import type { z } from 'zod';
import type { Endpoint } from '../../contract/endpoint.ts';
import * as contract from '../../contract/organisation.ts';
import { type Call, type Refused, type Route, route } from '../platform/index.ts';
import { requireRole } from './access.ts';
import { openLocation, openRoom, saveLocation, saveRoom } from './locations.ts';
import { readOrganisation, saveOrganisation } from './organisation-settings.ts';
import { bringIn, preview, trial } from './people-import/import-people.ts';
import { endPerson, savePerson, welcomePerson } from './person-management.ts';
import { appoint, dismiss, readStaffingWarnings } from './role-management.ts';
import { saveTeam, startTeam } from './teams.ts';

/** What only an administrator does. */
export const managementRoutes: readonly Route[] = [
  forAdministrators(contract.getOrganisation, ({ tx }) => readOrganisation(tx)),
  forAdministrators(contract.changeOrganisation, ({ tx, body }) => saveOrganisation(tx, body)),
  forAdministrators(contract.addLocation, ({ tx, body }) => openLocation(tx, body)),
  forAdministrators(contract.changeLocation, ({ tx, params, body }) => saveLocation(tx, params.locationId, body)),
  forAdministrators(contract.addRoom, ({ tx, params, body }) => openRoom(tx, params.locationId, body)),
  forAdministrators(contract.changeRoom, ({ tx, params, body }) => saveRoom(tx, params.roomId, body)),
  forAdministrators(contract.addTeam, ({ tx, body }) => startTeam(tx, body)),
  forAdministrators(contract.changeTeam, ({ tx, params, body }) => saveTeam(tx, params.teamId, body)),
  forAdministrators(contract.addPerson, ({ tx, body }) => welcomePerson(tx, body)),
  forAdministrators(contract.changePerson, ({ tx, params, body }) => savePerson(tx, params.personId, body)),
  forAdministrators(contract.recordLeaving, ({ tx, params }) => endPerson(tx, params.personId)),
  forAdministrators(contract.giveRole, ({ tx, body }) => appoint(tx, body)),
  forAdministrators(contract.endRole, ({ tx, params }) => dismiss(tx, params.holdingId)),
  forAdministrators(contract.listStaffingWarnings, ({ tx }) => readStaffingWarnings(tx)),
  forAdministrators(contract.previewImport, async ({ body }) => preview(body)),
  forAdministrators(contract.tryImport, ({ tx, body }) => trial(tx, body)),
  forAdministrators(contract.importPeople, ({ tx, body }) => bringIn(tx, body)),
];

function forAdministrators<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  descriptor: Endpoint<P, Q, B, A>,
  handle: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => Promise<z.input<A> | Refused>,
): Route {
  return route(descriptor, async (call) => {
    requireRole(call.session, 'administrator');
    return handle(call);
  });
}
