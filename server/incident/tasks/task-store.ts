import type { TaskState } from '../../../contract/incident-words.ts';
import type { RecordField } from '../../../contract/protocol.ts';
import type { TaskOwner } from '../../../contract/protocol-words.ts';
import { newId, type Tx } from '../../platform/index.ts';
import type { FollowUpFacts } from '../follow-up-facts.ts';
import { bitsOf } from '../incident-access.ts';
import type { PlannedTask } from '../rules/playbook.ts';
import { tasksWithAMeaning } from '../rules/playbook.ts';
import { expectOverdue } from './watch-tasks.ts';

export interface Task {
  readonly taskId: string;
  readonly incidentId: string;
  readonly code: string;
  readonly state: TaskState;
  readonly ownerSubjectId: string;
  readonly ownerRole: TaskOwner | null;
  readonly dueAt: Date;
  readonly records: readonly RecordField[];
  readonly tellsReporter: boolean;
}

const taskColumns = `id as "taskId", incident_id as "incidentId", code, state, owner_subject_id as "ownerSubjectId",
  owner_role as "ownerRole", due_at as "dueAt", records, tells_reporter as "tellsReporter"`;

/** Holds the task, for whoever may work on it; to anybody else it is absent. */
export async function lockTask(tx: Tx, taskId: string): Promise<Task> {
  return tx.row<Task>(`select ${taskColumns} from incident.task where id = $1 for no key update`, [taskId]);
}

/** Holds those of these that this person may work on, always in the same order; the others are left out. */
export async function lockTasks(tx: Tx, taskIds: readonly string[]): Promise<Task[]> {
  return tx.rows<Task>(
    `select ${taskColumns} from incident.task where id = any ($1::uuid[]) order by id for no key update`,
    [taskIds],
  );
}

/** The open task of this meaning, if there is one: recording the contact is doing the task. */
export async function findOpenTask(tx: Tx, incidentId: string, code: string): Promise<Task | undefined> {
  return tx.maybeRow<Task>(
    `select ${taskColumns} from incident.task where incident_id = $1 and code = $2 and state = 'open'
     order by position limit 1 for no key update`,
    [incidentId, code],
  );
}

/** The tasks of a playbook, in one statement; whoever owns one gets to see what it needs. */
export async function addPlannedTasks(
  tx: Tx,
  facts: FollowUpFacts,
  planned: readonly PlannedTask[],
  ownerOf: (owner: TaskOwner) => string,
): Promise<void> {
  const rows = planned.map(({ task, position, dueAt }) => ({
    id: newId(),
    code: task.code,
    title: task.title,
    explanation: task.explanation,
    position,
    owner_role: task.owner,
    owner_subject_id: ownerOf(task.owner),
    gives_parts: partsGivenBy(task.code, task.needs),
    records: task.records,
    tells_reporter: task.reporterWords !== null,
    due_at: dueAt,
  }));
  await tx.execute(
    `insert into incident.task (id, employer_id, incident_id, incident_number, code, title, explanation, position, owner_role,
       owner_subject_id, gives_parts, records, tells_reporter, state, created_at, due_at)
     select t.id, $1, $2, $3, t.code, t.title, t.explanation, t.position, t.owner_role, t.owner_subject_id, t.gives_parts,
       t.records, t.tells_reporter, 'open', $4, t.due_at
     from jsonb_to_recordset($5) as t (id uuid, code text, title json, explanation json, position integer, owner_role text,
       owner_subject_id uuid, gives_parts integer, records json, tells_reporter boolean, due_at timestamptz)`,
    [tx.employerId, facts.incidentId, facts.number, tx.now, JSON.stringify(rows)],
  );
  await expectOverdue(
    tx,
    facts.incidentId,
    planned.map(({ dueAt }) => dueAt),
  );
}

/** Whoever has the task of the contact or of the response may record exactly that. */
function partsGivenBy(code: string, needs: PlannedTask['task']['needs']): number {
  const carriesOut = tasksWithAMeaning.some((meaning) => meaning === code);
  return bitsOf(['header', ...needs, ...(carriesOut ? (['carryOut'] as const) : [])]);
}

/** A role that nobody holds would leave its task unseen: then it is for the lead. */
export async function ownersOfTasks(tx: Tx, lead: string): Promise<(owner: TaskOwner) => string> {
  const held = await tx.rows<{ role: string; subjectId: string }>(
    `select distinct h.role, organisation.role_subject(h.employer_id, h.role) as "subjectId"
     from organisation.role_holding h
     join organisation.person p on p.id = h.person_id
     where h.employer_id = $2 and h.team_id is null and h.since <= $1 and (h.until is null or h.until > $1)
       and (p.ended_at is null or p.ended_at > $1)`,
    [tx.now, tx.employerId],
  );
  const subjects = new Map(held.map(({ role, subjectId }) => [role, subjectId]));
  return (owner) => subjects.get(owner) ?? lead;
}

export interface OwnTaskRow {
  readonly taskId: string;
  readonly sealedTitle: Buffer;
  readonly ownerSubjectId: string;
  readonly givesParts: number;
  readonly dueAt: Date;
}

/** False when it is there already: the same request sent again. */
export async function addOwnTask(
  tx: Tx,
  { incidentId, number }: Pick<FollowUpFacts, 'incidentId' | 'number'>,
  task: OwnTaskRow,
): Promise<boolean> {
  const added = await tx.execute(
    `insert into incident.task (id, employer_id, incident_id, incident_number, code, sealed_title, position, owner_subject_id,
       gives_parts, tells_reporter, state, created_at, due_at)
     values ($1, $2, $3, $4, 'own', $5, 100, $6, $7, false, 'open', $8, $9)
     on conflict (id) do nothing`,
    [
      task.taskId,
      tx.employerId,
      incidentId,
      number,
      task.sealedTitle,
      task.ownerSubjectId,
      task.givesParts,
      tx.now,
      task.dueAt,
    ],
  );
  if (added === 1) await expectOverdue(tx, incidentId, [task.dueAt]);
  return added === 1;
}

/** From whoever may work on them to a person, also where that takes the sight on them away from the giver. */
export async function passOnTasks(tx: Tx, taskIds: readonly string[], toPersonId: string): Promise<void> {
  const passed = await tx.rows('select incident.pass_on_tasks($1::uuid[], $2)', [taskIds, toPersonId]);
  if (passed.length !== taskIds.length) throw new Error('A task that was held is gone');
}

/** By a job: to a person, or to whoever has this role on the dossier. */
export async function giveTaskTo(
  tx: Tx,
  taskId: string,
  ownerSubjectId: string,
  ownerRole: TaskOwner | null = null,
): Promise<void> {
  await tx.execute(
    'update incident.task set owner_subject_id = $2, owner_role = $3, overdue_level = 0, overdue_told_at = null where id = $1',
    [taskId, ownerSubjectId, ownerRole],
  );
}

export async function reopenedTask(tx: Tx, taskId: string): Promise<void> {
  await tx.execute(
    `update incident.task set state = 'open', finished_at = null, finished_by = null, sealed_record = null where id = $1`,
    [taskId],
  );
}

export interface Finish {
  readonly state: 'done' | 'dropped';
  readonly sealedRecord: Buffer | null;
}

export async function finishTask(tx: Tx, taskId: string, { state, sealedRecord }: Finish): Promise<void> {
  await tx.execute(
    `update incident.task set state = $2, finished_at = $3, finished_by = $4, sealed_record = $5 where id = $1`,
    [taskId, state, tx.now, tx.personId, sealedRecord],
  );
}

/** Every open task of a dossier, each with its own record of why. */
export async function dropOpenTasks(tx: Tx, incidentId: string, recordOf: (taskId: string) => Buffer): Promise<void> {
  const open = await tx.rows<{ id: string }>(
    `select id from incident.task where incident_id = $1 and state = 'open' for no key update`,
    [incidentId],
  );
  await dropTasks(
    tx,
    open.map(({ id }) => id),
    recordOf,
  );
}

export async function dropTasks(
  tx: Tx,
  taskIds: readonly string[],
  recordOf: (taskId: string) => Buffer,
): Promise<void> {
  for (const id of taskIds) await finishTask(tx, id, { state: 'dropped', sealedRecord: recordOf(id) });
}

/** Of the tasks that were stopped, those that nobody opened again meanwhile. */
export async function reopenStoppedTasks(tx: Tx, incidentId: string, taskIds: readonly string[]): Promise<void> {
  const stopped = await tx.rows<{ id: string; dueAt: Date }>(
    `select id, due_at as "dueAt" from incident.task
     where id = any ($1) and incident_id = $2 and state = 'dropped' for no key update`,
    [taskIds, incidentId],
  );
  for (const { id } of stopped) await reopenedTask(tx, id);
  if (stopped.length > 0)
    await expectOverdue(
      tx,
      incidentId,
      stopped.map(({ dueAt }) => dueAt),
    );
}
