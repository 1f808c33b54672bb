import { describe, expect, it } from 'vitest';
import type { ImportMapping } from '../../../contract/import.ts';
import { builtInList, type Word } from '../../../contract/vocabulary-words.ts';
import { cast } from '../../../database/demo/cast.ts';
import { registers } from '../../../tests/support/imports.ts';
import { foundTown } from '../../../tests/support/town.ts';
import { changeWords } from '../../protocol/words/vocabulary-versions.ts';
import { readDossier } from '../dossier/dossier.ts';
import { guessMapping } from './rules/guess-mapping.ts';
import { planFor, readRow } from './rules/read-row.ts';

const tram: Word = {
  code: 'own_tram',
  label: { nl: 'In de tram', en: 'In the tram' },
  countsAs: 'road',
  isRetired: true,
  ownCode: 'PL-03',
};
const places = [
  ...builtInList('place').map((word) => (word.code === 'phone' ? { ...word, ownCode: 'PL-01' } : word)),
  tram,
];
const traffic: Word = {
  ...tram,
  code: 'own_traffic',
  label: { nl: 'Verkeersagressie', en: 'Road rage' },
  countsAs: 'incident',
  ownCode: 'S-7',
};
const kinds = [...builtInList('kind'), traffic];
const column = (header: string, ...values: string[]) => ({
  header,
  filled: values.length,
  examples: values,
  values: values.map((value) => ({ value, count: 1 })),
});
const now = new Date('2026-03-10T09:00:00Z');

describe('the words of the organisation in an older register', () => {
  const columns = [column('Datum', '03-02-2025'), column('Plaats', 'PL-03', 'pl-01', 'in de tram', 'Elders')];
  const mapping: ImportMapping = guessMapping(columns, { teams: [], locations: [], kind: kinds, place: places });

  it('are recognised by their code or by what they are called, retired or not', () => {
    expect(mapping.columns['Plaats']).toBe('place');
    expect(mapping.values['Plaats']).toEqual({
      'PL-03': 'word:road:own_tram',
      'pl-01': 'phone',
      'in de tram': 'word:road:own_tram',
    });
  });

  it('of a kind too', () => {
    const values = [column('Datum', '03-02-2025'), column('Soort', 'S-7', 'verkeersagressie')];
    const guess = guessMapping(values, { teams: [], locations: [], kind: kinds, place: places });
    expect(guess.values['Soort']).toEqual({
      'S-7': 'word:incident:own_traffic',
      verkeersagressie: 'word:incident:own_traffic',
    });
    const plan = planFor(guess, { headers: ['Datum', 'Soort'], isDamaged: false }, now);
    expect(readRow({ number: 2, cells: ['03-02-2025', 'S-7'] }, plan).incident).toMatchObject({
      kind: 'incident',
      kindWord: 'own_traffic',
    });
  });

  it.each([
    ['PL-03', { placeKind: 'road', placeWord: 'own_tram', locationId: null }],
    ['pl-01', { placeKind: 'phone', placeWord: null, locationId: null }],
    ['', { placeKind: 'unknown', placeWord: null, locationId: null }],
  ])('and come in as what they count as: %s', (place, expected) => {
    const plan = planFor(mapping, { headers: ['Datum', 'Plaats'], isDamaged: false }, now);
    expect(readRow({ number: 2, cells: ['03-02-2025', place] }, plan).incident).toMatchObject(expected);
  });
});

it('stand on the dossiers that come of it', async () => {
  const town = await foundTown();
  const content = { list: 'place' as const, words: places };
  await town.as('yusuf', (tx) => changeWords(tx, { basedOnVersion: 0, content }));
  const yusuf = registers(town);
  const { importId, mapping } = await yusuf.send(
    Buffer.from('Datum;Plaats\n03-02-2025;PL-03\n04-02-2025;PL-01\n'),
    'oud.csv',
  );
  if (mapping === null) throw new Error('No mapping');
  await yusuf.check(importId, mapping);
  expect(await yusuf.bringIn(importId)).toMatchObject({ state: 'imported', added: 2 });
  const rows = await town.look<{ kind: string; codes: string[] | null }>(
    `select i.place_kind as kind, w.codes from incident.incident i left join incident.chosen_word w on w.incident_id = i.id
     where i.import_id = $1 order by i.occurred_at`,
    [importId],
  );
  expect(rows).toEqual([
    { kind: 'road', codes: ['own_tram'] },
    { kind: 'phone', codes: null },
  ]);
  const [first] = await town.look<{ id: string }>(`select id from incident.incident where place_kind = 'road'`);
  const dossier = await town.as('yusuf', (tx) => readDossier(yusuf.needs, tx, cast.yusuf.id, first?.id ?? ''));
  expect(dossier.words.place).toEqual([{ code: 'road', label: { nl: 'In de tram', en: 'In the tram' } }]);
  await yusuf.takeBack(importId);
  expect(await town.look('select from incident.chosen_word')).toEqual([]);
});
