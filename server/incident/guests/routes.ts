import * as contract from '../../../contract/incident.ts';
import { type Route, route } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { rejectFlaws } from '../reject-flaws.ts';
import { enterAsGuest, readGuestLink, sendGuestCode } from './guest-door.ts';
import { listGuestLinks, withdrawGuestLink } from './guest-links.ts';
import { inviteGuest } from './invite-guest.ts';
import { openProtectedPlace } from './open-place.ts';

export function guestRoutes(needs: FollowUpNeeds): Route[] {
  return [
    route(contract.inviteGuest, async ({ tx, session, body }) =>
      rejectFlaws(await inviteGuest(needs, tx, session, body)),
    ),
    route(contract.listGuestLinks, ({ tx, session, query }) => listGuestLinks(tx, session, query)),
    route(contract.withdrawGuestLink, ({ tx, session, params }) =>
      withdrawGuestLink(tx, session.personId, params.linkId),
    ),
    route(contract.readGuestLink, (door) => readGuestLink(door, needs, door.body.token)),
    route(contract.sendGuestCode, (door) => sendGuestCode(door, needs, door.body.token)),
    route(contract.enterAsGuest, (door) => enterAsGuest(door, door.body)),
    route(contract.openProtectedPlace, ({ tx, params, body }) => openProtectedPlace(tx, { ...params, ...body })),
  ];
}
