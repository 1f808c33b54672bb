import type { Tx } from '../../platform/index.ts';
import { takeUpIncident } from '../chain/take-up-incident.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import type { LockedIncident } from '../lock-incident.ts';
import { recordStep } from '../record-step.ts';
import { forgetResponseReminders } from '../response/watch-response.ts';
import { sealedAs } from '../sealed-names.ts';
import { dropTasks } from '../tasks/task-store.ts';
import { type JoinRefusal, joinRefusal, workThatStops } from './joining.ts';
import { noteDecision } from './pair.ts';

interface Joining {
  readonly sameEventId: string;
  readonly leading: LockedIncident;
  readonly joined: LockedIncident;
}

/**
 * Two reports of one event: the one leads, the other keeps everything it has and points to it. What is done once goes on in the
 * leading one; contact and care stay with each colleague, and so does who may see what.
 */
export async function joinDossiers(
  needs: FollowUpNeeds,
  tx: Tx,
  personId: string,
  { sameEventId, leading, joined }: Joining,
): Promise<JoinRefusal | null> {
  const refused = joinRefusal(await joinableFrom(tx, leading), await joinableFrom(tx, joined));
  if (refused) return refused;
  const stopped = await stopWork(needs, tx, leading, joined);
  await tx.execute(
    `update incident.same_event set state = 'same', leading_id = $2, joined_id = $3, stopped_task_ids = $4,
       stopped_response_due_at = $5, decided_at = $6, decided_by = $7 where id = $1`,
    [sameEventId, leading.incidentId, joined.incidentId, stopped.taskIds, stopped.responseDueAt, tx.now, personId],
  );
  for (const { incidentId } of [leading, joined]) {
    await recordStep(tx, incidentId, { kind: 'joined', actorId: personId, data: { sameEventId }, forReporter: true });
    await noteDecision(tx, sameEventId, incidentId, 'same');
  }
  await tx.recordEvent({
    name: 'dossiers-joined',
    incidentId: joined.incidentId,
    data: { leadingId: leading.incidentId },
  });
  await takeUpTogether(needs, tx, personId, leading, joined);
  return null;
}

async function joinableFrom(tx: Tx, { incidentId, incident: { state } }: LockedIncident) {
  const { isJoined, leads } = await tx.row<{ isJoined: boolean; leads: boolean }>(
    `select exists (select from incident.same_event where joined_id = $1) as "isJoined",
       exists (select from incident.same_event where leading_id = $1) as leads`,
    [incidentId],
  );
  return { state, isJoined, leads };
}

/** Answers what has to be given back when the two are taken apart. */
async function stopWork({ vault }: FollowUpNeeds, tx: Tx, leading: LockedIncident, joined: LockedIncident) {
  const tasks = await tx.rows<{ taskId: string; incidentId: string; code: string; state: string }>(
    `select id as "taskId", incident_id as "incidentId", code, state from incident.task
     where incident_id = any ($1) and state <> 'dropped' order by position, id for no key update`,
    [[leading.incidentId, joined.incidentId]],
  );
  const of = ({ incidentId }: LockedIncident) => tasks.filter((task) => task.incidentId === incidentId);
  const stops = workThatStops(
    { openTasks: of(joined).filter(({ state }) => state === 'open'), hasClock: isRunning(joined) },
    { taskCodes: new Set(of(leading).map(({ code }) => code)), hasClock: answers(leading) },
  );
  const dossier = await vault.openDossier(tx, joined.incidentId);
  await dropTasks(tx, stops.taskIds, (taskId) =>
    dossier.seal(sealedAs.taskRecord(taskId), JSON.stringify({ reason: 'samengevoegd' })),
  );
  if (!stops.stopsClock || joined.clock.state === 'none') return { taskIds: stops.taskIds, responseDueAt: null };
  await tx.execute('update incident.incident set response_due_at = null where id = $1', [joined.incidentId]);
  forgetResponseReminders(tx, joined.incidentId);
  return { taskIds: stops.taskIds, responseDueAt: joined.clock.dueAt };
}

/** Answered already, or still to be: of what was closed without a response nobody sends one any more. */
function answers(leading: LockedIncident): boolean {
  return leading.clock.state === 'sent' || (isRunning(leading) && leading.incident.state !== 'closed');
}

function isRunning({ clock }: LockedIncident): boolean {
  return clock.state === 'running' || clock.state === 'deferred';
}

/** Whoever has the leading one and joins another to it has that one too. Calling that colleague is still to be done. */
async function takeUpTogether(
  needs: FollowUpNeeds,
  tx: Tx,
  personId: string,
  { incident }: LockedIncident,
  joined: LockedIncident,
): Promise<void> {
  const hasLeading = 'takenUpBy' in incident && incident.takenUpBy === personId;
  if (hasLeading && joined.incident.state === 'reported') await takeUpIncident(needs, tx, personId, joined.incidentId);
}
