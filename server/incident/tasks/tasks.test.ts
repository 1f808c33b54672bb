import { beforeEach, describe, expect, it } from 'vitest';
import { type CastKey, cast } from '../../../database/demo/cast.ts';
import { threatToFollowUp } from '../../../tests/support/following-up.ts';
import { newId } from '../../platform/index.ts';
import { readWorkSummary } from '../work-summary.ts';
import { addTask, handOverTask } from './assign-task.ts';
import { completeTask, dropTask } from './finish-task.ts';
import { listTasks } from './task-list.ts';

type Threat = Awaited<ReturnType<typeof threatToFollowUp>>;

let town: Threat['town'];
let needs: Threat['needs'];
let incidentId: Threat['incidentId'];
let reads: Threat['reads'];
let calls: Threat['calls'];
beforeEach(async () => {
  ({ town, needs, incidentId, reads, calls } = await threatToFollowUp());
});

const taskOf = async (code: string) => {
  const [task] = await town.look<{ id: string }>('select id from incident.task where code = $1', [code]);
  return task?.id ?? '';
};

describe('tasks', () => {
  it('are done with what the playbook asks to record, or not at all', async () => {
    const police = await taskOf('police');
    const asHenk = (record: Record<string, string>) =>
      town.does('henk', (tx, me) => completeTask(needs, tx, me, { taskId: police, record }));
    expect(await asHenk({})).toEqual({ refused: 'record-incomplete', facts: { fields: 'decision' } });
    expect(await asHenk({ decision: 'aangifte' })).toEqual({ taskId: police, state: 'done' });
    expect(await asHenk({ decision: 'aangifte' })).toEqual({ refused: 'task-not-open' });
    const task = (await reads('henk')).tasks.find(({ taskId }) => taskId === police);
    expect(task).toMatchObject({
      state: 'done',
      record: { decision: 'aangifte' },
      finishedBy: { name: 'Henk de Boer' },
    });
    town.mailboxOf('fatima').expectsMessage(/nieuws over je melding/);
  });

  it('are given to nobody who only came by a personal link: they could not find them', async () => {
    const taskId = await taskOf('police');
    await town.look('update organisation.person set is_by_link = true where id = $1', [cast.mila.id]);
    const unknown = (field: string) => ({ flaws: [{ path: [field], code: 'unknown-colleague' }] });
    const toPersonId = cast.mila.id;
    const handed = await town.does('henk', (tx, me) => handOverTask(needs, tx, me, { taskId, toPersonId }));
    expect(handed).toEqual(unknown('toPersonId'));
    const dueAt = new Date(town.now.getTime() + 3_600_000).toISOString();
    const task = { taskId: newId(), title: 'Bel even', ownerPersonId: toPersonId, dueAt };
    const added = await town.does('henk', (tx, me) => addTask(needs, tx, me, { incidentId, task }));
    expect(added).toEqual(unknown('ownerPersonId'));
  });

  it('can be handed over, with what they show', async () => {
    const taskId = await taskOf('warn_colleagues').then(async (id) => id || taskOf('evidence'));
    const hand = () => town.does('henk', (tx, me) => handOverTask(needs, tx, me, { taskId, toPersonId: cast.mila.id }));
    await expect(reads('mila')).rejects.toThrow('Absent');
    expect(await hand()).toEqual({ taskId, state: 'open' });
    expect(await hand()).toEqual({ refused: 'already-theirs' });
    town.mailboxOf('mila').expectsMessage(/taak/);
    expect((await reads('mila')).tasks).toMatchObject([{ taskId, isMine: true }]);
    const summary = await town.does('mila', (tx, me) => readWorkSummary(tx, me));
    expect(summary).toMatchObject({ openTasks: 1, overdueTasks: 0, waitingForMe: [] });
  });

  it('are handed over by who has no more than the task, and with it the sight on the dossier goes', async () => {
    const taskId = await taskOf('footage');
    const handed = await town.does('priya', (tx, me) =>
      handOverTask(needs, tx, me, { taskId, toPersonId: cast.mila.id }),
    );
    expect(handed).toEqual({ taskId, state: 'open' });
    await expect(reads('priya')).rejects.toThrow('Absent');
    expect((await reads('mila')).tasks).toMatchObject([{ taskId, isMine: true }]);
  });

  it('beside those of the playbook have a sealed title', async () => {
    const taskId = newId();
    const task = { taskId, title: 'Bel de zus van Fatima', ownerPersonId: cast.tom.id, dueAt: '2026-03-11T12:00:00Z' };
    await town.does('henk', (tx, me) => addTask(needs, tx, me, { incidentId, task }));
    const mine = await town.does('tom', (tx) => listTasks(needs, tx, { show: 'open', limit: 25 }));
    expect(mine.tasks.map(({ title }) => title.nl)).toContain('Bel de zus van Fatima');
    const dropped = await town.does('tom', (tx, me) => dropTask(needs, tx, me, { taskId, reason: 'Al gebeurd' }));
    expect(dropped).toEqual({ taskId, state: 'dropped' });
    expect((await reads('henk')).tasks.find((each) => each.taskId === taskId)?.dropReason).toBe('Al gebeurd');
  });

  it('that are the contact are done by calling, and the other way round', async () => {
    const contact = await taskOf('contact');
    await town.does('henk', (tx, me) => completeTask(needs, tx, me, { taskId: contact, record: {} }));
    const dossier = await reads('henk');
    expect(dossier).toMatchObject({ state: 'in_follow_up', chain: { state: 'ended' } });
    expect(dossier.contacts).toMatchObject([{ with: { name: 'Fatima El Amrani' }, reached: true }]);
  });

  it('of the contact, handed over, let a colleague end the chain', async () => {
    const contact = await taskOf('contact');
    await town.does('henk', (tx, me) => handOverTask(needs, tx, me, { taskId: contact, toPersonId: cast.tom.id }));
    expect((await reads('tom')).may).toContain('record_contact');
    await calls('tom', 'fatima');
    expect(await reads('henk')).toMatchObject({ state: 'in_follow_up', chain: { state: 'ended' } });
  });

  it('that are overdue go from the owner to the lead and to the coordinator, grouped in the morning', async () => {
    await calls('henk', 'fatima');
    await town.fastForward({ hours: 14 });
    town.mailboxOf('priya').expectsMessage(/te laat/);
    const mail = (who: CastKey) => town.mailboxOf(who).messages.filter((message) => /te laat/.test(message)).length;
    for (const who of ['henk', 'yusuf', 'priya'] as const) town.mailboxOf(who).clear();
    await town.fastForward({ hours: 10 });
    town.mailboxOf('priya').expectsMessage(/taak die bijna af moet/);
    expect(mail('henk')).toBeGreaterThan(0);
    town.mailboxOf('henk').expectsMessage(/taken die bijna af moeten/);
    town.mailboxOf('yusuf').clear();
    await town.fastForward({ days: 1 });
    expect(mail('yusuf')).toBeGreaterThan(0);
  });
});
