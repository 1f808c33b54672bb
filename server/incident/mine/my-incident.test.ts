import { beforeAll, describe, expect, it } from 'vitest';
import { type CastKey, cast, teams } from '../../../database/demo/cast.ts';
import { reported } from '../../../tests/support/reports.ts';
import { foundTown, type Town } from '../../../tests/support/town.ts';
import { Absent, newId, type Tx } from '../../platform/index.ts';
import { playbookInForce } from '../../protocol/index.ts';
import { recordStep } from '../record-step.ts';
import { readFirstScreen } from '../reporting/first-screen.ts';
import { giveAccount } from '../reporting/give-account.ts';
import { readMyIncident } from './my-incident.ts';
import { listMyIncidents } from './my-incidents.ts';

let town: Town;
beforeAll(async () => {
  town = await foundTown();
});

const read = (who: CastKey, incidentId: string) =>
  town.as(who, (tx) => readMyIncident(town, tx, cast[who].id, incidentId));
const list = (who: CastKey, limit = 25, cursor?: string) =>
  town.as(who, (tx) => listMyIncidents(tx, { limit, cursor }));

/** Henk has it and must call by tomorrow; the playbook is the one for threats. */
async function followedUp(incidentId: string): Promise<void> {
  await town.asWorker(async (tx) => {
    const playbook = await playbookInForce(tx, 'threat');
    await tx.execute(
      `update incident.incident set state = 'taken_up', taken_up_by = $2, taken_up_at = $3, playbook_code = 'threat',
         playbook_version = $4 where id = $1`,
      [incidentId, cast.henk.id, tx.now, playbook.version],
    );
    await recordStep(tx, incidentId, { kind: 'taken_up', actorId: cast.henk.id, forReporter: true });
    await recordStep(tx, incidentId, { kind: 'chain_moved_on', actorId: null, forReporter: false });
    await promise(tx, incidentId);
  });
}

async function promise(tx: Tx, incidentId: string): Promise<void> {
  await tx.execute(
    `insert into incident.task (id, employer_id, incident_id, incident_number, code, title, position, owner_role,
       owner_subject_id, gives_parts, tells_reporter, state, created_at, due_at)
     select t.id, $1, $2, '2026-0001', t.code, '{}', 1, 'lead', organisation.role_subject($3, 'manager'), 1, t.tells, 'open', $4, $5
     from unnest($6::uuid[], array['contact', 'footage'], array[true, false]) as t (id, code, tells)`,
    [
      tx.employerId,
      incidentId,
      teams.publiekszaken.id,
      tx.now,
      new Date(tx.now.getTime() + 86_400_000),
      [newId(), newId()],
    ],
  );
}

describe('my incident', () => {
  it('tells the reporter who has it, what happened and what is promised', async () => {
    const incidentId = await reported(town, 'fatima', { place: { kind: 'road', text: 'Op de brug' } });
    await followedUp(incidentId);
    const mine = await read('fatima', incidentId);
    expect(mine).toMatchObject({
      state: 'taken_up',
      myRoles: ['reporter', 'victim'],
      placeText: 'Op de brug',
      aggressor: 'Man, grijze jas',
      hasIt: { person: { name: 'Henk de Boer', initials: 'HB' }, phone: cast.henk.phone },
      account: { state: 'given', story: 'Hij zei dat hij mij wel zou vinden.' },
    });
    expect(mine.steps.map(({ text, isAhead }) => `${isAhead ? 'ahead: ' : ''}${text.nl}`)).toEqual([
      'Je hebt dit gemeld.',
      'Henk heeft dit opgepakt.',
      'ahead: Morgen belt Henk je.',
    ]);
  });

  it('shows a victim the others’ stories once theirs is told, and never who did it', async () => {
    const incidentId = await reported(town, 'fatima', { victimIds: [cast.sanne.id] });
    expect(await read('sanne', incidentId)).toMatchObject({
      account: { state: 'asked' },
      othersAccounts: [],
      aggressor: null,
    });
    await town.as('sanne', (tx) => giveAccount(town, tx, cast.sanne.id, { incidentId, story: 'Ik schrok.' }));
    expect((await read('sanne', incidentId)).othersAccounts).toMatchObject([
      { person: { name: 'Fatima El Amrani' }, story: 'Hij zei dat hij mij wel zou vinden.' },
    ]);
  });

  it('is not there for the coordinator, who reads the dossier, nor for anybody else', async () => {
    const incidentId = await reported(town, 'fatima');
    await expect(read('yusuf', incidentId)).rejects.toThrow(Absent);
    await expect(read('mila', incidentId)).rejects.toThrow(Absent);
  });

  it('leaves the look on the record', async () => {
    const incidentId = await reported(town, 'fatima');
    await read('fatima', incidentId);
    const looks = await town.look('select person_id from platform.audit_entry where incident_id = $1 and action = $2', [
      incidentId,
      'own-incident-read',
    ]);
    expect(looks).toEqual([{ person_id: cast.fatima.id }]);
  });

  it('keeps its course when its texts can no longer be read', async () => {
    const incidentId = await reported(town, 'fatima');
    await town.asWorker((tx) => town.vault.destroyDossier(tx, incidentId));
    const mine = await read('fatima', incidentId);
    expect(mine).toMatchObject({ account: { story: null }, aggressor: null });
    expect(mine.steps).toHaveLength(1);
  });
});

describe('my incidents', () => {
  it('are those I reported, suffered or saw, each once, page by page', async () => {
    const mine: string[] = [];
    for (const more of [{}, { victimIds: [cast.joris.id] }]) {
      town.fastForward({ minutes: 1 });
      mine.unshift(await reported(town, 'joris', more));
    }
    town.fastForward({ minutes: 1 });
    mine.unshift(await reported(town, 'daan', { witnessIds: [cast.joris.id] }));
    const first = await list('joris', 2);
    const second = await list('joris', 2, first.next ?? undefined);
    expect([...first.incidents, ...second.incidents].map(({ incidentId }) => incidentId)).toEqual(mine);
    expect(second.next).toBeNull();
    expect(first.incidents.map(({ myRoles }) => myRoles)).toEqual([['witness'], ['reporter', 'victim']]);
    expect(first.incidents[0]).toMatchObject({
      accountAsked: true,
      lastStep: { text: { nl: 'Daan heeft dit gemeld.' } },
    });
  });

  it('are none for a new colleague', async () => {
    expect(await list('chantal')).toEqual({ incidents: [], next: null });
  });
});

describe('the first screen', () => {
  it('tells anybody whom to call, and nothing personal', async () => {
    await town.look(`update organisation.employer set settings = '{"dutyNumber": "0591 555 100"}'`);
    const screen = await town.database.transact({ role: 'app', visitor: true, now: town.now }, readFirstScreen);
    expect(screen).toEqual({
      organisationName: 'Gemeente Wierdam',
      dutyNumber: '0591 555 100',
      emergencyNumber: '112',
      isDemonstration: true,
      needsSetup: false,
    });
  });
});
