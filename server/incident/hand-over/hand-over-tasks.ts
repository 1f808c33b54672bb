import { subjectOfPerson } from '../../organisation/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { publishIncident } from '../publish-incident.ts';
import { recordStep } from '../record-step.ts';
import { lockTasks, passOnTasks, type Task } from '../tasks/task-store.ts';
import type { HandedItem, HandOverBody } from './hand-over-store.ts';

type Asked = Pick<HandOverBody, 'toPersonId' | 'reason'>;

/** By the rules of handing over one: whoever may work on it may give it away, and with it goes what it shows. */
export async function handOverTasks(
  { notify }: FollowUpNeeds,
  tx: Tx,
  asked: Asked,
  ids: readonly string[],
): Promise<HandedItem[]> {
  const tasks = await lockTasks(tx, ids);
  const going = tasks.filter((task) => whyNot(task, asked.toPersonId) === null);
  for (const [incidentId, ofDossier] of Map.groupBy(going, (task) => task.incidentId)) {
    await tellOnDossier(tx, incidentId, ofDossier, asked);
  }
  await passOnTasks(
    tx,
    going.map(({ taskId }) => taskId),
    asked.toPersonId,
  );
  if (going.length > 0 && asked.toPersonId !== tx.personId) {
    const dueAt = new Date(Math.min(...going.map((task) => task.dueAt.getTime()))).toISOString();
    const data = { count: going.length, dueAt };
    await notify(tx, { personId: asked.toPersonId, template: 'tasks-handed-over', urgent: false, data });
  }
  const byId = new Map(tasks.map((task) => [task.taskId, task]));
  return ids.map((id) => itemOf(id, byId.get(id), asked.toPersonId));
}

function whyNot({ state, ownerSubjectId }: Task, toPersonId: string): 'task-not-open' | 'already-theirs' | null {
  if (state !== 'open') return 'task-not-open';
  return ownerSubjectId === subjectOfPerson(toPersonId) ? 'already-theirs' : null;
}

function itemOf(id: string, task: Task | undefined, toPersonId: string): HandedItem {
  if (!task) return { id, outcome: 'not-yours' };
  const refused = whyNot(task, toPersonId);
  if (refused) return { id, outcome: refused };
  return { id, outcome: 'handed-over', fromSubjectId: task.ownerSubjectId, fromRole: task.ownerRole };
}

/** The step first: with the tasks the dossier may be out of sight. One entry on the record for the whole dossier. */
async function tellOnDossier(tx: Tx, incidentId: string, tasks: readonly Task[], asked: Asked): Promise<void> {
  const { toPersonId, reason } = asked;
  for (const { taskId, code } of tasks) {
    const data = { taskId, code, reason };
    const who = { actorId: tx.personId, concernsId: toPersonId };
    await recordStep(tx, incidentId, { kind: 'task_handed_over', ...who, data, forReporter: false });
    await tx.recordEvent({ name: 'task-handed-over', incidentId, data: { taskId, code } });
  }
  await tx.recordAudit({
    action: 'tasks-handed-over',
    objectKind: 'incident',
    objectId: incidentId,
    incidentId,
    detail: { toPersonId, reason, count: tasks.length },
  });
  await publishIncident(tx, incidentId);
}
