import { randomUUID } from 'node:crypto';
import type { IncidentReport } from '../../contract/incident.ts';
import { locations } from '../../database/demo/cast.ts';

/** A threat as people report it: about 900 bytes. */
export function measuredReport(): IncidentReport {
  return {
    incidentId: randomUUID(),
    kind: 'incident',
    safe: true,
    personGone: true,
    injured: false,
    columns: ['verbal_aggression', 'threat'],
    story:
      'Meneer kreeg te horen dat zijn aanvraag niet compleet is. Hij werd boos en zei dat hij me na werktijd zou opwachten. Ik heb het gesprek gestopt en ben naar achteren gegaan.',
    target: 'me',
    victimIds: [],
    witnessIds: [],
    occurredAt: new Date(Date.now() - 5 * 60_000).toISOString(),
    occurredPrecision: 'exact',
    place: { kind: 'location', locationId: locations.stadskantoor.id, roomId: locations.stadskantoor.rooms.balie3.id },
    aggressor: { knowledge: 'described', text: 'Man van ongeveer 45 jaar, grijze jas, blauwe map' },
    actions: ['addressed_behaviour', 'talk_ended'],
    needs: ['call_me'],
    route: 'manager',
  };
}

export const jsonHeaders = (cookie: string, origin: string) => ({
  cookie,
  origin,
  'content-type': 'application/json',
});
