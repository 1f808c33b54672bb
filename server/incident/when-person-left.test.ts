import { beforeEach, describe, expect, it } from 'vitest';
import { recordLeaving } from '../../contract/organisation.ts';
import { type CastKey, cast, employer, teams } from '../../database/demo/cast.ts';
import { newcomersOf } from '../../tests/support/newcomers.ts';
import { reported } from '../../tests/support/reports.ts';
import { type TownAtWork, townAtWork } from '../../tests/support/town-at-work.ts';
import { subjectOfEmployerRole, subjectOfTeamManager } from '../organisation/index.ts';
import { notify } from '../platform/index.ts';
import { readDossier } from './dossier/dossier.ts';
import type { FollowUpNeeds } from './follow-up-needs.ts';
import { handOverTask } from './tasks/assign-task.ts';

let town: TownAtWork;
let needs: FollowUpNeeds;
let incidentId: string;

beforeEach(async () => {
  town = await townAtWork();
  needs = { vault: town.vault, notify };
  incidentId = await reported(town, 'fatima', { needs: ['call_me', 'safe_way_home'] });
  await town.settle();
});

interface TaskRow {
  readonly id: string;
  readonly owner: string;
  readonly role: string | null;
  readonly title: { readonly nl: string };
}

const taskOf = async (code: string): Promise<TaskRow> => {
  const [task] = await town.look<TaskRow>(
    'select id, owner_subject_id as owner, owner_role as role, title from incident.task where code = $1',
    [code],
  );
  if (!task) throw new Error(`No task ${code}`);
  return task;
};
const handsOver = async (who: CastKey, code: string, to: CastKey) => {
  const { id } = await taskOf(code);
  await town.as(who, (tx) => handOverTask(needs, tx, cast[who].id, { taskId: id, toPersonId: cast[to].id }));
  await town.settle();
};
const leaves = async (who: CastKey) => {
  for (const mailbox of ['henk', 'yusuf', 'marijke'] as const) town.mailboxOf(mailbox).clear();
  const bas = await newcomersOf(town).doors.visitor().stepInAs('bas');
  const { status } = await bas.ask(recordLeaving, { params: { personId: cast[who].id }, body: {} });
  expect(status).toBe(200);
  await town.settle();
};

describe('the tasks of somebody who leaves', () => {
  it('go back to the lead, who is told, and it is on the timeline', async () => {
    await handsOver('henk', 'safe_way_home', 'tom');
    await leaves('tom');
    const task = await taskOf('safe_way_home');
    expect(task).toMatchObject({ owner: subjectOfTeamManager(teams.publiekszaken.id), role: 'lead' });
    town.mailboxOf('henk').expectsMessage(/taak/i);
    const dossier = await town.as('henk', (tx) => readDossier(needs, tx, cast.henk.id, incidentId));
    const told = dossier.timeline.find(({ kind }) => kind === 'task_returned');
    expect(told?.text.nl).toBe(`Tom werkt hier niet meer. Iemand anders doet nu deze taak: ${task.title.nl}.`);
    expect(await town.look(`select from platform.audit_entry where action = 'task-returned'`)).toHaveLength(1);
  });

  it('show the dossier to who left no more', async () => {
    await handsOver('henk', 'safe_way_home', 'tom');
    await leaves('tom');
    expect(await town.look('select from incident.access_grant where grantee_id = $1', [cast.tom.id])).toEqual([]);
  });

  it('go to the coordinator where nobody leads any more', async () => {
    await handsOver('henk', 'safe_way_home', 'tom');
    await leaves('henk');
    await town.look('update organisation.deputyship set until = $1 where until > $1', [town.now]);
    await leaves('tom');
    expect(await taskOf('safe_way_home')).toMatchObject({
      owner: subjectOfEmployerRole(employer.id, 'coordinator'),
      role: 'coordinator',
    });
    town.mailboxOf('yusuf').expectsMessage(/taak/i);
  });

  it('that belong to a role stay with the role', async () => {
    const contact = await taskOf('contact');
    await leaves('henk');
    expect(await taskOf('contact')).toEqual(contact);
  });
});
