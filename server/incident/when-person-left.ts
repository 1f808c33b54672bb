import { subjectOfEmployerRole, subjectOfPerson } from '../organisation/index.ts';
import type { EventHandler, Tx } from '../platform/index.ts';
import type { FollowUpNeeds } from './follow-up-needs.ts';
import { peopleBehind } from './people-behind.ts';
import { publishIncident } from './publish-incident.ts';
import { recordStep } from './record-step.ts';
import { giveTaskTo } from './tasks/task-store.ts';

interface LeftTask {
  readonly taskId: string;
  readonly incidentId: string;
  readonly code: string;
  readonly dueAt: Date;
  /** Who leads the dossier; null where nobody was named. */
  readonly leadSubjectId: string | null;
}

interface NewOwner {
  readonly role: 'lead' | 'coordinator';
  readonly subjectId: string;
  readonly people: readonly string[];
}

/** Who left does no more work: tasks that were theirs by name go back to whoever leads the dossier. Tasks of a role stay with the role. */
export function whenPersonLeft({ notify }: FollowUpNeeds): EventHandler {
  return async (tx, { data }) => {
    const leaverId = String(data['personId']);
    const tasks = await openTasksOf(tx, leaverId);
    for (const [incidentId, ofIncident] of Map.groupBy(tasks, (task) => task.incidentId)) {
      const owner = await ownerAfter(tx, leaverId, ofIncident[0]?.leadSubjectId ?? null);
      for (const task of ofIncident) await giveBack(tx, leaverId, task, owner);
      const dueAt = new Date(Math.min(...ofIncident.map((task) => task.dueAt.getTime()))).toISOString();
      for (const personId of owner.people) {
        await notify(tx, { personId, template: 'task-assigned', incidentId, urgent: false, data: { dueAt } });
      }
      await publishIncident(tx, incidentId);
    }
  };
}

async function openTasksOf(tx: Tx, personId: string): Promise<LeftTask[]> {
  return tx.rows(
    `select t.id as "taskId", t.incident_id as "incidentId", t.code, t.due_at as "dueAt",
       (select l.subject_id from incident.lead l where l.incident_id = t.incident_id and l.scope = 'whole' limit 1) as "leadSubjectId"
     from incident.task t
     where t.owner_subject_id = $1 and t.state = 'open'
     order by t.incident_id, t.position, t.id
     for no key update of t`,
    [subjectOfPerson(personId)],
  );
}

/** The lead, unless nobody is behind it any more: then the coordinator. */
async function ownerAfter(tx: Tx, leaverId: string, leadSubjectId: string | null): Promise<NewOwner> {
  const behind = async (subjectId: string) => (await peopleBehind(tx, [subjectId])).filter((id) => id !== leaverId);
  if (leadSubjectId !== null) {
    const people = await behind(leadSubjectId);
    if (people.length > 0) return { role: 'lead', subjectId: leadSubjectId, people };
  }
  const subjectId = subjectOfEmployerRole(tx.employerId, 'coordinator');
  return { role: 'coordinator', subjectId, people: await behind(subjectId) };
}

async function giveBack(
  tx: Tx,
  leaverId: string,
  { taskId, incidentId, code }: LeftTask,
  { role, subjectId }: NewOwner,
): Promise<void> {
  await giveTaskTo(tx, taskId, subjectId, role);
  await recordStep(tx, incidentId, {
    kind: 'task_returned',
    actorId: null,
    concernsId: leaverId,
    data: { taskId, code },
    forReporter: false,
  });
  await tx.recordEvent({ name: 'task-returned', incidentId, data: { taskId, code } });
  await tx.recordAudit({
    action: 'task-returned',
    objectKind: 'task',
    objectId: taskId,
    incidentId,
    detail: { fromPersonId: leaverId },
  });
}
