import { beforeAll, describe, expect, it } from 'vitest';
import { type CastKey, cast, employer } from '../../../database/demo/cast.ts';
import { reported } from '../../../tests/support/reports.ts';
import { type TownAtWork, townAtWork } from '../../../tests/support/town-at-work.ts';
import { correctIncident } from '../correct-incident.ts';
import { nameWords } from '../rules/name-words.ts';
import { searchIncidents } from './search-incidents.ts';
import { indexNames, indexNamesJob, indexNamesOf } from './search-index.ts';
import { tokensFor } from './search-tokens.ts';

let town: TownAtWork;
let byZebulon: string;
let byAnother: string;

beforeAll(async () => {
  town = await townAtWork();
  const named = (text: string) => ({ knowledge: 'named' as const, text });
  byZebulon = await reported(town, 'fatima', {
    aggressor: named('Zébulon van der Quasterveld'),
    witnessIds: [cast.sanne.id],
  });
  await town.fastForward({ minutes: 10 });
  byAnother = await reported(town, 'fatima', { aggressor: named('Karel Quastman') });
  await reported(town, 'daan', { aggressor: { knowledge: 'described', text: 'Quasterveld stond op zijn jas' } });
  await town.settle();
});

const search = (who: CastKey, words: string, scope: 'team' | 'organisation' = 'team', more = {}) =>
  town.as(who, (tx) => searchIncidents(town, tx, { scope, words, limit: 25, ...more }));
const found = async (...asked: Parameters<typeof search>) =>
  (await search(...asked)).incidents.map(({ incidentId }) => incidentId);

describe('by the name of who did it', () => {
  it('finds it by the start of a name, newest first', async () => {
    expect(await found('henk', 'quas')).toEqual([byAnother, byZebulon]);
    expect(await found('henk', 'Quasterveld')).toEqual([byZebulon]);
    expect(await found('yusuf', 'zebulon QUASTER', 'organisation')).toEqual([byZebulon]);
  });

  it('asks every word of one person', async () => {
    expect(await found('henk', 'karel quasterveld')).toEqual([]);
  });

  it('shows nothing to who does not see that part, or has no list it stands on', async () => {
    for (const who of ['fatima', 'sanne', 'els', 'karin', 'bas', 'noor'] as const)
      expect(await found(who, 'quas')).toEqual([]);
    await expect(search('henk', 'quas', 'organisation')).rejects.toThrow('coordinator');
  });

  it('leaves a description out: only a name is a name', async () => {
    expect((await search('yusuf', 'jas', 'organisation')).incidents).toEqual([]);
  });

  it('pages by key', async () => {
    const first = await search('henk', 'quas', 'team', { limit: 1 });
    expect(first.incidents.map(({ incidentId }) => incidentId)).toEqual([byAnother]);
    expect(await found('henk', 'quas', 'team', { cursor: first.next })).toEqual([byZebulon]);
  });

  it('says so when the words are too short', async () => {
    expect(await search('henk', 'q')).toEqual({ incidents: [], next: null, isTooShort: true });
  });
});

describe('by the name of a colleague', () => {
  it('finds who reported it, to whom it happened and who saw it', async () => {
    expect(await found('henk', 'sanne jan')).toEqual([byZebulon]);
    expect(await found('henk', 'el amrani')).toEqual([byAnother, byZebulon]);
    const [first] = (await search('henk', 'sanne')).incidents;
    expect(first).toMatchObject({ incidentId: byZebulon, foundBy: 'colleague' });
  });

  it.each([
    'Søren van der Großmann-Yıldız',
    'Þóra d’Œuvre Łukasz',
    'Jean–Luc "JL" Ægir',
    'ÖZTÜRK Şükrü',
    'Bo Li',
  ])('keeps the words of %s as they are asked', async (name) => {
    const [kept] = await town.look<{ words: string[] }>('select organisation.name_words($1) as words', [name]);
    expect(kept?.words).toEqual(expect.arrayContaining([...nameWords(name)]));
  });

  it('finds them by the name they have now', async () => {
    const call = (name: string) =>
      town.look('update organisation.person set family_name = $2 where id = $1', [cast.sanne.id, name]);
    await call('Jansen-Yıldız');
    expect(await found('henk', 'yildiz')).toEqual([byZebulon]);
    await call('Jansen');
    expect(await found('henk', 'yildiz')).toEqual([]);
    expect(await found('henk', 'sanne jansen')).toEqual([byZebulon]);
  });

  it('of another team finds nothing for a manager', async () => {
    expect(await found('henk', 'daan smit')).toEqual([]);
    expect(await found('yusuf', 'daan smit', 'organisation')).toHaveLength(1);
  });
});

describe('what is kept', () => {
  it('is on the record, without the words', async () => {
    await search('henk', 'quasterveld');
    const [entry] = await town.look<{ person_id: string; detail: Record<string, unknown> }>(
      `select person_id, detail from platform.audit_entry where action = 'incidents-searched-by-name' order by id desc limit 1`,
    );
    expect(entry).toEqual({
      person_id: cast.henk.id,
      detail: { scope: 'team', words: 1, found: 1, isNextPage: false },
    });
  });

  it('holds no name that can be read', async () => {
    const rows = await town.look<{ row: string }>('select t::text as row from incident.name_token t');
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.some(({ row }) => /quas|zeb/i.test(row))).toBe(false);
  });

  it('cannot be searched with the key of another employer', async () => {
    const [own] = await town.as('henk', async (tx) => tokensFor(town.vault, tx, ['quas']));
    const other = town.vault.blindIndex(cast.henk.id, 'name in register quas').readBigInt64BE(0).toString();
    expect(own).not.toBe(other);
  });

  it('goes with the report when it is set right', async () => {
    const gone = await reported(town, 'joris', { aggressor: { knowledge: 'named', text: 'Bartholomeus Kritisch' } });
    await town.settle();
    expect(await found('henk', 'kritisch')).toEqual([gone]);
    await town.as('henk', (tx) =>
      correctIncident(town, tx, cast.henk.id, { incidentId: gone, reason: 'criticism_not_aggression' }),
    );
    expect(await found('henk', 'kritisch')).toEqual([]);
    expect(await town.look('select from incident.name_token where incident_id = $1', [gone])).toEqual([]);
  });

  it('is made later for names that came in another way, and anew for another name', async () => {
    await town.look('delete from incident.name_token');
    await town.look('update incident.involved set names_indexed = false');
    await town.asWorker((tx) =>
      indexNames(town.vault)(tx, {
        jobId: employer.id as never,
        kind: indexNamesJob,
        employerId: tx.employerId,
        incidentId: null,
        runAt: tx.now,
        data: {},
        attempt: 1,
      }),
    );
    expect(await found('henk', 'quas')).toEqual([byAnother, byZebulon]);
    const setKnowledge = `update incident.involved set knowledge = $2 where incident_id = $1 and role = 'aggressor'`;
    await town.look(setKnowledge, [byAnother, 'unknown']);
    expect(await found('henk', 'quas')).toEqual([byZebulon]);
    await town.look(setKnowledge, [byAnother, 'named']);
    await town.asWorker((tx) => indexNamesOf(town.vault, tx, byAnother));
    expect(await found('henk', 'quas')).toEqual([byAnother, byZebulon]);
  });
});
