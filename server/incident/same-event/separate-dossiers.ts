import { type EventHandler, type Refused, refuse, type Tx } from '../../platform/index.ts';
import type { Flawed } from '../flaws.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { publishIncident } from '../publish-incident.ts';
import { recordStep } from '../record-step.ts';
import { expectResponseReminders } from '../response/watch-response.ts';
import { sealReason } from '../seal-field.ts';
import { reopenStoppedTasks } from '../tasks/task-store.ts';
import { type Decided, lockPair, noteDecision, type Pair, pairColumns } from './pair.ts';

/** They were two events after all: the joined dossier gets its work and its clock back, and both keep why. */
export async function separateSameEvent(
  needs: FollowUpNeeds,
  tx: Tx,
  personId: string,
  { sameEventId, reason }: { readonly sameEventId: string; readonly reason: string },
): Promise<Decided | Flawed | Refused<'not-joined'>> {
  const flaws = citizenServiceNumbersIn({ reason });
  if (flaws.length > 0) return { flaws };
  const { pair, dossiers } = await lockPair(tx, sameEventId);
  if (pair.state !== 'same') return refuse('not-joined');
  await giveWorkBack(tx, pair);
  await tx.execute(
    `update incident.same_event set state = 'different', leading_id = null, joined_id = null, stopped_task_ids = '{}',
       stopped_response_due_at = null, decided_at = $2, decided_by = $3 where id = $1`,
    [sameEventId, tx.now, personId],
  );
  for (const incidentId of dossiers.keys()) {
    const step = { kind: 'separated', actorId: personId, data: { sameEventId }, forReporter: true } as const;
    const stepId = await recordStep(tx, incidentId, step);
    if (dossiers.get(incidentId)?.incident.state !== 'corrected')
      await sealReason(needs, tx, { incidentId, stepId, reason });
    await noteDecision(tx, sameEventId, incidentId, 'separated');
  }
  return { sameEventId, state: 'different' };
}

/** A closed dossier asks nobody for anything; it has its moment in its history. */
async function giveWorkBack(tx: Tx, { joinedId, stoppedTaskIds, stoppedResponseDueAt }: Pair): Promise<void> {
  if (joinedId === null) return;
  const { isOver } = await tx.row<{ isOver: boolean }>(
    `select state in ('closed', 'corrected') as "isOver" from incident.incident where id = $1`,
    [joinedId],
  );
  if (stoppedResponseDueAt) {
    await tx.execute('update incident.incident set response_due_at = $2 where id = $1', [
      joinedId,
      stoppedResponseDueAt,
    ]);
  }
  if (isOver) return;
  await reopenStoppedTasks(tx, joinedId, stoppedTaskIds);
  if (stoppedResponseDueAt) await expectResponseReminders(tx, joinedId, stoppedResponseDueAt);
}

/** The leading one rests without its work being done: still one event, and the joined dossiers do it themselves. For jobs. */
export function whenLeadingIsWithdrawn(): EventHandler {
  return async (tx, { incidentId }) => {
    if (incidentId === null) return;
    const pairs = await tx.rows<Pair>(
      `select ${pairColumns} from incident.same_event e where e.leading_id = $1 for no key update`,
      [incidentId],
    );
    for (const pair of pairs) {
      await giveWorkBack(tx, pair);
      await tx.execute(
        `update incident.same_event set stopped_task_ids = '{}', stopped_response_due_at = null where id = $1`,
        [pair.sameEventId],
      );
      if (pair.joinedId) await publishIncident(tx, pair.joinedId);
    }
  };
}

/** One of them was set right, and nothing of it is left: what was joined to it goes on by itself. For jobs. */
export async function separateFromCorrected(tx: Tx, incidentId: string): Promise<void> {
  const pairs = await tx.rows<Pair>(
    `select ${pairColumns} from incident.same_event e where $1 in (e.one_id, e.other_id) for no key update`,
    [incidentId],
  );
  for (const pair of pairs.filter(({ leadingId }) => leadingId === incidentId)) {
    await giveWorkBack(tx, pair);
    if (pair.joinedId) await recordStep(tx, pair.joinedId, { kind: 'separated', actorId: null, forReporter: true });
  }
  await tx.execute('delete from incident.same_event where $1 in (one_id, other_id)', [incidentId]);
}
