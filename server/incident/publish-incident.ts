import type { Tx } from '../platform/index.ts';

/** The open pages of those who may see this incident ask again. */
export async function publishIncident(tx: Tx, incidentId: string): Promise<void> {
  const { people } = await tx.row<{ people: string[] }>('select incident.who_see($1, $2) as people', [
    incidentId,
    tx.now,
  ]);
  tx.publish({ topic: 'incident', id: incidentId, personIds: people });
  tx.publish({ topic: 'tasks', id: incidentId, personIds: people });
}
