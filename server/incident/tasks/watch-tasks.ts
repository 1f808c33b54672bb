import { employerCalendar } from '../../organisation/index.ts';
import type { JobHandler, Notify, Tx } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { peopleBehind } from '../people-behind.ts';
import { endOfLocalDay, type WorkingCalendar } from '../rules/deadlines.ts';
import { tasksWithAMeaning } from '../rules/playbook.ts';

export const taskOverdueJob = 'incident-task-overdue';
export const taskReminderJob = 'task-reminders';

/** How far an overdue task has gone up: first its owner hears of it, then the lead, then the coordinator. */
export const overdueLevels = { nobody: 0, owner: 1, lead: 2, coordinator: 3 } as const;

/** One job for each moment at which something on this dossier is due. What is done by then asks for nothing. */
export async function expectOverdue(tx: Tx, incidentId: string, dueAts: readonly Date[]): Promise<void> {
  for (const due of new Set(dueAts.map((dueAt) => dueAt.getTime()))) {
    // The key tells the moment, not the task: several tasks of one moment are one message.
    await tx.enqueue({
      kind: taskOverdueJob,
      runAt: new Date(Math.max(due, tx.now.getTime())),
      key: `overdue:${incidentId}:${due}`,
      incidentId,
      data: {},
    });
  }
  await expectReminders(tx);
}

/** The first working morning from now; each morning sees to the next for as long as there is work. */
async function expectReminders(tx: Tx): Promise<void> {
  const morning = nextMorning(tx.now, await employerCalendar(tx));
  await tx.enqueue({ kind: taskReminderJob, runAt: morning, key: `${taskReminderJob}:${morning.getTime()}`, data: {} });
}

export function nextMorning(now: Date, calendar: WorkingCalendar): Date {
  const opening = calendar.nextWorkingMoment(now);
  return opening > now ? opening : calendar.nextWorkingMoment(endOfLocalDay(now));
}

interface OverdueTask {
  readonly taskId: string;
  readonly incidentId: string;
  readonly code: string;
  readonly ownerId: string;
}

/** The moment has come and the task is still open: its owner hears of it, once for the whole dossier. */
export function taskOverdue({ notify }: FollowUpNeeds): JobHandler {
  return async (tx, { incidentId }) => {
    if (incidentId === null) return;
    const tasks = await tx.rows<OverdueTask>(
      `update incident.task set overdue_level = $3, overdue_told_at = $2
       where incident_id = $1 and state = 'open' and due_at <= $2 and overdue_level = $4
       returning id as "taskId", incident_id as "incidentId", code, owner_subject_id as "ownerId"`,
      [incidentId, tx.now, overdueLevels.owner, overdueLevels.nobody],
    );
    await tellAboutOverdue(tx, notify, tasks);
  };
}

/** The contact has its chain and the response its own clock: those call by themselves. */
async function tellAboutOverdue(tx: Tx, notify: Notify, tasks: readonly OverdueTask[]): Promise<void> {
  const told = tasks.filter(({ code }) => !tasksWithAMeaning.some((meaning) => meaning === code));
  for (const [incidentId, ofIncident] of Map.groupBy(told, (task) => task.incidentId)) {
    const people = await peopleBehind(
      tx,
      ofIncident.map(({ ownerId }) => ownerId),
    );
    for (const personId of people) {
      await notify(tx, {
        personId,
        template: 'task-overdue',
        incidentId,
        urgent: false,
        data: { count: ofIncident.length },
      });
    }
  }
}

/**
 * Once a working morning: each person hears in one message what must be done today, and what stayed undone goes one step
 * up, from its owner to the lead and from the lead to the coordinator.
 */
export function taskReminders({ notify }: FollowUpNeeds): JobHandler {
  return async (tx) => {
    await remindOwners(tx, notify);
    await tellAboutOverdue(tx, notify, await goUp(tx));
    const [open] = await tx.rows(`select from incident.task where employer_id = $1 and state = 'open' limit 1`, [
      tx.employerId,
    ]);
    if (open) await expectReminders(tx);
  };
}

async function remindOwners(tx: Tx, notify: Notify): Promise<void> {
  const due = await tx.rows<{ ownerId: string; count: number; dueAt: Date }>(
    `select owner_subject_id as "ownerId", count(*) as count, min(due_at) as "dueAt"
     from incident.task where employer_id = $1 and state = 'open' and due_at <= $2
     group by owner_subject_id`,
    [tx.employerId, endOfLocalDay(tx.now)],
  );
  const perPerson = new Map<string, { count: number; dueAt: Date }>();
  for (const { ownerId, count, dueAt } of due) {
    for (const personId of await peopleBehind(tx, [ownerId])) {
      const known = perPerson.get(personId);
      perPerson.set(personId, {
        count: count + (known?.count ?? 0),
        dueAt: known && known.dueAt < dueAt ? known.dueAt : dueAt,
      });
    }
  }
  for (const [personId, { count, dueAt }] of perPerson) {
    const data = dueAt > tx.now ? { count, dueAt: dueAt.toISOString() } : { count };
    await notify(tx, { personId, template: 'tasks-due', urgent: false, data });
  }
}

/** A task of which somebody heard on an earlier day and that is still open goes up one step. */
async function goUp(tx: Tx): Promise<OverdueTask[]> {
  return tx.rows<OverdueTask>(
    `update incident.task t set overdue_level = t.overdue_level + 1, overdue_told_at = $2
     where t.employer_id = $1 and t.state = 'open' and t.due_at <= $2 and t.overdue_level in ($3, $4)
       and t.overdue_told_at < $5
     returning t.id as "taskId", t.incident_id as "incidentId", t.code,
       case t.overdue_level
         when $4 then (select l.subject_id from incident.lead l where l.incident_id = t.incident_id and l.scope = 'whole')
         else organisation.role_subject(t.employer_id, 'coordinator') end as "ownerId"`,
    [tx.employerId, tx.now, overdueLevels.owner, overdueLevels.lead, startOfLocalDay(tx.now)],
  );
}

function startOfLocalDay(now: Date): Date {
  return new Date(endOfLocalDay(now, -1).getTime() + 1000);
}
