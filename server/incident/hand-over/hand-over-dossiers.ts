import type { HandOverOutcome } from '../../../contract/incident-hand-overs.ts';
import type { Tx } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { type LockedIncident, lockOwnIncidents, saveState } from '../lock-incident.ts';
import { publishIncident } from '../publish-incident.ts';
import { recordStep } from '../record-step.ts';
import { handOver } from '../rules/incident-states.ts';
import type { HandedItem, HandOverBody } from './hand-over-store.ts';
import { whoMayHave } from './who-may-have.ts';

type Asked = Pick<HandOverBody, 'toPersonId' | 'reason'>;

/**
 * Only to whoever could take it up themselves, by the same grants: a dossier is opened for nobody by giving it away. The chain
 * stays as it is; where nobody called by then, it goes on.
 */
export async function handOverDossiers(
  { notify }: FollowUpNeeds,
  tx: Tx,
  asked: Asked,
  ids: readonly string[],
): Promise<HandedItem[]> {
  const locked = new Map((await lockOwnIncidents(tx, ids)).map((incident) => [incident.incidentId, incident]));
  const mayHave = await whoMayHave(tx, ids);
  const items: HandedItem[] = [];
  for (const id of ids) {
    const incident = locked.get(id);
    items.push(incident ? await handOverOne(tx, incident, asked, mayHave.get(id) ?? []) : { id, outcome: 'not-yours' });
  }
  const count = items.filter(({ outcome }) => outcome === 'handed-over').length;
  if (count > 0 && asked.toPersonId !== tx.personId) {
    await notify(tx, {
      personId: asked.toPersonId,
      template: 'dossiers-handed-over',
      urgent: false,
      data: { count },
    });
  }
  return items;
}

async function handOverOne(
  tx: Tx,
  { incidentId, incident }: LockedIncident,
  { toPersonId, reason }: Asked,
  mayHave: readonly string[],
): Promise<HandedItem> {
  const given = handOver(incident, toPersonId);
  const refused: HandOverOutcome | null =
    'refused' in given ? given.refused : mayHave.includes(toPersonId) ? null : 'may-not-have-it';
  if ('refused' in given || refused) return { id: incidentId, outcome: refused ?? 'not-yours' };

  await saveState(tx, incidentId, given);
  await recordStep(tx, incidentId, {
    kind: 'handed_over',
    actorId: tx.personId,
    concernsId: toPersonId,
    data: { reason },
    forReporter: true,
  });
  await tx.recordEvent({ name: 'incident-handed-over', incidentId, data: {} });
  await tx.recordAudit({
    action: 'incident-handed-over',
    objectKind: 'incident',
    objectId: incidentId,
    incidentId,
    detail: { toPersonId, reason },
  });
  await publishIncident(tx, incidentId);
  return {
    id: incidentId,
    outcome: 'handed-over',
    ...('takenUpBy' in incident && { fromSubjectId: incident.takenUpBy }),
  };
}
