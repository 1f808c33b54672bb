import type { BodyOf } from '../../../contract/endpoint.ts';
import type { decideSameEvent as endpoint } from '../../../contract/incident.ts';
import { type Refused, refuse, type Tx } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { joinDossiers } from './join-dossiers.ts';
import type { JoinRefusal } from './joining.ts';
import { type Decided, lockPair, noteDecision, type Pair } from './pair.ts';

/** A person decides, and it is remembered. That they are two can be taken back; what is joined is taken apart with a reason. */
export async function decideSameEvent(
  needs: FollowUpNeeds,
  tx: Tx,
  personId: string,
  { sameEventId, decision }: { readonly sameEventId: string; readonly decision: BodyOf<typeof endpoint> },
): Promise<Decided | Refused<JoinRefusal | 'joined-already'>> {
  const { pair, dossiers } = await lockPair(tx, sameEventId);
  if (pair.state === 'same') return refuse('joined-already');
  if (decision.decision !== 'same') return remember(tx, pair, decision.decision);
  const joinedId = decision.leadingId === pair.oneId ? pair.otherId : pair.oneId;
  const [leading, joined] = [dossiers.get(decision.leadingId), dossiers.get(joinedId)];
  // A dossier that is neither of the two leads nothing here.
  if (!leading || !joined) return refuse('joined-elsewhere');
  const refused = await joinDossiers(needs, tx, personId, { sameEventId, leading, joined });
  return refused ? refuse(refused) : { sameEventId, state: 'same' };
}

async function remember(tx: Tx, pair: Pair, state: 'different' | 'proposed'): Promise<Decided> {
  const { sameEventId, oneId, otherId } = pair;
  await tx.execute('update incident.same_event set state = $2, decided_at = $3, decided_by = $4 where id = $1', [
    sameEventId,
    state,
    tx.now,
    tx.personId,
  ]);
  for (const incidentId of [oneId, otherId]) await noteDecision(tx, sameEventId, incidentId, state);
  return { sameEventId, state };
}
