import { beforeEach, describe, expect, it } from 'vitest';
import * as contract from '../../contract/organisation.ts';
import { cast, employer, teams } from '../../database/demo/cast.ts';
import { newcomersOf } from '../../tests/support/newcomers.ts';
import { foundTown } from '../../tests/support/town.ts';
import { findReachability, organisationChart, subjectOfEmployerRole, subjectOfTeamManager } from './index.ts';
import { chainOfCommand } from './who-to-call.ts';

const town = await foundTown();
const { doors } = newcomersOf(town);
const as = (who: keyof typeof cast) => doors.visitor().stepInAs(who);
const tuesday = new Date(town.now);

beforeEach(async () => {
  town.now = new Date(tuesday);
  await town.db.owner.query('truncate organisation.absence');
});

const inDays = (days: number) => new Date(town.now.getTime() + days * 24 * 60 * 60_000).toISOString();

describe('who I am', () => {
  it('tells my team, its manager and until when that manager can be reached', async () => {
    const fatima = await as('fatima');
    const { body } = await fatima.ask(contract.getMe);
    expect(body.person).toMatchObject({ name: 'Fatima El Amrani', initials: 'FE' });
    const [team] = body.teams;
    expect(team?.name).toBe(teams.publiekszaken.name);
    expect(team?.managers[0]).toMatchObject({
      id: cast.henk.id,
      reachability: { isReachable: true, untilAt: '2026-03-10T16:00:00.000Z', because: null },
    });
  });

  it('tells the roles I hold and those of whom I stand in for', async () => {
    const { body } = await (await as('marijke')).ask(contract.getMe);
    expect(body.roles).toMatchObject([{ role: 'manager', deputyFor: { name: 'Henk de Boer' } }]);
  });

  it('speaks in the words of the sector', async () => {
    const { body } = await (await as('fatima')).ask(contract.getMe);
    expect(body.employer.words.nl.counter).toBe('balie');
  });

  it('changes my language and phone, and refuses what is none', async () => {
    const fatima = await as('fatima');
    expect((await fatima.ask(contract.changeMe, { body: { language: 'en', phone: '0591 555 123' } })).status).toBe(200);
    const { body } = await fatima.ask(contract.getMe);
    expect(body.person).toMatchObject({ language: 'en', phone: '0591 555 123' });
    expect((await fatima.ask(contract.changeMe, { body: { phone: 'bel me' } })).status).toBe(400);
    expect((await fatima.ask(contract.changeMe, { body: { jobTitle: 'chef' } })).status).toBe(400);
    await fatima.ask(contract.changeMe, { body: { language: 'nl' } });
  });
});

describe('who to call', () => {
  it('is my manager first, then the deputy, the coordinator and the leadership', async () => {
    const { body } = await (await as('fatima')).ask(contract.listWhoToCall);
    const order = body.people.map(({ id, capacity }) => [id, capacity]);
    expect(order[0]).toEqual([cast.henk.id, 'manager']);
    expect(order[1]).toEqual([cast.marijke.id, 'deputy']);
    expect(order.findIndex(([id]) => id === cast.yusuf.id)).toBeLessThan(
      order.findIndex(([id]) => id === cast.karin.id),
    );
  });

  it('is whoever is at work now, when my manager is away', async () => {
    const henk = await as('henk');
    await henk.ask(contract.recordAbsence, {
      params: { personId: cast.henk.id },
      body: { sinceAt: inDays(-1), untilAt: inDays(1) },
    });
    const { body } = await (await as('fatima')).ask(contract.listWhoToCall);
    expect(body.people[0]?.id).toBe(cast.marijke.id);
    expect(body.people.at(-1)).toMatchObject({ id: cast.henk.id, reachability: { because: 'away' } });
  });

  it('for a councillor is the griffier, then the mayor', async () => {
    const chain = await town.as('lotte', (tx) => chainOfCommand(tx, cast.lotte.id, tx.now));
    expect(chain.slice(0, 2)).toEqual([
      { personId: cast.pieter.id, capacity: 'griffier' },
      { personId: cast.anke.id, capacity: 'mayor' },
    ]);
  });

  it('for a manager is never the manager', async () => {
    const chain = await town.as('henk', (tx) => chainOfCommand(tx, cast.henk.id, tx.now));
    expect(chain.map(({ personId }) => personId)).not.toContain(cast.henk.id);
  });
});

describe('the confidential adviser', () => {
  it('is found with a number and an address, by everybody', async () => {
    const { body } = await (await as('sanne')).ask(contract.listConfidentialAdvisers);
    const { phone, email } = cast.ruud;
    expect(body.advisers).toMatchObject([
      { id: cast.ruud.id, name: 'Ruud Postma', phone, email, reachability: { isReachable: true } },
    ]);
  });

  it('who left is found no more', async () => {
    await town.db.owner.query('update organisation.person set ended_at = $2 where id = $1', [cast.ruud.id, town.now]);
    expect((await (await as('sanne')).ask(contract.listConfidentialAdvisers)).body.advisers).toEqual([]);
    await town.db.owner.query('update organisation.person set ended_at = null where id = $1', [cast.ruud.id]);
  });
});

describe('what a person may act as', () => {
  it('follows their roles, and a deputyship gives roles but not the person', async () => {
    const grantees = await town.look<{ who: string; ids: string[] }>(
      `select p.given_name as who, organisation.grantees_of(p.id, $1) as ids from organisation.person p where p.id = any($2)`,
      [town.now, [cast.marijke.id, cast.yusuf.id, cast.fatima.id]],
    );
    const of = (who: string) => grantees.find((row) => row.who === who)?.ids.toSorted();
    const henksRole = subjectOfTeamManager(teams.publiekszaken.id);
    expect(of('Marijke')).toEqual([cast.marijke.id, henksRole].toSorted());
    expect(of('Yusuf')).toEqual([cast.yusuf.id, subjectOfEmployerRole(employer.id, 'coordinator')].toSorted());
    expect(of('Fatima')).toEqual([cast.fatima.id]);
  });

  it('has a subject for every team and role, under the id that the code reckons', async () => {
    const rows = await town.look<{ id: string; team_id: string | null; role: string }>(
      `select id, team_id, role from organisation.subject where kind <> 'person'`,
    );
    expect(rows.find(({ team_id }) => team_id === teams.publiekszaken.id)?.id).toBe(
      subjectOfTeamManager(teams.publiekszaken.id),
    );
    expect(rows.find(({ role }) => role === 'mayor')?.id).toBe(subjectOfEmployerRole(employer.id, 'mayor'));
  });

  it('is nothing after leaving', async () => {
    await town.db.owner.query('update organisation.person set ended_at = $1 where id = $2', [town.now, cast.tom.id]);
    const [row] = await town.look<{ ids: string[] }>('select organisation.grantees_of($1, $2) as ids', [
      cast.tom.id,
      town.now,
    ]);
    expect(row?.ids).toEqual([]);
    await town.db.owner.query('update organisation.person set ended_at = null where id = $1', [cast.tom.id]);
  });
});

it('a colleague is told things by mail and telephone until the moment of leaving', async () => {
  const reachTom = () => town.asWorker((tx) => findReachability(tx, cast.tom.id));
  await town.db.owner.query('update organisation.person set ended_at = $1 where id = $2', [inDays(1), cast.tom.id]);
  expect(await reachTom()).toEqual({ email: cast.tom.email, phone: cast.tom.phone, language: 'nl' });
  town.fastForward({ days: 1 });
  expect(await reachTom()).toBeUndefined();
  await town.db.owner.query('update organisation.person set ended_at = null where id = $1', [cast.tom.id]);
});

describe('the chart for routing', () => {
  it('holds the teams of those concerned and all above them, and who stands in for whom', async () => {
    const chart = await town.as('fatima', (tx) => organisationChart(tx, [cast.fatima.id, cast.lotte.id], tx.now));
    expect(chart.teamOf.get(cast.fatima.id)).toBe(teams.publiekszaken.id);
    expect(chart.teams.find(({ teamId }) => teamId === teams.publiekszaken.id)?.managerIds).toEqual([cast.henk.id]);
    expect(chart.deputiesOf.get(cast.henk.id)).toContain(cast.marijke.id);
    expect([...chart.officeHolders]).toEqual([cast.lotte.id]);
    expect(chart.coordinatorIds).toEqual([cast.yusuf.id]);
  });
});

describe('colleagues', () => {
  it('are found by parts of their name, whatever the accents', async () => {
    const fatima = await as('fatima');
    const find = async (name: string) =>
      (await fatima.ask(contract.searchPeople, { body: { name } })).body.people.map((person) => person.name);
    expect(await find('ozturk')).toEqual(['Sami Öztürk']);
    expect(await find('Boer henk')).toEqual(['Henk de Boer']);
    expect(await find('100%')).toEqual([]);
  });

  it('are searched with two characters at least', async () => {
    const { status } = await (await as('fatima')).ask(contract.searchPeople, { body: { name: 'H' } });
    expect(status).toBe(400);
  });

  it('come page by page, each once, in order of family name', async () => {
    const fatima = await as('fatima');
    const names: string[] = [];
    let after: string | null = null;
    do {
      const answer: Awaited<ReturnType<typeof ask>> = await ask(after);
      names.push(...answer.body.people.map(({ name }) => name));
      after = answer.body.next;
    } while (after !== null);
    expect(names).toHaveLength(Object.keys(cast).length);
    expect(new Set(names).size).toBe(names.length);
    expect(names.indexOf('Henk de Boer')).toBeLessThan(names.indexOf('Karin Vermeulen'));
    async function ask(from: string | null) {
      return fatima.ask(contract.searchPeople, { body: { limit: 5, ...(from === null ? {} : { after: from }) } });
    }
  });

  it('of another employer do not exist', async () => {
    const stranger = crypto.randomUUID();
    const other = crypto.randomUUID();
    await town.db.owner.query(
      `insert into organisation.employer (id, name, sector, created_at) values ($1, 'Elders', 'care', $2)`,
      [other, town.now],
    );
    await town.db.owner.query(
      `insert into organisation.person (id, employer_id, given_name, family_name, created_at) values ($1, $2, 'Vera', 'Vreemd', $3)`,
      [stranger, other, town.now],
    );
    const bas = await as('bas');
    expect((await bas.ask(contract.getColleague, { params: { personId: stranger } })).status).toBe(404);
    expect((await bas.ask(contract.searchPeople, { body: { name: 'Vreemd' } })).body.people).toEqual([]);
    const params = { personId: stranger };
    expect((await bas.ask(contract.changePerson, { params, body: { jobTitle: 'x' } })).status).toBe(404);
    expect((await bas.ask(contract.giveRole, { body: { personId: stranger, role: 'coordinator' } })).status).toBe(404);
    const body = { deputyPersonId: stranger, sinceAt: inDays(1), untilAt: inDays(2) };
    expect((await bas.ask(contract.nameDeputy, { body })).status).toBe(404);
  });
});

describe('standing in', () => {
  it('begins and ends, and what the deputy may do follows at once', async () => {
    const els = await as('els');
    const body = { deputyPersonId: cast.daan.id, sinceAt: inDays(-0.1), untilAt: inDays(3) };
    const { body: named } = await els.ask(contract.nameDeputy, { body });
    const daan = await as('daan');
    expect((await daan.ask(contract.getMe)).body.roles.map(({ role }) => role)).toEqual(['manager']);
    const { body: list } = await els.ask(contract.listDeputyships);
    expect(list.deputyships.find(({ id }) => id === named.deputyshipId)).toMatchObject({
      absent: { id: cast.els.id },
      deputy: { id: cast.daan.id },
      holding: null,
    });
    await els.ask(contract.endDeputyship, { params: { deputyshipId: named.deputyshipId }, body: {} });
    expect((await daan.ask(contract.getMe)).body.roles).toEqual([]);
  });

  it('in a circle is refused, and so is standing in for oneself', async () => {
    const marijke = await as('marijke');
    const body = (deputyPersonId: string) => ({ deputyPersonId, sinceAt: inDays(1), untilAt: inDays(3) });
    expect((await marijke.ask(contract.nameDeputy, { body: body(cast.henk.id) })).code).toBe('deputyship-makes-a-loop');
    expect((await marijke.ask(contract.nameDeputy, { body: body(cast.marijke.id) })).code).toBe(
      'deputy-is-the-absent-person',
    );
  });

  it('is arranged for somebody else by a coordinator, not by a colleague', async () => {
    const body = {
      absentPersonId: cast.els.id,
      deputyPersonId: cast.henk.id,
      sinceAt: inDays(30),
      untilAt: inDays(31),
    };
    expect((await (await as('fatima')).ask(contract.nameDeputy, { body })).status).toBe(403);
    expect((await (await as('yusuf')).ask(contract.nameDeputy, { body })).status).toBe(200);
  });
});

describe('being away', () => {
  const absence = { sinceAt: inDays(1), untilAt: inDays(5) };

  it('is said by oneself and by one’s manager, not by a colleague', async () => {
    const params = { personId: cast.fatima.id };
    expect((await (await as('sanne')).ask(contract.recordAbsence, { params, body: absence })).status).toBe(403);
    expect((await (await as('henk')).ask(contract.recordAbsence, { params, body: absence })).status).toBe(200);
    expect((await (await as('fatima')).ask(contract.recordAbsence, { params, body: absence })).code).toBe(
      'absence-overlaps',
    );
  });

  it('ends when somebody is back', async () => {
    const fatima = await as('fatima');
    const params = { personId: cast.fatima.id };
    const body = { sinceAt: inDays(-1), untilAt: inDays(5) };
    const { body: recorded } = await fatima.ask(contract.recordAbsence, { params, body });
    expect((await fatima.ask(contract.getMe)).body.reachability.because).toBe('away');
    const ended = { ...params, absenceId: recorded.absenceId };
    expect((await fatima.ask(contract.endAbsence, { params: ended, body: {} })).status).toBe(200);
    expect((await fatima.ask(contract.getMe)).body.reachability.isReachable).toBe(true);
    expect((await fatima.ask(contract.endAbsence, { params: ended, body: {} })).code).toBe('already-ended');
  });

  it.each([
    ['period-ends-before-it-begins', 5, 1],
    ['period-in-the-past', -5, -1],
  ])('is refused: %s', async (code, from, to) => {
    const body = { sinceAt: inDays(from), untilAt: inDays(to) };
    const answer = await (await as('fatima')).ask(contract.recordAbsence, {
      params: { personId: cast.fatima.id },
      body,
    });
    expect(answer.code).toBe(code);
  });
});

describe('working hours', () => {
  it('of somebody replace those of the organisation, until they are taken away', async () => {
    const fatima = await as('fatima');
    const params = { personId: cast.fatima.id };
    const set = (days: object[]) => fatima.ask(contract.setWorkingHours, { params, body: { days } });
    await set([{ weekday: 3, opens: '12:00', closes: '20:00' }]);
    expect((await fatima.ask(contract.getMe)).body.reachability).toMatchObject({
      isReachable: false,
      untilAt: '2026-03-11T11:00:00.000Z',
      because: 'outside_hours',
    });
    await set([]);
    expect((await fatima.ask(contract.getWorkingHours, { params })).body.isOwn).toBe(false);
    expect((await fatima.ask(contract.getMe)).body.reachability.isReachable).toBe(true);
    expect((await set([{ weekday: 3, opens: '12:00', closes: '11:00' }])).code).toBe(
      'working-day-ends-before-it-begins',
    );
  });
});
