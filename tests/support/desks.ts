import type { CastKey } from '../../database/demo/cast.ts';
import { identityRefusals, identityRoutes } from '../../server/identity/index.ts';
import { incidentRefusals } from '../../server/incident/index.ts';
import { notify, type Route } from '../../server/platform/index.ts';
import type { Town } from './town.ts';
import { openDoors, type Visitor } from './visitor.ts';

/** The cast, each at their own desk: whoever signed in asks on from there for the rest of that day. */
export function desksOf(town: Town, routes: readonly Route[]): (who: CastKey) => Promise<Visitor> {
  const identity = identityRoutes({ vault: town.vault, notify, furnish: async () => {} });
  const doors = openDoors(town, [...identity, ...routes], { ...identityRefusals, ...incidentRefusals });
  const seated = new Map<string, Visitor>();
  return async (who) => {
    const place = `${who} ${town.now.toISOString().slice(0, 10)}`;
    const visitor = seated.get(place) ?? (await doors.visitor().stepInAs(who));
    seated.set(place, visitor);
    return visitor;
  };
}
