import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CastKey, cast } from '../../../database/demo/cast.ts';
import { changeList, ownWord } from '../../../tests/support/own-words.ts';
import { leads, reported } from '../../../tests/support/reports.ts';
import { foundTown, type Town } from '../../../tests/support/town.ts';
import { type ListFilters, listIncidents } from '../list/incident-list.ts';
import { countIncidents } from '../list/search-count.ts';
import { addDetails, type Details } from '../reporting/add-details.ts';

let town: Town;

beforeAll(async () => {
  town = await foundTown();
  await changeList(town, 'place', ownWord('own_tram', 'In de tram', 'road'), ownWord('own_bus', 'In de bus', 'road'));
  await changeList(town, 'kind', ownWord('own_traffic', 'Agressie in het verkeer', 'incident'));
  await changeList(town, 'cause', ownWord('own_debt', 'Besluit over schuldhulp', 'anger_about_policy'));
});
/** Every test on a day of its own: what another told is not found. */
beforeEach(() => town.fastForward({ days: 1 }));

/** The ids that somebody finds; what the count says is the same. */
async function found(who: CastKey, filters: Partial<ListFilters>): Promise<string[]> {
  const today = town.now.toISOString().slice(0, 10);
  const asked = { scope: who === 'yusuf' ? 'organisation' : 'team', from: today, ...filters } as const;
  const { incidents } = await town.as(who, (tx) => listIncidents(tx, { ...asked, limit: 100 }));
  expect(await town.as(who, (tx) => countIncidents(tx, asked))).toEqual({ count: incidents.length, isMore: false });
  return incidents.map(({ incidentId }) => incidentId);
}

const details = (incidentId: string, told: Details) =>
  town.as('fatima', (tx) => addDetails(town, tx, cast.fatima.id, { incidentId, details: told }));
const inTram = { place: { kind: 'road' as const }, chosenWords: { place: ['own_tram'] } };
const inTraffic = { chosenWords: { kind: ['own_traffic'] } };
const becauseOfDebt = { cause: 'anger_about_policy' as const, chosenWords: { cause: ['own_debt'] } };

describe('a word of the organisation’s own', () => {
  it('finds what was told in it, and under the code that it counts as', async () => {
    const one = await reported(town, 'fatima', {
      ...inTram,
      chosenWords: { ...inTram.chosenWords, kind: ['own_traffic'] },
    });
    const other = await reported(town, 'fatima', { place: { kind: 'road' } });
    expect(await found('yusuf', { word: 'place-own_tram' })).toEqual([one]);
    expect(await found('yusuf', { word: 'place-own_bus' })).toEqual([]);
    expect(await found('yusuf', { kind: 'own_traffic' })).toEqual([one]);
    expect(await found('yusuf', { kind: 'incident' })).toEqual([other, one]);
  });

  it('finds it together with everything else that is asked', async () => {
    const incidentId = await reported(town, 'fatima', {
      ...inTram,
      chosenWords: { ...inTram.chosenWords, kind: ['own_traffic'] },
    });
    const day = town.now.toISOString().slice(0, 10);
    const [filed] = await town.look<{ number: string; teamId: string }>(
      'select number, team_id as "teamId" from incident.incident where id = $1',
      [incidentId],
    );
    const fitting: Partial<ListFilters> = {
      word: 'place-own_tram',
      kind: 'own_traffic',
      state: 'open',
      severity: 'threat',
      number: filed?.number ?? '',
      teamId: filed?.teamId ?? '',
      from: day,
      until: day,
    };
    expect(await found('yusuf', fitting)).toEqual([incidentId]);
    const others: Partial<ListFilters>[] = [
      { state: 'closed' },
      { severity: 'verbal' },
      { number: '1999' },
      { teamId: cast.henk.id },
      { locationId: cast.henk.id },
      { holderId: cast.henk.id },
      { from: '2030-01-01' },
      { kind: 'calamity' },
    ];
    for (const other of others) expect(await found('yusuf', { ...fitting, ...other })).toEqual([]);
  });

  it('is still looked for when it is called otherwise and retired', async () => {
    const incidentId = await reported(town, 'fatima', inTram);
    await changeList(town, 'place', { ...ownWord('own_tram', 'In tram of metro', 'road'), isRetired: true });
    expect(await found('yusuf', { word: 'place-own_tram' })).toEqual([incidentId]);
  });

  it('finds what waits with whoever has it', async () => {
    const incidentId = await reported(town, 'fatima', inTraffic);
    await town.look(
      `update incident.incident set state = 'taken_up', taken_up_by = $2, taken_up_at = reported_at where id = $1`,
      [incidentId, cast.henk.id],
    );
    expect(await found('yusuf', { kind: 'own_traffic', holderId: cast.henk.id })).toEqual([incidentId]);
    expect(await found('yusuf', { kind: 'own_traffic', state: 'taken_up' })).toEqual([incidentId]);
    expect(await found('yusuf', { word: 'cause-own_debt', holderId: cast.henk.id })).toEqual([]);
  });
});

describe('what a dossier no longer says', () => {
  it('finds it no longer: answered anew', async () => {
    const incidentId = await reported(town, 'fatima');
    await details(incidentId, becauseOfDebt);
    expect(await found('yusuf', { word: 'cause-own_debt' })).toEqual([incidentId]);
    town.fastForward({ minutes: 1 });
    await details(incidentId, { damage: true });
    expect(await found('yusuf', { word: 'cause-own_debt' })).toEqual([incidentId]);
    town.fastForward({ minutes: 1 });
    await details(incidentId, { cause: 'anger_about_policy' });
    expect(await found('yusuf', { word: 'cause-own_debt' })).toEqual([]);
  });

  it('finds it no longer: filed differently, until it is filed so again', async () => {
    const incidentId = await reported(town, 'fatima', inTraffic);
    const file = (kind: string) =>
      town.look('update incident.incident set kind = $2 where id = $1', [incidentId, kind]);
    await file('transgressive');
    expect(await found('yusuf', { kind: 'own_traffic' })).not.toContain(incidentId);
    await file('incident');
    expect(await found('yusuf', { kind: 'own_traffic' })).toContain(incidentId);
  });

  it('finds it no longer: set right', async () => {
    const incidentId = await reported(town, 'fatima', inTraffic);
    await town.asWorker((tx) => tx.execute('delete from incident.chosen_word where incident_id = $1', [incidentId]));
    expect(await found('yusuf', { kind: 'own_traffic' })).not.toContain(incidentId);
  });
});

describe('who leads some of it', () => {
  it('finds it on their own list, from the moment they lead', async () => {
    const incidentId = await reported(town, 'fatima', inTraffic);
    expect(await found('henk', { kind: 'own_traffic' })).toEqual([]);
    await leads(town, 'henk', incidentId);
    expect(await found('henk', { kind: 'own_traffic' })).toEqual([incidentId]);
    expect(await found('els', { kind: 'own_traffic' })).toEqual([]);
    await town.asWorker((tx) => tx.execute('delete from incident.lead where incident_id = $1', [incidentId]));
    expect(await found('henk', { kind: 'own_traffic' })).toEqual([]);
  });

  it('cannot find by an answer that they may not read', async () => {
    const incidentId = await reported(town, 'fatima', { ...inTraffic });
    await details(incidentId, becauseOfDebt);
    await town.asWorker((tx) =>
      tx.execute(
        `insert into incident.lead (employer_id, incident_id, subject_id, scope, since) values ($1, $2, $3, 'own_people', $4)`,
        [tx.employerId, incidentId, cast.els.id, tx.now],
      ),
    );
    expect(await found('els', { kind: 'own_traffic' })).toEqual([incidentId]);
    expect(await found('els', { word: 'cause-own_debt' })).toEqual([]);
    expect(await found('yusuf', { word: 'cause-own_debt' })).toEqual([incidentId]);
  });
});
