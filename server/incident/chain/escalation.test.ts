import { beforeEach, describe, expect, it } from 'vitest';
import { type CastKey, cast, employer } from '../../../database/demo/cast.ts';
import { sendReport, threatAtTheCounter } from '../../../tests/support/reports.ts';
import { type TownAtWork, townAtWork } from '../../../tests/support/town-at-work.ts';
import { newId, notify } from '../../platform/index.ts';
import { addDetails } from '../reporting/add-details.ts';
import { chainStep } from './chain-step.ts';
import { chainStepJob } from './escalation.ts';
import { recordContact } from './record-contact.ts';
import { takeUpIncident } from './take-up-incident.ts';

let town: TownAtWork;
beforeEach(async () => {
  town = await townAtWork();
});

const newReport = /Nieuwe melding/;
const waiting = /Een melding wacht op jou/;

async function reported(who: CastKey, changes: Parameters<typeof threatAtTheCounter>[1] = {}): Promise<string> {
  const report = threatAtTheCounter(town, changes);
  await sendReport(town, who, report);
  await town.settle();
  return report.incidentId;
}

const takeUp = (who: CastKey, incidentId: string) =>
  town.as(who, (tx) => takeUpIncident(town, tx, cast[who].id, incidentId));

async function calls(who: CastKey, incidentId: string, whom: CastKey, reached = true) {
  const answer = await town.as(who, (tx) =>
    recordContact({ vault: town.vault, notify }, tx, cast[who].id, {
      incidentId,
      contact: { withPersonId: cast[whom].id, way: 'phone', reached, at: town.now.toISOString() },
    }),
  );
  await town.settle();
  return answer;
}

const chain = async () => (await town.look('select state, round, step from incident.chain'))[0];
const told = async () =>
  (
    await town.look<{ id: string; round: number }>(
      'select person_id as id, round from incident.chain_call order by step',
    )
  ).map(({ id, round }) => `${Object.entries(cast).find(([, person]) => person.id === id)?.[0]} ${round}`);

describe('a threat at the counter', () => {
  it('reaches the manager at once, on every channel', async () => {
    await reported('fatima');
    town.phoneOf('henk').expectsMessage(newReport);
    town.mailboxOf('henk').expectsMessage(newReport);
    expect(await town.look('select 1 from platform.notification where person_id = $1', [cast.henk.id])).toHaveLength(1);
    town.phoneOf('marijke').expectsSilence();
  });

  it('with the manager silent goes to the deputy, the coordinator, on, and round again', async () => {
    await reported('fatima');
    for (const who of ['marijke', 'yusuf', 'frank', 'karin'] as const) {
      await town.fastForward({ minutes: 15 });
      town.phoneOf(who).expectsMessage(waiting);
    }
    await town.fastForward({ minutes: 30 });
    expect(await told()).toEqual(['henk 1', 'marijke 1', 'yusuf 1', 'frank 1', 'karin 1', 'henk 2', 'marijke 2']);
    await town.fastForward({ hours: 5 });
    expect(await chain()).toMatchObject({ state: 'waiting', step: 27 });
  });

  it('is quiet once somebody spoke to the colleague', async () => {
    const id = await reported('fatima');
    await takeUp('henk', id);
    expect(await calls('henk', id, 'fatima')).toEqual({ incidentId: id, state: 'in_follow_up' });
    await town.fastForward({ days: 3 });
    expect(await told()).toEqual(['henk 1']);
    expect(await chain()).toMatchObject({ state: 'ended' });
  });

  it('taken up but with nobody calling goes on within the hour', async () => {
    const id = await reported('fatima');
    await town.fastForward({ minutes: 10 });
    await takeUp('henk', id);
    await town.fastForward({ minutes: 49 });
    town.phoneOf('marijke').expectsSilence();
    await town.fastForward({ minutes: 1 });
    town.phoneOf('marijke').expectsMessage(waiting);
    town.phoneOf('henk').expectsMessage(/Spreek je collega/);
    expect(await takeUp('marijke', id)).toEqual({ incidentId: id, state: 'taken_up' });
    await town.fastForward({ minutes: 15 });
    town.phoneOf('yusuf').expectsMessage(waiting);
  });

  it('is not stopped by a call that was not answered', async () => {
    const id = await reported('fatima');
    await calls('henk', id, 'fatima', false);
    await town.fastForward({ minutes: 15 });
    town.phoneOf('marijke').expectsMessage(waiting);
  });

  it('tells the reporter each step, in the app and by mail', async () => {
    const id = await reported('fatima');
    await takeUp('henk', id);
    await calls('henk', id, 'fatima');
    town.mailboxOf('fatima').expectsMessage(/Iemand heeft je melding opgepakt/);
    town.mailboxOf('fatima').expectsMessage(/nieuws over je melding/);
  });

  it('lets only one take it up', async () => {
    const id = await reported('fatima');
    await takeUp('henk', id);
    expect(await takeUp('yusuf', id)).toEqual({ refused: 'already-taken-up' });
  });

  it('is absent for a colleague who has nothing to do with it', async () => {
    const id = await reported('fatima');
    await expect(takeUp('daan', id)).rejects.toThrow('Absent');
    await expect(takeUp('fatima', id)).rejects.toThrow('take_up');
  });
});

describe('violence at 23:00 on a holiday', () => {
  it('waits for no office hours', async () => {
    town.now = new Date('2026-12-25T22:00:00Z');
    await reported('fatima', { columns: ['physical_violence'], injured: true });
    town.phoneOf('henk').expectsMessage(newReport);
    await town.fastForward({ minutes: 30 });
    expect(await told()).toEqual(['henk 1', 'marijke 1', 'yusuf 1']);
  });
});

describe('a verbal report on Friday evening', () => {
  beforeEach(() => {
    town.now = new Date('2026-03-13T18:30:00Z');
  });

  it('waits for Monday', async () => {
    await reported('fatima', { columns: ['verbal_aggression'] });
    town.phoneOf('henk').expectsMessage(newReport);
    await town.fastForward({ days: 2 });
    expect(await told()).toEqual(['henk 1']);
    await town.fastForward({ hours: 13, minutes: 30 });
    expect(await told()).toEqual(['henk 1', 'marijke 1', 'yusuf 1']);
  });
});

describe('the right person', () => {
  it('is the manager above when the manager is the victim', async () => {
    const id = await reported('fatima', { target: 'colleague', victimIds: [cast.henk.id] });
    expect(await told()).toEqual(['karin 1']);
    town.phoneOf('henk').expectsSilence();
    await expect(takeUp('henk', id)).rejects.toThrow('take_up');
    expect(await takeUp('karin', id)).toMatchObject({ state: 'taken_up' });
  });

  it('is the griffier for a councillor who is threatened at home', async () => {
    const id = await reported('lotte', { place: { kind: 'private_life', text: 'thuis' } });
    expect(await told()).toEqual(['pieter 1']);
    await calls('pieter', id, 'lotte');
    expect(await chain()).toMatchObject({ state: 'ended' });
  });

  it('is the coordinator when the reporter passes by their own manager', async () => {
    const id = await reported('fatima', { route: 'coordinator' });
    expect(await told()).toEqual(['yusuf 1']);
    await expect(takeUp('henk', id)).rejects.toThrow('Absent');
  });

  it('leads for everybody, and each manager of another team hears of their own people', async () => {
    const id = await reported('fatima', {
      target: 'group',
      victimIds: [cast.fatima.id, cast.sanne.id, cast.daan.id],
    });
    expect(await told()).toEqual(['henk 1']);
    town.mailboxOf('els').expectsMessage(/gaat ook over jouw team/);
    const seenBy = (who: CastKey) =>
      town.as(who, (tx) =>
        tx.rows<{ person_id: string }>(
          `select person_id from incident.involved where incident_id = $1 and role = 'victim'`,
          [id],
        ),
      );
    expect(await seenBy('els')).toEqual([{ person_id: cast.daan.id }]);
    expect(await seenBy('henk')).toHaveLength(3);
    await expect(takeUp('els', id)).rejects.toThrow('take_up');
  });

  it('is the deputy while the manager is away', async () => {
    await town.look(
      `insert into organisation.absence (id, employer_id, person_id, since, until)
       select gen_random_uuid(), employer_id, id, '2026-03-01', '2026-03-20' from organisation.person where id = $1`,
      [cast.henk.id],
    );
    await reported('fatima');
    expect(await told()).toEqual(['marijke 1']);
  });

  it('can act when the chain comes to them, until somebody has it', async () => {
    const id = await reported('fatima');
    await expect(takeUp('karin', id)).rejects.toThrow('Absent');
    await town.fastForward({ minutes: 60 });
    expect(await takeUp('karin', id)).toMatchObject({ state: 'taken_up' });
    await calls('karin', id, 'fatima');
    const leads = await town.look('select subject_id from incident.lead where scope = $1', ['called']);
    expect(leads).toEqual([{ subject_id: cast.karin.id }]);
  });
});

describe('whatever happens to the program', () => {
  const step = (notices: typeof notify) => {
    const work = chainStep({ vault: town.vault, notify: notices });
    const job = {
      jobId: newId<'job'>(),
      kind: chainStepJob,
      employerId: employer.id,
      runAt: town.now,
      data: {},
      attempt: 1,
    };
    return (incidentId: string, now = town.now) =>
      town.database.transact({ role: 'worker', employerId: employer.id, now }, (tx) =>
        work(tx, { ...job, incidentId }),
      );
  };
  const inAQuarter = () => new Date(town.now.getTime() + 15 * 60_000);

  it('leaves nothing of a step that breaks half-way, and takes it again', async () => {
    const id = await reported('fatima');
    const broken = step(() => Promise.reject(new Error('killed')));
    // The clock of the town waits: else its own runner, which looks each second, may take the step before us.
    await expect(broken(id, inAQuarter())).rejects.toThrow('killed');
    expect(await told()).toEqual(['henk 1']);
    town.now = inAQuarter();
    await town.settle();
    expect(await told()).toEqual(['henk 1', 'marijke 1']);
  });

  it('tells the next one once, however many work on it', async () => {
    const id = await reported('fatima');
    town.now = inAQuarter();
    await Promise.all([1, 2, 3, 4].map(() => step(notify)(id)));
    await town.settle();
    expect(await told()).toEqual(['henk 1', 'marijke 1']);
    expect(town.phoneOf('marijke').messages).toHaveLength(1);
  });

  it('lets a person who takes it up and a job that goes on wait for each other', async () => {
    const id = await reported('fatima');
    town.now = inAQuarter();
    await Promise.all([takeUp('henk', id), step(notify)(id), step(notify)(id)]);
    await town.settle();
    expect((await told()).length).toBeLessThanOrEqual(2);
    expect(await chain()).toMatchObject({ state: 'paused' });
    const jobs = await town.look(`select 1 from platform.job where kind = 'incident-chain-step'`);
    expect(jobs).toHaveLength(1);
  });
});

describe('what becomes known later', () => {
  it('makes an insult with a weapon urgent, and plans what belongs to it', async () => {
    town.now = new Date('2026-03-13T18:30:00Z');
    const id = await reported('fatima', { columns: ['verbal_aggression'] });
    const before = await town.look('select code from incident.task');
    await town.as('fatima', (tx) =>
      addDetails(town, tx, cast.fatima.id, { incidentId: id, details: { flags: ['weapon', 'discriminatory'] } }),
    );
    await town.settle();
    expect((await town.look('select severity from incident.incident'))[0]).toEqual({ severity: 'threat' });
    expect((await town.look('select code from incident.task')).length).toBeGreaterThan(before.length);
    await town.fastForward({ minutes: 15 });
    expect(await told()).toEqual(['henk 1', 'marijke 1']);
  });
});

describe('a manager who reports a broken door', () => {
  it('has nobody to call: taking it up is having it', async () => {
    const id = await reported('henk', { target: 'building', columns: ['verbal_aggression'] });
    expect(await told()).toEqual(['henk 1']);
    expect(await takeUp('henk', id)).toEqual({ incidentId: id, state: 'in_follow_up' });
    expect(await chain()).toMatchObject({ state: 'ended' });
  });
});

describe('tasks', () => {
  it('come from the playbook, each with its owner, and the contact finishes its own', async () => {
    const id = await reported('fatima', { witnessIds: [cast.sanne.id] });
    const tasks = () =>
      town.look('select code, owner_role, state, due_at from incident.task where incident_id = $1 order by position', [
        id,
      ]);
    const before = await tasks();
    expect(before.map(({ code }) => code)).toContain('footage');
    expect(before.find(({ code }) => code === 'contact')).toMatchObject({
      state: 'open',
      due_at: new Date(town.now.getTime() + 3_600_000),
    });
    await calls('henk', id, 'fatima');
    expect((await tasks()).find(({ code }) => code === 'contact')).toMatchObject({ state: 'done' });
  });
});
