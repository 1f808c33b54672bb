import { beforeEach, describe, expect, it } from 'vitest';
import { type CastKey, cast } from '../../database/demo/cast.ts';
import { countStatements } from '../../tests/support/count-statements.ts';
import { threatToFollowUp } from '../../tests/support/following-up.ts';
import type { Tx } from '../platform/index.ts';
import { addInvolved } from './add-involved.ts';
import { correctIncident } from './correct-incident.ts';
import { readDossier } from './dossier/dossier.ts';
import { readMyIncident } from './mine/my-incident.ts';
import { completeTask, reopenTask } from './tasks/finish-task.ts';
import { listTasks } from './tasks/task-list.ts';

type Threat = Awaited<ReturnType<typeof threatToFollowUp>>;

let town: Threat['town'];
let needs: Threat['needs'];
let incidentId: Threat['incidentId'];
let reads: Threat['reads'];
let calls: Threat['calls'];
beforeEach(async () => {
  ({ town, needs, incidentId, reads, calls } = await threatToFollowUp());
});

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
    const statements = await town.as('henk', (tx) =>
      countStatements(tx, (counted) => readDossier(needs, counted, cast.henk.id, incidentId)),
    );
    expect(statements).toBe(1);
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
