import { beforeEach, describe, expect, it } from 'vitest';
import { type CastKey, cast } from '../../../database/demo/cast.ts';
import { reported } from '../../../tests/support/reports.ts';
import { type TownAtWork, townAtWork } from '../../../tests/support/town-at-work.ts';
import { Absent, newId, notify } from '../../platform/index.ts';
import { takeUpIncident } from '../chain/take-up-incident.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { readMyIncident } from '../mine/my-incident.ts';
import { dropTask } from '../tasks/finish-task.ts';
import { listTasks } from '../tasks/task-list.ts';
import { handOverMany } from './hand-over-many.ts';
import type { HandOverBody } from './hand-over-store.ts';
import { takeBackMany } from './take-back-many.ts';
import { peopleToGiveTo } from './who-may-have.ts';

let town: TownAtWork;
let needs: FollowUpNeeds;
let first: string;
let second: string;
beforeEach(async () => {
  town = await townAtWork();
  needs = { vault: town.vault, notify };
  first = await reported(town, 'fatima');
  second = await reported(town, 'fatima');
  await town.settle();
  for (const who of ['marijke', 'yusuf', 'sanne', 'fatima'] as const) town.mailboxOf(who).clear();
});

type Given = Partial<HandOverBody> & { readonly to: CastKey; readonly handOverId?: string };
const gives = async (who: CastKey, { to, handOverId = newId(), ...more }: Given) => {
  const body: HandOverBody = { what: 'tasks', ids: [], reason: 'away', toPersonId: cast[to].id, ...more };
  const answer = await town.does(who, (tx) => handOverMany(needs, tx, handOverId, body));
  if ('refused' in answer || 'flaws' in answer) throw new Error(JSON.stringify(answer));
  return { handOverId, outcomes: answer.items.map(({ outcome }) => outcome), answer };
};
const takesBack = (who: CastKey, handOverId: string) => town.does(who, (tx) => takeBackMany(needs, tx, handOverId));
const takesUp = (who: CastKey, incidentId: string) =>
  town.does(who, (tx, me) => takeUpIncident(needs, tx, me, incidentId));
const tasksOf = async (who: CastKey) =>
  (await town.does(who, (tx) => listTasks(needs, tx, { show: 'open', limit: 100 }))).tasks.map(({ taskId }) => taskId);
const holderOf = async (incidentId: string) =>
  (await town.look('select taken_up_by from incident.incident where id = $1', [incidentId]))[0]?.['taken_up_by'];
const onRecord = (action: string) =>
  town.look('select incident_id, detail from platform.audit_entry where action = $1', [action]);

describe('several tasks at once', () => {
  it('go to one colleague, who hears it once, with one entry on the record of each dossier', async () => {
    const mine = await tasksOf('henk');
    expect(mine.length).toBeGreaterThan(3);
    const { outcomes } = await gives('henk', { ids: mine, to: 'sanne' });
    expect(new Set(outcomes)).toEqual(new Set(['handed-over']));
    expect(new Set(await tasksOf('sanne'))).toEqual(new Set(mine));
    expect(await onRecord('tasks-handed-over')).toHaveLength(2);
    town.mailboxOf('sanne').expectsMessage(new RegExp(`droeg ${mine.length} taken aan je over`));
    town.mailboxOf('sanne').expectsSilence();
  });

  it('go as far as they can, and of the others is told why not', async () => {
    const [contact = '', other = ''] = await tasksOf('henk');
    const stranger = newId();
    await gives('henk', { ids: [other], to: 'sanne' });
    await town.does('henk', (tx, me) => dropTask(needs, tx, me, { taskId: contact, reason: 'Niet nodig' }));
    const { answer } = await gives('henk', { ids: [contact, other, stranger], to: 'sanne' });
    expect(Object.fromEntries(answer.items.map(({ id, outcome }) => [id, outcome]))).toEqual({
      [contact]: 'task-not-open',
      [other]: 'already-theirs',
      [stranger]: 'not-yours',
    });
  });

  it('are handed over once when the same is sent again', async () => {
    const mine = await tasksOf('henk');
    const { handOverId, answer } = await gives('henk', { ids: mine, to: 'sanne' });
    town.mailboxOf('sanne').clear();
    expect((await gives('henk', { ids: mine, to: 'sanne', handOverId })).answer).toEqual(answer);
    expect(await town.look(`select from incident.step where kind = 'task_handed_over'`)).toHaveLength(mine.length);
    town.mailboxOf('sanne').expectsSilence();
  });

  it('change nothing under an id that is a colleague’s', async () => {
    const [task = '', ...others] = await tasksOf('henk');
    const { handOverId } = await gives('henk', { ids: others, to: 'sanne' });
    await expect(gives('marijke', { ids: [task], to: 'yusuf', handOverId })).rejects.toThrow(Absent);
    expect(await tasksOf('henk')).toEqual([task]);
  });

  it('come back within a quarter of an hour, also to who no longer sees the dossier', async () => {
    const mine = await tasksOf('priya');
    const { handOverId } = await gives('priya', { ids: mine, to: 'sanne' });
    expect(await tasksOf('priya')).toEqual([]);
    await town.fastForward({ minutes: 14 });
    await takesBack('priya', handOverId);
    expect(await tasksOf('priya')).toEqual(mine);
    expect(await tasksOf('sanne')).toEqual([]);
    town.mailboxOf('sanne').expectsMessage(/nam .* van je terug/);
    expect(await onRecord('tasks-taken-back')).toHaveLength(2);
    const roles = await town.look('select distinct owner_role from incident.task where id = any ($1)', [mine]);
    expect(roles).toEqual([{ owner_role: 'reception' }]);
  });

  it('stay where they are after that, and for anybody else there is nothing to take back', async () => {
    const { handOverId } = await gives('priya', { ids: await tasksOf('priya'), to: 'sanne' });
    await expect(takesBack('henk', handOverId)).rejects.toThrow();
    await town.fastForward({ minutes: 15 });
    expect(await takesBack('priya', handOverId)).toEqual({ refused: 'too-late-to-take-back' });
  });
});

describe('several dossiers at once', () => {
  it('go to who could take them up, and who reported them hears who has them now', async () => {
    await takesUp('henk', first);
    await takesUp('henk', second);
    town.mailboxOf('fatima').clear();
    const { outcomes } = await gives('henk', { what: 'dossiers', ids: [first, second], to: 'marijke' });
    expect(outcomes).toEqual(['handed-over', 'handed-over']);
    expect(await holderOf(first)).toBe(cast.marijke.id);
    town.mailboxOf('marijke').expectsMessage(/droeg 2 dossiers aan je over/);
    town.mailboxOf('marijke').expectsSilence();
    expect(await onRecord('incident-handed-over')).toHaveLength(2);
    const mine = await town.does('fatima', (tx, me) => readMyIncident(needs, tx, me, first));
    expect(mine.steps.map(({ text }) => text.nl)).toContain(
      'Henk heeft dit overgedragen aan Marijke. Wie dit had, is er een tijd niet.',
    );
  });

  it('stay when nobody has them, when the other may not have them, and when they are not yours', async () => {
    await takesUp('henk', first);
    const ids = [first, second].sort();
    const outcomeOf = async (who: CastKey, to: CastKey) =>
      Object.fromEntries(
        (await gives(who, { what: 'dossiers', ids, to })).answer.items.map(({ id, outcome }) => [id, outcome]),
      );
    expect(await outcomeOf('henk', 'sanne')).toEqual({ [first]: 'may-not-have-it', [second]: 'not-taken-up' });
    expect(await outcomeOf('henk', 'henk')).toEqual({ [first]: 'already-theirs', [second]: 'not-taken-up' });
    expect(await outcomeOf('fatima', 'yusuf')).toEqual({ [first]: 'not-yours', [second]: 'not-yours' });
    expect(await outcomeOf('priya', 'yusuf')).toEqual({ [first]: 'not-yours', [second]: 'not-yours' });
    expect(await holderOf(first)).toBe(cast.henk.id);
  });

  it('are offered only to who could take them up, by who may decide that', async () => {
    const offered = async (who: CastKey) =>
      (await town.does(who, (tx) => peopleToGiveTo(tx, [first, second]))).people.map(({ id, mayHave }) => ({
        id,
        mayHave,
      }));
    const offeredByHenk = await offered('henk');
    expect(offeredByHenk).toContainEqual({ id: cast.yusuf.id, mayHave: 2 });
    expect(offeredByHenk).toContainEqual({ id: cast.marijke.id, mayHave: 2 });
    expect(offeredByHenk.map(({ id }) => id)).not.toContain(cast.fatima.id);
    expect(await offered('fatima')).toEqual([]);
  });

  it('come back to who had them, unless the other gave them on', async () => {
    await takesUp('henk', first);
    await takesUp('henk', second);
    const { handOverId } = await gives('henk', { what: 'dossiers', ids: [first, second], to: 'marijke' });
    await gives('marijke', { what: 'dossiers', ids: [second], to: 'yusuf' });
    await takesBack('henk', handOverId);
    expect([await holderOf(first), await holderOf(second)]).toEqual([cast.henk.id, cast.yusuf.id]);
    expect(await onRecord('incident-taken-back')).toHaveLength(1);
  });
});
