import { beforeEach, describe, expect, it } from 'vitest';
import * as contract from '../../contract/organisation.ts';
import { cast, locations, teams } from '../../database/demo/cast.ts';
import { newcomersOf } from '../../tests/support/newcomers.ts';
import { foundTown } from '../../tests/support/town.ts';
import { managementRoutes } from './management-routes.ts';

const town = await foundTown();
const { doors } = newcomersOf(town);
const as = (who: keyof typeof cast) => doors.visitor().stepInAs(who);

beforeEach(() => town.fastForward({ minutes: 1 }));

describe('managing the organisation', () => {
  it('is for administrators: every address of it is closed to others', async () => {
    const karin = await as('karin');
    const id = crypto.randomUUID();
    const params = { personId: id, teamId: id, locationId: id, roomId: id, holdingId: id };
    const anybody = { personId: id, role: 'coordinator', name: 'x', kind: 'desk', givenName: 'x', familyName: 'x' };
    for (const { descriptor } of managementRoutes) {
      const body = descriptor.method === 'GET' ? undefined : bodyFor(descriptor.name, anybody);
      const { status } = await karin.ask(descriptor, { params, body });
      expect([descriptor.name, status]).toEqual([descriptor.name, 403]);
    }
  });

  it('changes the week and the days on which it is closed', async () => {
    const bas = await as('bas');
    const { body: before } = await bas.ask(contract.getOrganisation);
    expect(before.workingWeek).toHaveLength(5);
    const body = { closedOn: ['2026-05-05'], dutyNumber: '0591 555 100', words: { nl: { counter: 'loket' }, en: {} } };
    expect((await bas.ask(contract.changeOrganisation, { body })).status).toBe(200);
    const { body: after } = await bas.ask(contract.getOrganisation);
    expect(after).toMatchObject({ closedOn: ['2026-05-05'], dutyNumber: '0591 555 100' });
    const { body: me } = await bas.ask(contract.getMe);
    expect([me.employer.words.nl.counter, me.employer.words.en.counter]).toEqual(['loket', 'counter']);
  });

  it('adds a location with rooms, and takes a room out of use', async () => {
    const bas = await as('bas');
    const { body: added } = await bas.ask(contract.addLocation, { body: { name: 'Bibliotheek' } });
    const params = { locationId: added.locationId };
    const { body: room } = await bas.ask(contract.addRoom, { params, body: { name: 'Balie', kind: 'desk' } });
    expect((await bas.ask(contract.addRoom, { params, body: { name: 'balie', kind: 'desk' } })).code).toBe(
      'name-taken',
    );
    const listed = async () =>
      (await bas.ask(contract.listLocations)).body.locations.find(({ id }) => id === added.locationId)?.rooms;
    expect(await listed()).toEqual([{ id: room.roomId, name: 'Balie', kind: 'desk' }]);
    await bas.ask(contract.changeRoom, { params: { roomId: room.roomId }, body: { isInUse: false } });
    expect(await listed()).toEqual([]);
    expect((await bas.ask(contract.addLocation, { body: { name: locations.stadskantoor.name } })).code).toBe(
      'name-taken',
    );
  });

  it('adds a team, and never puts one above itself', async () => {
    const bas = await as('bas');
    const { body: above } = await bas.ask(contract.addTeam, { body: { name: 'Dienstverlening' } });
    const { body: below } = await bas.ask(contract.addTeam, {
      body: { name: 'Burgerzaken', parentTeamId: above.teamId },
    });
    const change = (body: object) => bas.ask(contract.changeTeam, { params: { teamId: above.teamId }, body });
    expect((await change({ parentTeamId: below.teamId })).code).toBe('team-above-itself');
    expect((await change({ name: teams.publiekszaken.name })).code).toBe('name-taken');
    expect((await change({ name: 'Dienst' })).status).toBe(200);
    const ending = { params: { teamId: teams.publiekszaken.id }, body: { isInUse: false } };
    expect((await bas.ask(contract.changeTeam, ending)).code).toBe('team-has-people');
  });
});

describe('people', () => {
  const ineke = {
    givenName: 'Ineke',
    familyName: 'van den Berg',
    email: 'Ineke@wierdam.example',
    teamIds: [teams.publiekszaken.id],
  };

  it('are added, changed, moved to another team and leave; their history stays', async () => {
    const bas = await as('bas');
    const { body: added } = await bas.ask(contract.addPerson, { body: ineke });
    const params = { personId: added.personId };
    await bas.ask(contract.changePerson, {
      params,
      body: { jobTitle: 'Medewerker', teamIds: [teams.wijkteamNoord.id] },
    });
    const { body: colleague } = await bas.ask(contract.getColleague, { params });
    expect(colleague).toMatchObject({
      name: 'Ineke van den Berg',
      email: 'ineke@wierdam.example',
      jobTitle: 'Medewerker',
      teams: [{ id: teams.wijkteamNoord.id }],
    });
    expect((await bas.ask(contract.addPerson, { body: ineke })).code).toBe('email-taken');
    await bas.ask(contract.giveRole, { body: { personId: added.personId, role: 'reception' } });
    expect((await bas.ask(contract.recordLeaving, { params, body: {} })).status).toBe(200);
    const { body: gone } = await bas.ask(contract.getColleague, { params });
    expect([gone.hasLeft, gone.roles, gone.teams]).toEqual([true, [], []]);
    expect((await bas.ask(contract.changePerson, { params, body: { jobTitle: 'x' } })).code).toBe('person-has-left');
  });

  it('who are guests belong to another employer, and only they', async () => {
    const bas = await as('bas');
    const add = async (more: object) =>
      (await bas.ask(contract.addPerson, { body: { givenName: 'Gijs', familyName: 'Gast', ...more } })).code;
    expect(await add({ kind: 'guest' })).toBe('home-employer-missing');
    expect(await add({ homeEmployerName: 'UWV' })).toBe('home-employer-only-for-guests');
    expect(await add({ kind: 'guest', homeEmployerName: 'UWV' })).toBeUndefined();
  });

  it('who only came by a personal link stand in for nobody: a call would wait with who cannot take it up', async () => {
    const henk = await as('henk');
    const inHours = (hours: number) => new Date(town.now.getTime() + hours * 3_600_000).toISOString();
    const body = { deputyPersonId: cast.lotte.id, sinceAt: inHours(1), untilAt: inHours(2) };
    await town.look('update organisation.person set is_by_link = true where id = $1', [cast.lotte.id]);
    expect((await henk.ask(contract.nameDeputy, { body })).status).toBe(404);
    await town.look('update organisation.person set is_by_link = false where id = $1', [cast.lotte.id]);
    expect((await henk.ask(contract.nameDeputy, { body })).status).toBe(200);
  });

  it('who left are signed out at once', async () => {
    const tom = await as('tom');
    const bas = await as('bas');
    await bas.ask(contract.recordLeaving, { params: { personId: cast.tom.id }, body: {} });
    expect((await tom.ask(contract.getMe)).status).toBe(401);
  });
});

describe('roles', () => {
  it('count from the next request, and are given once', async () => {
    const bas = await as('bas');
    const sanne = await as('sanne');
    expect((await sanne.ask(contract.getOrganisation)).status).toBe(403);
    const give = () => bas.ask(contract.giveRole, { body: { personId: cast.sanne.id, role: 'administrator' } });
    const { body: given } = await give();
    expect((await sanne.ask(contract.getOrganisation)).status).toBe(200);
    expect((await give()).code).toBe('role-already-held');
    await bas.ask(contract.endRole, { params: { holdingId: given.holdingId }, body: {} });
    expect((await sanne.ask(contract.getOrganisation)).status).toBe(403);
  });

  it('belong to a team or to the organisation, as the role says', async () => {
    const bas = await as('bas');
    const give = async (body: object) =>
      (await bas.ask(contract.giveRole, { body: { personId: cast.sanne.id, ...body } })).code;
    expect(await give({ role: 'manager' })).toBe('role-needs-a-team');
    expect(await give({ role: 'coordinator', teamId: teams.publiekszaken.id })).toBe('role-has-no-team');
  });

  it('leave an administrator: the last one stays', async () => {
    const bas = await as('bas');
    const { body: me } = await bas.ask(contract.getMe);
    const own = me.roles.find(({ role }) => role === 'administrator')?.holdingId ?? '';
    expect((await bas.ask(contract.endRole, { params: { holdingId: own }, body: {} })).code).toBe('last-administrator');
    const params = { personId: cast.bas.id };
    expect((await bas.ask(contract.recordLeaving, { params, body: {} })).code).toBe('last-administrator');
  });

  it('that nobody answers for are warned of', async () => {
    const bas = await as('bas');
    const { body: added } = await bas.ask(contract.addTeam, { body: { name: 'Zonder leiding' } });
    const { body } = await bas.ask(contract.listStaffingWarnings);
    expect(body.warnings).toContainEqual({
      code: 'team-without-manager',
      teamId: added.teamId,
      teamName: 'Zonder leiding',
      role: null,
    });
    expect(body.warnings.map(({ teamId }) => teamId)).not.toContain(teams.publiekszaken.id);
  });
});

describe('an import of people', () => {
  const file = (text: string) => Buffer.from(text).toString('base64');
  const columns = { givenName: 0, familyName: 1, email: 2, team: 3, role: 4 };
  const rows = [
    'Voornaam;Achternaam;E-mail;Team;Rol',
    'Greet;Jacobs;greet@wierdam.example;Sportzaken;Leidinggevende',
    'Ömer;Çelik;omer@wierdam.example;sportzaken;',
    `Henk;de Boer;${cast.henk.email};;`,
  ].join('\r\n');

  it('shows what the file holds and what its columns seem to be', async () => {
    const bas = await as('bas');
    const { body } = await bas.ask(contract.previewImport, { body: { file: file(rows) } });
    expect(body).toMatchObject({ delimiter: ';', rows: 3, columns });
  });

  it('says first what it would do, then does it, and the second time finds nothing to do', async () => {
    const bas = await as('bas');
    const { body: trial } = await bas.ask(contract.tryImport, { body: { file: file(rows), columns } });
    expect(trial).toEqual({ rows: 3, added: 2, changed: 0, unchanged: 1, teamsAdded: 1, skipped: 0, problems: [] });
    expect((await bas.ask(contract.searchPeople, { body: { name: 'Greet' } })).body.people).toEqual([]);
    const bringIn = () => bas.ask(contract.importPeople, { body: { file: file(rows), columns } });
    expect((await bringIn()).body).toMatchObject({ added: 2, teamsAdded: 1, unchanged: 1 });
    expect((await bringIn()).body).toMatchObject({ added: 0, changed: 0, unchanged: 3, teamsAdded: 0 });
    const { body } = await bas.ask(contract.listTeams);
    expect(body.teams.find(({ name }) => name === 'Sportzaken')).toMatchObject({
      people: 2,
      managers: [{ name: 'Greet Jacobs' }],
    });
  });

  it('tells every wrong row, and stops or skips them as asked', async () => {
    const bas = await as('bas');
    const messy = file('Voornaam;Achternaam;E-mail\nA;;x\nPiet;Puk;piet@wierdam.example\n');
    const body = { file: messy, columns: { givenName: 0, familyName: 1, email: 2 } };
    const { body: trial } = await bas.ask(contract.tryImport, { body });
    expect(trial.problems.map(({ row, code }) => [row, code])).toEqual([
      [2, 'family-name-missing'],
      [2, 'email-invalid'],
    ]);
    expect((await bas.ask(contract.importPeople, { body })).code).toBe('import-has-problems');
    const { body: outcome } = await bas.ask(contract.importPeople, { body: { ...body, skipProblems: true } });
    expect(outcome).toMatchObject({ added: 1, skipped: 1 });
  });
});

function bodyFor(name: string, anybody: Record<string, string>): object {
  const { personId, role, name: called, kind, givenName, familyName } = anybody;
  const bodies: Record<string, object> = {
    addLocation: { name: called },
    addRoom: { name: called, kind },
    addTeam: { name: called },
    addPerson: { givenName, familyName },
    giveRole: { personId, role },
    previewImport: { file: 'eA==' },
    tryImport: { file: 'eA==', columns: {} },
    importPeople: { file: 'eA==', columns: {} },
  };
  return bodies[name] ?? {};
}
