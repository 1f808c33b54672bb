import { findPeople, subjectOfPerson } from '../../organisation/index.ts';
import { type Refused, refuse, type Tx } from '../../platform/index.ts';
import type { Flawed } from '../flaws.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { bitsOf } from '../incident-access.ts';
import { lockIncident, refusalWhenOver } from '../lock-incident.ts';
import { publishIncident } from '../publish-incident.ts';
import { recordStep } from '../record-step.ts';
import { sealedAs } from '../sealed-names.ts';
import type { WrittenTask } from './finish-task.ts';
import { addOwnTask, lockTask, passOnTasks } from './task-store.ts';

export type HandOverRefusal = 'task-not-open' | 'incident-closed' | 'person-has-left' | 'already-theirs';

/** From whoever owns it to a colleague: with the task goes what it shows of the dossier. */
export async function handOverTask(
  { notify }: FollowUpNeeds,
  tx: Tx,
  personId: string,
  { taskId, toPersonId }: { readonly taskId: string; readonly toPersonId: string },
): Promise<WrittenTask | Flawed | Refused<HandOverRefusal>> {
  const task = await lockTask(tx, taskId);
  if (task.state !== 'open') return refuse('task-not-open');
  const refused = await whyNotFor(tx, toPersonId, 'toPersonId');
  if (refused) return refused;
  if (task.ownerSubjectId === subjectOfPerson(toPersonId)) return refuse('already-theirs');

  const { incidentId, code, dueAt } = task;
  // The step first: with the task the dossier may be out of sight.
  await recordStep(tx, incidentId, {
    kind: 'task_handed_over',
    actorId: personId,
    concernsId: toPersonId,
    data: { taskId, code },
    forReporter: false,
  });
  await tx.recordEvent({ name: 'task-handed-over', incidentId, data: { taskId, code } });
  await tx.recordAudit({
    action: 'task-handed-over',
    objectKind: 'task',
    objectId: taskId,
    incidentId,
    detail: { toPersonId },
  });
  await publishIncident(tx, incidentId);
  await passOnTasks(tx, [taskId], toPersonId);
  await notify(tx, {
    personId: toPersonId,
    template: 'task-assigned',
    incidentId,
    urgent: false,
    data: { dueAt: dueAt.toISOString() },
  });
  return { taskId, state: 'open' };
}

export interface OwnTask {
  readonly taskId: string;
  readonly title: string;
  readonly ownerPersonId: string;
  readonly dueAt: string;
}

export type AddTaskRefusal = 'incident-closed' | 'incident-corrected' | 'person-has-left';

/** Beside those of the playbook. Its title may name somebody, so it is sealed. */
export async function addTask(
  { vault, notify }: FollowUpNeeds,
  tx: Tx,
  personId: string,
  { incidentId, task }: { readonly incidentId: string; readonly task: OwnTask },
): Promise<WrittenTask | Flawed | Refused<AddTaskRefusal>> {
  const { taskId, title, ownerPersonId, dueAt } = task;
  const flaws = citizenServiceNumbersIn({ title });
  if (flaws.length > 0) return { flaws };
  if (new Date(dueAt) <= tx.now) return { flaws: [{ path: ['dueAt'], code: 'in-the-past' }] };
  const locked = await lockIncident(tx, incidentId, 'add_task');
  const refused = refusalWhenOver(locked.incident) ?? (await whyNotFor(tx, ownerPersonId, 'ownerPersonId'));
  if (refused) return refused;

  const sealedTitle = (await vault.openDossier(tx, incidentId)).seal(sealedAs.taskTitle(taskId), title);
  const ownerSubjectId = subjectOfPerson(ownerPersonId);
  const givesParts = bitsOf(['header', 'place', 'people']);
  const added = await addOwnTask(tx, locked, {
    taskId,
    sealedTitle,
    ownerSubjectId,
    givesParts,
    dueAt: new Date(dueAt),
  });
  if (!added) return { taskId, state: 'open' };
  await recordStep(tx, incidentId, {
    kind: 'task_added',
    actorId: personId,
    concernsId: ownerPersonId,
    data: { taskId, code: 'own' },
    forReporter: false,
  });
  await tx.recordEvent({ name: 'task-added', incidentId, data: { taskId } });
  await tx.recordAudit({ action: 'task-added', objectKind: 'task', objectId: taskId, incidentId });
  await publishIncident(tx, incidentId);
  if (ownerPersonId !== personId) {
    await notify(tx, {
      personId: ownerPersonId,
      template: 'task-assigned',
      incidentId,
      urgent: false,
      data: { dueAt },
    });
  }
  return { taskId, state: 'open' };
}

/** Nobody at all, somebody of another employer, and who only came by a personal link, are the same unknown colleague. */
export async function whyNotFor(
  tx: Tx,
  personId: string,
  field: string,
): Promise<Flawed | Refused<'person-has-left'> | undefined> {
  const person = (await findPeople(tx, [personId])).get(personId);
  if (!person || person.isByLink) return { flaws: [{ path: [field], code: 'unknown-colleague' }] };
  return person.endedAt !== null && person.endedAt <= tx.now ? refuse('person-has-left') : undefined;
}
