import { beforeAll, describe, expect, it } from 'vitest';
import { registers } from '../../../tests/support/imports.ts';
import { reported } from '../../../tests/support/reports.ts';
import { type TownAtWork, townAtWork } from '../../../tests/support/town-at-work.ts';
import { searchIncidents } from '../list/search-incidents.ts';
import { readWhoDidIt } from '../people/who-did-it.ts';

let town: TownAtWork;
let yusuf: ReturnType<typeof registers>;
let registerNumber = 0;

beforeAll(async () => {
  town = await townAtWork();
  yusuf = registers(town);
});

function register(people: readonly string[]): Buffer {
  registerNumber += 1;
  const rows = people.map((who, at) => `R${registerNumber}-${at};${1 + at}-5-2023;Verbaal;"${who}"`);
  return Buffer.from(`Nummer;Datum;Gedrag;Dader\n${rows.join('\n')}\n`);
}

async function takenOver(...people: string[]): Promise<string> {
  const { importId, added } = await yusuf.takeOverAll(register(people));
  expect(added).toBe(people.length);
  // Its own jobs were done by hand.
  await town.look(`delete from platform.job where kind like 'import-%'`);
  return importId;
}

async function reports(name: string): Promise<string> {
  const incidentId = await reported(town, 'fatima', { aggressor: { knowledge: 'named', text: name } });
  await town.settle();
  return incidentId;
}

const others = async (incidentId: string) =>
  (await town.as('yusuf', (tx) => readWhoDidIt(town, tx, incidentId))).others
    .map(({ state, why }) => [state, why.join(' ')])
    .sort();

/** What is kept of the names of an import, and of those of a dossier. */
async function keptOf(which: string): Promise<{ keys: number; tokens: number }> {
  const [kept] = await town.look<{ keys: number; tokens: number }>(
    `select count(distinct (k.involved_id, k.kind)) filter (where k.kind is not null)::int as keys,
       count(distinct (n.involved_id, n.token)) filter (where n.token is not null)::int as tokens
     from incident.incident i
     join incident.involved v on v.incident_id = i.id
     left join incident.person_key k on k.involved_id = v.id
     left join incident.name_token n on n.involved_id = v.id
     where i.import_id = $1 or i.id = $1`,
    [which],
  );
  return kept ?? { keys: -1, tokens: -1 };
}

describe('a name in an older register', () => {
  it('may be the same person as somebody who is reported later', async () => {
    await takenOver('Berg, Piet van der', 'dhr. P. van den Berg', 'Anders Dan Deze');
    await town.settle();
    expect(await others(await reports('Piet van der Berg'))).toEqual([
      ['proposed', 'name sound'],
      ['proposed', 'sound'],
    ]);
  });

  it('may be the same person as somebody whose dossier is open, without a job for each row', async () => {
    const incidentId = await reports('Kees Kuipers');
    expect(await others(incidentId)).toEqual([]);
    await takenOver('Kuipers, Kees', 'Janneke Post', 'Fatma Öztürk');
    const jobs = await town.look<{ kind: string }>(
      `select kind from platform.job where kind ~ 'person|imported|of-employer' order by kind`,
    );
    expect(jobs.map(({ kind }) => kind)).toEqual(['compare-imported-names', 'index-names-of-employer']);
    await town.settle();
    expect(await others(incidentId)).toEqual([['proposed', 'name sound']]);
  });

  it('can be found, by who may see it', async () => {
    await takenOver('Quasterveld, Piet', 'Man Met Quasterhond');
    await town.settle();
    const found = (words: string) =>
      town.as('yusuf', (tx) => searchIncidents(town, tx, { scope: 'organisation', words, limit: 25 }));
    expect((await found('quasterveld')).incidents).toMatchObject([{ foundBy: 'aggressor' }]);
    expect((await found('quasterhond')).incidents).toEqual([]);
  });

  it('leaves nothing behind when the import is undone', async () => {
    const importId = await takenOver('Mulder, Bas', 'Henriëtte Kok');
    await town.settle();
    const incidentId = await reports('Bas Mulder');
    expect(await others(incidentId)).toEqual([['proposed', 'name sound']]);
    expect(await keptOf(importId)).toMatchObject({ keys: 4, tokens: expect.toSatisfy((many: number) => many > 4) });
    expect(await yusuf.takeBack(importId)).toMatchObject({ state: 'undone', removed: 2 });
    expect(await others(incidentId)).toEqual([]);
    const [{ orphans } = { orphans: -1 }] = await town.look<{ orphans: number }>(
      `select count(*)::int as orphans from incident.person_key k
       where not exists (select from incident.involved v where v.id = k.involved_id)`,
    );
    expect(orphans).toBe(0);
    expect(await keptOf(incidentId)).toMatchObject({ keys: 2 });
  });

  it('that is none makes nothing', async () => {
    const importId = await takenOver('Man met hond', 'onbekend', '', 'jongen, 15 jaar', 'Klant');
    await town.settle();
    expect(await keptOf(importId)).toEqual({ keys: 0, tokens: 0 });
    const kept = await town.look<{ knowledge: string }>(
      `select v.knowledge from incident.involved v join incident.incident i on i.id = v.incident_id where i.import_id = $1`,
      [importId],
    );
    expect(kept.map(({ knowledge }) => knowledge)).toEqual(['described', 'described', 'described']);
  });
});
