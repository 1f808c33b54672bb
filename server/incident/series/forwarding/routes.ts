import * as contract from '../../../../contract/incident.ts';
import { type Route, route } from '../../../platform/index.ts';
import type { ForwardingNeeds } from './forwarding-needs.ts';
import { endAddress, makeAddress, readForwarding } from './own-address.ts';

export function forwardingRoutes(needs: ForwardingNeeds): Route[] {
  return [
    route(contract.readForwarding, ({ tx, params }) => readForwarding(needs, tx, params.incidentId)),
    route(contract.makeForwardingAddress, ({ tx, params, body }) => makeAddress(needs, tx, { ...params, ...body })),
    route(contract.endForwardingAddress, ({ tx, params }) => endAddress(tx, params.addressId)),
  ];
}
