import type { AnswerOf } from '../../../contract/endpoint.ts';
import type { listWhoMayHave } from '../../../contract/incident-hand-overs.ts';
import { colleagueRef, findPeople } from '../../organisation/index.ts';
import type { Tx } from '../../platform/index.ts';

/** Per dossier who could take it up: its managers, who stands in for them, the coordinators. Nothing for what is not mine to give. */
export async function whoMayHave(
  tx: Tx,
  incidentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.rows<{ incidentId: string; personId: string }>(
    'select incident_id as "incidentId", person_id as "personId" from incident.who_may_have($1::uuid[], $2)',
    [incidentIds, tx.now],
  );
  const perIncident = Map.groupBy(rows, ({ incidentId }) => incidentId);
  return new Map([...perIncident].map(([id, found]) => [id, found.map(({ personId }) => personId)]));
}

/** To choose from: first who may have most of them. */
export async function peopleToGiveTo(tx: Tx, incidentIds: readonly string[]): Promise<AnswerOf<typeof listWhoMayHave>> {
  const counts = new Map<string, number>();
  for (const people of (await whoMayHave(tx, [...new Set(incidentIds)])).values()) {
    for (const personId of people) counts.set(personId, (counts.get(personId) ?? 0) + 1);
  }
  const people = await findPeople(tx, [...counts.keys()]);
  return {
    people: [...people.values()]
      .map((person) => ({ ...colleagueRef(person), mayHave: counts.get(person.id) ?? 0 }))
      .sort((one, other) => other.mayHave - one.mayHave || one.name.localeCompare(other.name, 'nl')),
  };
}
