import type { SameEventState } from '../../../contract/incident.ts';
import { Absent, type Tx } from '../../platform/index.ts';
import { type LockedIncident, lockIncident } from '../lock-incident.ts';
import { publishIncident } from '../publish-incident.ts';

/** What a decision answers: ids and a state, nothing of either dossier. */
export interface Decided {
  readonly sameEventId: string;
  readonly state: SameEventState;
}

/** Two dossiers beside each other, as they are kept. */
export interface Pair {
  readonly sameEventId: string;
  readonly oneId: string;
  readonly otherId: string;
  readonly state: SameEventState;
  readonly leadingId: string | null;
  readonly joinedId: string | null;
  readonly stoppedTaskIds: readonly string[];
  readonly stoppedResponseDueAt: Date | null;
}

export const pairColumns = `e.id as "sameEventId", e.one_id as "oneId", e.other_id as "otherId", e.state, e.leading_id as "leadingId",
  e.joined_id as "joinedId", e.stopped_task_ids as "stoppedTaskIds", e.stopped_response_due_at as "stoppedResponseDueAt"`;

/** Both dossiers held in the order of their ids, so that two who decide wait for each other. Who does not act on both finds nothing. */
export async function lockPair(
  tx: Tx,
  sameEventId: string,
): Promise<{ readonly pair: Pair; readonly dossiers: ReadonlyMap<string, LockedIncident> }> {
  const found = await tx.row<{ oneId: string; otherId: string }>(
    'select one_id as "oneId", other_id as "otherId" from incident.same_event where id = $1',
    [sameEventId],
  );
  const dossiers = new Map<string, LockedIncident>();
  for (const incidentId of [found.oneId, found.otherId].sort()) {
    const dossier = await lockIncident(tx, incidentId, 'join').catch(asAbsent);
    dossiers.set(incidentId, dossier);
  }
  const pair = await tx.row<Pair>(
    `select ${pairColumns} from incident.same_event e where e.id = $1 for no key update`,
    [sameEventId],
  );
  return { pair, dossiers };
}

/** That a dossier is joined to one that is not theirs they may know; what the pair is, they cannot touch. */
function asAbsent(): never {
  throw new Absent('same event');
}

/** On the record of each of the two. */
export async function noteDecision(tx: Tx, sameEventId: string, incidentId: string, decision: string): Promise<void> {
  await tx.recordAudit({
    action: 'same-event-decided',
    objectKind: 'same-event',
    objectId: sameEventId,
    incidentId,
    detail: { decision },
  });
  await publishIncident(tx, incidentId);
}
