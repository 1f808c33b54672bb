import { beforeEach, describe, expect, it } from 'vitest';
import type { Dossier } from '../../contract/incident.ts';
import { readDossier as dossierEndpoint } from '../../contract/incident.ts';
import { type CastKey, cast } from '../../database/demo/cast.ts';
import { reported } from '../../tests/support/reports.ts';
import { type TownAtWork, townAtWork } from '../../tests/support/town-at-work.ts';
import { newId, notify, type Tx } from '../platform/index.ts';
import { addInvolved } from './add-involved.ts';
import { addTask, handOverTask } from './assign-task.ts';
import { type ClosingBody, closeIncident } from './close-incident.ts';
import { correctIncident } from './correct-incident.ts';
import { deferResponse } from './defer-response.ts';
import { readDossier } from './dossier.ts';
import { completeTask, dropTask, reopenTask } from './finish-task.ts';
import type { FollowUpNeeds } from './follow-up-needs.ts';
import { readMyIncident } from './my-incident.ts';
import { recordContact } from './record-contact.ts';
import { reopenIncident } from './reopen-incident.ts';
import { sendResponse } from './send-response.ts';
import { takeUpIncident } from './take-up-incident.ts';
import { listTasks } from './task-list.ts';
import { readWorkSummary } from './work-summary.ts';

let town: TownAtWork;
let needs: FollowUpNeeds;
let incidentId: string;
beforeEach(async () => {
  town = await townAtWork();
  needs = { vault: town.vault, notify };
  incidentId = await reported(town, 'fatima', { witnessIds: [cast.sanne.id], needs: ['call_me', 'safe_way_home'] });
  await town.settle();
});

const reads = async (who: CastKey): Promise<Dossier> => {
  const dossier = await town.does(who, (tx, me) => readDossier(needs, tx, me, incidentId));
  return dossierEndpoint.answer.parse(JSON.parse(JSON.stringify(dossier)));
};
const takesUp = (who: CastKey) => town.does(who, (tx, me) => takeUpIncident(needs, tx, me, incidentId));
const calls = (who: CastKey, whom: CastKey) =>
  town.does(who, (tx, me) =>
    recordContact(needs, tx, me, {
      incidentId,
      contact: {
        withPersonId: cast[whom].id,
        way: 'phone',
        reached: true,
        at: town.now.toISOString(),
        note: 'Ze is thuis.',
      },
    }),
  );
const responds = (who: CastKey) =>
  town.does(who, (tx, me) =>
    sendResponse(needs, tx, me, {
      incidentId,
      response: { way: 'letter', sentAt: town.now.toISOString(), summary: 'Brief met een waarschuwing' },
    }),
  );
const taskOf = async (code: string) => {
  const [task] = await town.look<{ id: string }>('select id from incident.task where code = $1', [code]);
  return task?.id ?? '';
};
const closing = (more: Partial<ClosingBody> = {}): ClosingBody => ({
  conclusion: 'We hebben de balie aangepast.',
  discussed: { on: '2026-03-10', attendeeIds: [cast.henk.id, cast.fatima.id] },
  victimWish: 'agrees',
  acceptOpenItems: true,
  ...more,
});
const closes = (who: CastKey, more: Partial<ClosingBody> = {}) =>
  town.does(who, (tx, me) => closeIncident(needs, tx, me, { incidentId, closing: closing(more) }));

describe('the dossier', () => {
  it('shows the lead everything, and the reporter that it was read', async () => {
    const dossier = await reads('henk');
    expect(dossier).toMatchObject({
      number: '2026-0001',
      severity: 'threat',
      state: 'reported',
      place: { kind: 'location', locationName: 'Stadskantoor', roomName: 'Balie 3' },
      chain: { state: 'waiting', told: { name: 'Henk de Boer' } },
      clock: { state: 'running' },
    });
    expect(dossier.accounts.find(({ state }) => state === 'given')?.story).toContain('wel zou vinden');
    expect(dossier.people.find(({ role }) => role === 'aggressor')?.identity).toBe('Man, grijze jas');
    expect(dossier.may).toContain('take_up');
    expect(dossier.openItems).toContainEqual(expect.objectContaining({ kind: 'contact', blocks: true }));
    town.mailboxOf('fatima').expectsMessage(/nieuws over je melding/);

    await reads('henk');
    const [seen] = await town.look(`select count(*) from incident.step where kind = 'read'`);
    expect(Number(seen?.count)).toBe(1);
    expect((await reads('henk')).timeline.map(({ text }) => text.nl)).toContain('Je hebt de melding gelezen.');
  });

  it('records every look', async () => {
    await reads('yusuf');
    const looks = await town.look(`select person_id from platform.audit_entry where action = 'incident-read'`);
    expect(looks).toEqual([{ person_id: cast.yusuf.id }]);
  });

  it('shows who has a task only what the task needs, for as long as it does', async () => {
    const dossier = await reads('priya');
    expect(dossier.place?.roomName).toBe('Balie 3');
    expect(dossier.accounts).toEqual([]);
    expect(dossier.people).toEqual([]);
    expect(dossier).toMatchObject({ columns: [], actions: [], needs: [], contacts: [], closures: [] });
    expect(dossier.tasks.map(({ code }) => code)).toEqual(['footage']);
    expect(dossier.may).toEqual(['add_addendum', 'add_attachment', 'work_on_tasks']);

    const footage = dossier.tasks[0];
    const record = Object.fromEntries(
      (footage?.records ?? [])
        .filter(({ optional }) => !optional)
        .map(({ name, kind, choices }) => [name, kind === 'choice' ? (choices?.[0]?.value ?? '') : 'Ja']),
    );
    await town.does('priya', (tx, me) => completeTask(needs, tx, me, { taskId: footage?.taskId ?? '', record }));
    await expect(reads('priya')).rejects.toThrow('Absent');
    const mine = await town.does('priya', (tx) => listTasks(needs, tx, { show: 'finished', limit: 25 }));
    expect(mine.tasks).toMatchObject([{ code: 'footage', state: 'done', incidentNumber: '2026-0001' }]);
    await town.does('priya', (tx, me) => reopenTask(tx, me, footage?.taskId ?? ''));
    expect((await reads('priya')).tasks).toMatchObject([{ code: 'footage', state: 'open' }]);
  });

  it('is absent for the administrator, the privacy officer and other teams', async () => {
    for (const who of ['bas', 'noor', 'daan', 'els', 'ruud'] as const)
      await expect(reads(who)).rejects.toThrow('Absent');
  });

  it('costs one statement beside the transaction itself', async () => {
    await reads('henk');
    const statements = await town.as('henk', async (tx) => {
      let count = 0;
      const counting = new Proxy(tx, {
        get: (target, name) => {
          const value = Reflect.get(target, name);
          if (typeof value !== 'function') return value;
          if (['rows', 'row', 'maybeRow', 'execute'].includes(String(name))) count += 1;
          return value.bind(target);
        },
      });
      await readDossier(needs, counting, cast.henk.id, incidentId);
      return count;
    });
    expect(statements).toBe(1);
  });
});

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

describe('the response', () => {
  it('stops the clock once, and does its task', async () => {
    expect(await responds('henk')).toMatchObject({ incidentId });
    expect(await responds('henk')).toEqual({ refused: 'response-already-sent' });
    const dossier = await reads('henk');
    expect(dossier.clock.state).toBe('sent');
    expect(dossier.responseSummary).toBe('Brief met een waarschuwing');
    expect(dossier.tasks.find(({ code }) => code === 'response')?.state).toBe('done');
  });

  it('warns lead and coordinator before it is due and when it is late', async () => {
    await calls('henk', 'fatima');
    await town.fastForward({ hours: 44 });
    expect(town.mailboxOf('yusuf').messages.filter((mail) => /Stuur een reactie/.test(mail))).toHaveLength(2);
    await town.fastForward({ hours: 4 });
    town.mailboxOf('henk').expectsMessage(/De reactie is te laat/);
    town.mailboxOf('yusuf').expectsMessage(/De reactie is te laat/);
  });

  it('is put off by the coordinator only, until a day on which somebody looks again', async () => {
    const defers = (who: CastKey, reviewOn = '2026-03-20') =>
      town.does(who, (tx, me) => deferResponse(tx, me, { incidentId, reason: 'unknown_person', reviewOn }));
    await calls('henk', 'fatima');
    expect(await defers('henk')).toEqual({ refused: 'only-the-coordinator' });
    expect(await defers('yusuf', '2026-03-10')).toEqual({ refused: 'review-date-past' });
    await defers('yusuf');
    expect((await reads('henk')).clock).toMatchObject({ state: 'deferred', reviewOn: '2026-03-20' });
    await town.fastForward({ days: 11 });
    town.mailboxOf('henk').expectsMessage(/Kijk opnieuw/);
  });
});

describe('closing', () => {
  it('waits for the contact and the response, and says what else is open', async () => {
    expect(await closes('henk')).toEqual({ refused: 'not-taken-up' });
    await takesUp('henk');
    expect(await closes('henk')).toEqual({ refused: 'contact-not-recorded' });
    await calls('henk', 'fatima');
    expect(await closes('henk')).toEqual({ refused: 'response-not-sent' });
    await responds('henk');
    expect(await closes('henk', { acceptOpenItems: false })).toEqual({ refused: 'items-still-open' });
    expect(await closes('henk', { discussed: { on: '2026-03-11', attendeeIds: [cast.henk.id] } })).toEqual({
      refused: 'meeting-in-future',
    });
    expect(await closes('henk', { victimWish: 'not_applicable' })).toEqual({ refused: 'victim-wish-missing' });
    expect(await closes('henk')).toEqual({ incidentId, state: 'closed' });

    const dossier = await reads('henk');
    expect(dossier.closures).toMatchObject([
      { conclusion: 'We hebben de balie aangepast.', discussedOn: '2026-03-10' },
    ]);
    expect(dossier.tasks.filter(({ state }) => state === 'open')).toEqual([]);
    expect(dossier.may).toEqual([
      'add_addendum',
      'add_attachment',
      'add_event',
      'hide_attachment',
      'write_summary',
      'agree_approach',
      'reopen',
      'join',
      'see_log',
    ]);
    await expect(reads('priya')).rejects.toThrow('Absent');
    town.mailboxOf('fatima').expectsMessage(/dossier is gesloten/);
  });

  it('can be undone with a reason', async () => {
    await takesUp('henk');
    await calls('henk', 'fatima');
    await responds('henk');
    await closes('henk');
    await town.does('henk', (tx, me) => reopenIncident(needs, tx, me, { incidentId, reason: 'Hij stond er weer.' }));
    const dossier = await reads('yusuf');
    expect(dossier).toMatchObject({ state: 'in_follow_up', closures: [{ reopenReason: 'Hij stond er weer.' }] });
    expect(await closes('henk')).toEqual({ incidentId, state: 'closed' });
  });
});

describe('people', () => {
  it('can be added and are asked for their own story', async () => {
    const add = (who: CastKey) =>
      town.does('henk', (tx, me) => addInvolved(tx, me, { incidentId, involvedId: cast[who].id, role: 'witness' }));
    expect(await add('mila')).toEqual({ incidentId, state: 'reported' });
    expect(await add('mila')).toEqual({ refused: 'already-on-this-incident' });
    expect((await reads('mila')).accounts).toMatchObject([{ state: 'asked' }]);
  });
});

describe('a critic who was wrongly reported', () => {
  const correct = (tx: Tx, me: string) =>
    correctIncident(needs, tx, me, { incidentId, reason: 'criticism_not_aggression' });

  it('is read about by nobody from that very moment', async () => {
    await town.as('henk', (tx) => correct(tx, cast.henk.id));
    const mine = await town.as('fatima', (tx) => readMyIncident(needs, tx, cast.fatima.id, incidentId));
    expect(mine).toMatchObject({ state: 'corrected', account: { story: null }, aggressor: null });
    const dossier = await town.as('henk', (tx) => readDossier(needs, tx, cast.henk.id, incidentId));
    expect(dossier.accounts.map(({ story }) => story)).toEqual([null, null]);
  });

  it('leaves the dossier without a trace', async () => {
    await calls('henk', 'fatima');
    const corrects = (who: CastKey) => town.does(who, correct);
    expect(await corrects('fatima')).toEqual({ refused: 'only-lead-or-coordinator' });
    expect(await corrects('henk')).toEqual({ incidentId, state: 'corrected' });
    const dossier = await reads('henk');
    expect(dossier).toMatchObject({ state: 'corrected', may: ['see_log'], addenda: [], details: null });
    expect(dossier.people.filter(({ role }) => role === 'aggressor')).toEqual([]);
    expect(dossier.accounts.every(({ story }) => story === null)).toBe(true);
    expect(await town.look('select 1 from platform.dossier_key')).toEqual([]);
    expect(await sealedTextsLeft()).toEqual([]);
    await town.fastForward({ days: 3 });
    expect((await town.look('select step from incident.chain'))[0]).toEqual({ step: 1 });
  });

  /** Every bytea in the schema of the incidents: what is sealed is there or nowhere. */
  async function sealedTextsLeft(): Promise<string[]> {
    const columns = await town.look<{ table: string; column: string }>(
      `select table_name as table, column_name as column from information_schema.columns
       where table_schema = 'incident' and data_type = 'bytea' and table_name <> 'draft'`,
    );
    const left: string[] = [];
    for (const { table, column } of columns) {
      const rows = await town.look(`select 1 from incident.${table} where ${column} is not null`);
      if (rows.length > 0) left.push(`${table}.${column}`);
    }
    return left;
  }
});
