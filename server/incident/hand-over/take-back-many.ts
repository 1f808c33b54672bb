import type { HandOverAnswer } from '../../../contract/incident-hand-overs.ts';
import { Absent, type Refused, refuse, type Tx } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { lockOwnIncidents, saveState } from '../lock-incident.ts';
import { publishIncident } from '../publish-incident.ts';
import { recordStep } from '../record-step.ts';
import { handOver } from '../rules/incident-states.ts';
import { answerOf, findHandOver, type HandOver, keepTakenBack, takenBackUntil } from './hand-over-store.ts';

/** Undo: what the other has not finished or given away meanwhile is with whoever had it, as it was. */
export async function takeBackMany(
  { notify }: FollowUpNeeds,
  tx: Tx,
  handOverId: string,
): Promise<HandOverAnswer | Refused<'too-late-to-take-back'>> {
  const kept = await findHandOver(tx, handOverId);
  if (!kept) throw new Absent('hand-over');
  if (kept.takenBackAt !== null) return answerOf(kept);
  if (takenBackUntil(kept.at) <= tx.now) return refuse('too-late-to-take-back');

  const back = new Set(kept.what === 'tasks' ? await tasksBack(tx, kept) : await dossiersBack(tx, kept));
  await keepTakenBack(tx, kept, back);
  if (back.size > 0 && kept.toPersonId !== tx.personId) {
    await notify(tx, {
      personId: kept.toPersonId,
      template: 'handed-over-taken-back',
      urgent: false,
      data: { count: back.size },
    });
  }
  const after = await findHandOver(tx, handOverId);
  if (!after) throw new Absent('hand-over');
  return answerOf(after);
}

async function tasksBack(tx: Tx, { handOverId, toPersonId }: HandOver): Promise<string[]> {
  const tasks = await tx.rows<{ taskId: string; incidentId: string; code: string }>(
    'select task_id as "taskId", incident_id as "incidentId", code from incident.take_back_tasks($1, $2)',
    [handOverId, tx.now],
  );
  for (const [incidentId, ofDossier] of Map.groupBy(tasks, (task) => task.incidentId)) {
    for (const { taskId, code } of ofDossier) {
      await recordBack(tx, incidentId, { kind: 'task_taken_back', concernsId: toPersonId, data: { taskId, code } });
    }
    await putOnRecord(tx, incidentId, {
      action: 'tasks-taken-back',
      fromPersonId: toPersonId,
      count: ofDossier.length,
    });
  }
  return tasks.map(({ taskId }) => taskId);
}

async function dossiersBack(tx: Tx, { items, toPersonId }: HandOver): Promise<string[]> {
  const from = new Map(
    items.flatMap(({ id, outcome, fromSubjectId }) =>
      outcome === 'handed-over' && fromSubjectId ? [[id, fromSubjectId] as const] : [],
    ),
  );
  const back: string[] = [];
  for (const { incidentId, incident } of await lockOwnIncidents(tx, [...from.keys()])) {
    const isStillTheirs = 'takenUpBy' in incident && incident.takenUpBy === toPersonId;
    const given = handOver(incident, from.get(incidentId) ?? '');
    if (!isStillTheirs || 'refused' in given) continue;
    await saveState(tx, incidentId, given);
    await recordBack(tx, incidentId, { kind: 'taken_back', concernsId: toPersonId, data: {} });
    await putOnRecord(tx, incidentId, { action: 'incident-taken-back', fromPersonId: toPersonId, count: 1 });
    back.push(incidentId);
  }
  return back;
}

interface Back {
  readonly kind: 'task_taken_back' | 'taken_back';
  readonly concernsId: string;
  readonly data: Readonly<Record<string, string>>;
}

async function recordBack(tx: Tx, incidentId: string, step: Back): Promise<void> {
  await recordStep(tx, incidentId, { ...step, actorId: tx.personId, forReporter: step.kind === 'taken_back' });
}

interface OnRecord {
  readonly action: 'tasks-taken-back' | 'incident-taken-back';
  readonly fromPersonId: string;
  readonly count: number;
}

async function putOnRecord(tx: Tx, incidentId: string, { action, fromPersonId, count }: OnRecord): Promise<void> {
  const detail = { fromPersonId, count };
  await tx.recordAudit({ action, objectKind: 'incident', objectId: incidentId, incidentId, detail });
  await publishIncident(tx, incidentId);
}
