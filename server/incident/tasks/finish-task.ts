import type { TaskState } from '../../../contract/incident-words.ts';
import { type Refused, refuse, type Tx } from '../../platform/index.ts';
import { recordContact } from '../chain/record-contact.ts';
import type { Flawed } from '../flaws.ts';
import { isFlawed } from '../flaws.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { publishIncident } from '../publish-incident.ts';
import { recordStep } from '../record-step.ts';
import { sendResponse } from '../response/send-response.ts';
import { sealedAs } from '../sealed-names.ts';
import { problemsIn, type TaskRecord } from './task-record.ts';
import { finishTask, lockTask, reopenedTask, type Task } from './task-store.ts';

export interface WrittenTask {
  readonly taskId: string;
  readonly state: TaskState;
}

export type CompletionRefusal = 'task-not-open' | 'record-incomplete' | 'incident-closed';

/** open → done, with what the playbook asks to record. Only those who follow up read that record. */
export async function completeTask(
  needs: FollowUpNeeds,
  tx: Tx,
  personId: string,
  { taskId, record }: { readonly taskId: string; readonly record: TaskRecord },
): Promise<WrittenTask | Flawed | Refused<CompletionRefusal>> {
  const flaws = citizenServiceNumbersIn({ record });
  if (flaws.length > 0) return { flaws };
  const task = await lockTask(tx, taskId);
  if (task.state !== 'open') return refuse(await whyNotOpen(tx, task));
  const missing = problemsIn(record, task.records);
  if (missing.length > 0) return refuse('record-incomplete', { facts: { fields: missing.join(' ') } });

  const outcome = await carryOutMeaning(needs, tx, personId, task);
  if (isFlawed(outcome)) return outcome;
  if (outcome !== undefined && 'refused' in outcome) return refuse('task-not-open');
  if (outcome === undefined) await finish(needs, tx, personId, task, 'done', record);
  return { taskId, state: 'done' };
}

/** Two tasks are facts of the dossier: who ticks them off says that the contact, or the response, was there. */
async function carryOutMeaning(needs: FollowUpNeeds, tx: Tx, personId: string, { incidentId, code }: Task) {
  if (code === 'contact') {
    const withPersonId = await firstConcerned(tx, incidentId);
    const contact = { withPersonId, way: 'phone', reached: true, at: tx.now.toISOString() } as const;
    return recordContact(needs, tx, personId, { incidentId, contact });
  }
  if (code === 'response') {
    return sendResponse(needs, tx, personId, {
      incidentId,
      response: { way: 'letter', sentAt: tx.now.toISOString(), summary: null },
    });
  }
  return undefined;
}

async function firstConcerned(tx: Tx, incidentId: string): Promise<string> {
  const { personId } = await tx.row<{ personId: string }>('select incident.first_concerned($1) as "personId"', [
    incidentId,
  ]);
  return personId;
}

/** open → dropped. Not needed after all: why, is for those who follow up. */
export async function dropTask(
  needs: FollowUpNeeds,
  tx: Tx,
  personId: string,
  { taskId, reason }: { readonly taskId: string; readonly reason: string },
): Promise<WrittenTask | Flawed | Refused<'task-not-open' | 'incident-closed'>> {
  const flaws = citizenServiceNumbersIn({ reason });
  if (flaws.length > 0) return { flaws };
  const task = await lockTask(tx, taskId);
  if (task.state !== 'open') return refuse(await whyNotOpen(tx, task));
  await finish(needs, tx, personId, task, 'dropped', { reason });
  return { taskId, state: 'dropped' };
}

/** done, dropped → open. Undo: what was recorded goes. */
export async function reopenTask(
  tx: Tx,
  personId: string,
  taskId: string,
): Promise<WrittenTask | Refused<'task-not-finished' | 'incident-closed'>> {
  const task = await lockTask(tx, taskId);
  if (task.state === 'open') return refuse('task-not-finished');
  await reopenedTask(tx, taskId);
  // Only now is the dossier visible again to who may see it for this task alone.
  if (await isOver(tx, task.incidentId)) return refuse('incident-closed');
  await recordStep(tx, task.incidentId, stepAbout(task, 'task_reopened', personId));
  await note(tx, task, 'task-reopened');
  return { taskId, state: 'open' };
}

async function finish(
  { vault }: FollowUpNeeds,
  tx: Tx,
  personId: string,
  task: Task,
  state: 'done' | 'dropped',
  record: TaskRecord,
): Promise<void> {
  const dossier = await vault.openDossier(tx, task.incidentId);
  const sealedRecord = dossier.seal(sealedAs.taskRecord(task.taskId), JSON.stringify(record));
  // The step first: with the task its owner may lose sight of the dossier.
  await recordStep(tx, task.incidentId, stepAbout(task, state === 'done' ? 'task_done' : 'task_dropped', personId));
  await note(tx, task, `task-${state}`);
  await finishTask(tx, task.taskId, { state, sealedRecord });
}

function stepAbout(task: Task, kind: 'task_done' | 'task_dropped' | 'task_reopened', actorId: string) {
  return {
    kind,
    actorId,
    data: { taskId: task.taskId, code: task.code },
    forReporter: task.tellsReporter && kind === 'task_done',
  };
}

async function note(tx: Tx, { taskId, incidentId, code }: Task, what: string): Promise<void> {
  await tx.recordEvent({ name: what, incidentId, data: { taskId, code } });
  await tx.recordAudit({ action: what, objectKind: 'task', objectId: taskId, incidentId, detail: { code } });
  await publishIncident(tx, incidentId);
}

async function whyNotOpen(tx: Tx, { incidentId }: Task): Promise<'task-not-open' | 'incident-closed'> {
  return (await isOver(tx, incidentId)) ? 'incident-closed' : 'task-not-open';
}

async function isOver(tx: Tx, incidentId: string): Promise<boolean> {
  const [over] = await tx.rows(`select from incident.incident where id = $1 and state in ('closed', 'corrected')`, [
    incidentId,
  ]);
  return over !== undefined;
}
