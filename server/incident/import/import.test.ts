import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { cast, employer, teams } from '../../../database/demo/cast.ts';
import { registers } from '../../../tests/support/imports.ts';
import { odsOf, xlsxOf } from '../../../tests/support/make-spreadsheets.ts';
import { foundTown, type Town } from '../../../tests/support/town.ts';
import { newId, type WorkerContext } from '../../platform/index.ts';
import { readDossier } from '../dossier/dossier.ts';
import { checkRows, finishFile, keepFilePart, startImport, takeOver, undo } from './import-steps.ts';
import { getImport } from './import-store.ts';
import { previewRows, wrongRows } from './imports.ts';
import { openFile } from './source/open-file.ts';
import { takeOverRows } from './take-over-rows.ts';
import { wrongRowsFile } from './wrong-rows-file.ts';

const fixture = (name: string) =>
  fs.readFileSync(path.resolve(import.meta.dirname, '../../../tests/fixtures/registers', name));

/** Each test its own numbers: they are recognised all over the register. */
const municipal = (prefix: string) =>
  Buffer.from(
    fixture('older-municipal-register.csv')
      .toString('latin1')
      .replaceAll(/^(?=\d{4}-\d{3};)/gm, prefix),
    'latin1',
  );

let town: Town;
let yusuf: ReturnType<typeof registers>;

beforeAll(async () => {
  town = await foundTown();
  yusuf = registers(town);
});

async function allOf<T>(each: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of each) all.push(one);
  return all;
}

/** Many rows, the one like the other but for their number. */
function manyRows(many: number): Buffer {
  const rows = Array.from({ length: many }, (_, at) => `M${at};${1 + (at % 28)}-5-2023;Verbaal;Regel ${at}`);
  return Buffer.from(`Nummer;Datum;Gedrag;Toelichting\n${rows.join('\n')}\n`);
}

async function incidentsOf(importId: string) {
  return town.look<{ id: string; number: string; state: string; taken_up_by: string; team_id: string }>(
    'select i.* from incident.incident i where i.import_id = $1 order by i.number',
    [importId],
  );
}

describe('an older municipal register', () => {
  it('is read, guessed, tried, taken over and told apart from what was reported here', async () => {
    const { importId, reading, mapping } = await yusuf.send(municipal('A'), 'export 2019.csv');
    expect(reading).toMatchObject({ encoding: 'windows-1252', delimiter: ';', rows: 7 });
    expect(mapping?.columns).toMatchObject({ BSN: 'leave_out', Registratienummer: 'number', Dader: 'aggressor' });
    if (mapping === null) throw new Error('No mapping');
    const told = {
      ...mapping,
      values: { ...mapping.values, Afdeling: { ...mapping.values.Afdeling, 'Onbekende afdeling': '' } },
    };
    const tried = await yusuf.check(importId, told);
    expect(tried).toMatchObject({ state: 'checked', added: 5, wrong: 2 });
    expect(await incidentsOf(importId)).toHaveLength(0);

    const done = await yusuf.bringIn(importId);
    expect(done).toMatchObject({ state: 'imported', added: 5, known: 0, wrong: 2 });
    expect(done.totals?.years).toEqual([
      { year: 2017, count: 3 },
      { year: 2018, count: 1 },
      { year: 2019, count: 1 },
    ]);
    const rows = await incidentsOf(importId);
    expect(rows.map(({ state }) => state)).toEqual(['closed', 'closed', 'closed', 'closed', 'in_follow_up']);
    expect(rows[0]?.team_id).toBe(teams.publiekszaken.id);

    const dossier = await town.as('yusuf', (tx) => readDossier(yusuf.needs, tx, cast.yusuf.id, rows[0]?.id ?? ''));
    expect(dossier).toMatchObject({
      imported: {
        number: 'A2017-001',
        sort: 'Verbaal',
        story: 'Bezoeker schold bij balie 3; riep ‘jullie zijn allemaal hetzelfde’',
      },
      people: [{ role: 'aggressor', identity: 'Dhr. De Brün' }],
      chain: null,
      clock: { state: 'none' },
    });
    const seen = await town.as('henk', (tx) => readDossier(yusuf.needs, tx, cast.henk.id, rows[0]?.id ?? ''));
    expect(seen.imported?.number).toBe('A2017-001');
  });

  it('gives back the rows that did not work, with why, and takes them when they are corrected', async () => {
    const { importId } = await yusuf.takeOverAll(municipal('B'));
    const { csv, next } = await town.as('yusuf', (tx) =>
      wrongRows(yusuf.needs, tx, importId, { part: 0, language: 'nl' }),
    );
    expect(csv.split('\r\n')[0]).toMatch(/;Wat er niet klopt$/);
    expect(csv).toContain('burgerservicenummer');
    expect(next).not.toBeNull();
    const corrected = csv
      .replace('29-02-2017', '28-02-2017')
      .replace('123456782', 'gezien')
      .replaceAll('Onbekende afdeling', '');
    const again = await yusuf.takeOverAll(Buffer.from(corrected), 'verbeterd.csv');
    expect(again).toMatchObject({ added: 2, known: 0, wrong: 0 });
  });

  it.each([
    ['xlsx', (rows: string[][]) => xlsxOf({ rows })],
    ['ods', (rows: string[][]) => odsOf(rows)],
    ['csv', (rows: string[][]) => Buffer.from(rows.map((cells) => cells.join(';')).join('\n'))],
  ] as const)('gives them back as %s when they came so, and takes that file when it is corrected', async (format, make) => {
    const own = newId();
    const came = make([
      ['Nr', 'Datum', 'Toelichting'],
      [`${own}-1`, '3-1-2024', 'Schold aan de balie'],
      [`${own}-2`, 'ooit', '=HYPERLINK("x")'],
    ]);
    const { importId } = await yusuf.takeOverAll(came, `Register café.${format}`);
    const file = await town.as('yusuf', (tx) => wrongRowsFile(yusuf.needs, tx, importId, 'nl'));
    expect(file.headers['content-disposition']).toContain(`Register%20caf%C3%A9-te-verbeteren.${format}`);
    const back = await openFile(Buffer.concat(await allOf(file.read(0, file.size))));
    expect(back.format).toBe(format);
    expect(back.headers.names).toEqual(['Nr', 'Datum', 'Toelichting', 'Wat er niet klopt']);
    const [row, ...others] = (await allOf(back.rows())).map(({ cells }) => [...cells]);
    expect(others).toEqual([]);
    expect(row?.slice(0, 3)).toEqual([`${own}-2`, 'ooit', '=HYPERLINK("x")']);
    expect(row?.[3]).toMatch(/^Datum: /);
    const corrected = make([[...back.headers.names], [`${own}-2`, '4-1-2024', ...(row ?? []).slice(2)]]);
    expect(await yusuf.takeOverAll(corrected, `beter.${format}`)).toMatchObject({ added: 1, wrong: 0 });
  });

  it('reads a file as what it is, whatever its name says', async () => {
    const rows = [
      ['Nr', 'Datum', 'Toelichting'],
      [newId(), '3-1-2024', 'Een Excel die zich CSV noemt'],
    ];
    expect(await yusuf.takeOverAll(xlsxOf({ rows }), 'register.csv')).toMatchObject({ added: 1, wrong: 0 });
    const { problem } = await yusuf.send(Buffer.from('%PDF-1.7 geen tabel'), 'register.xlsx');
    expect(problem?.nl).toMatch(/geen tabel die we kunnen lezen/);
  });

  it('gives back as CSV what no spreadsheet can hold, and cuts nothing off', async () => {
    const rows = [
      ['Nr', 'Datum', 'Toelichting'],
      [newId(), '3-1-2024', 'a'.repeat(40_000)],
    ];
    const { importId } = await yusuf.takeOverAll(xlsxOf({ rows }), 'lang.xlsx');
    const file = await town.as('yusuf', (tx) => wrongRowsFile(yusuf.needs, tx, importId, 'nl'));
    expect(file.headers['content-disposition']).toContain('lang-te-verbeteren.csv');
    expect(Buffer.concat(await allOf(file.read(0, file.size))).toString()).toContain('a'.repeat(40_000));
  });

  it('says of a number that stands here with other contents that it is not changed', async () => {
    await yusuf.takeOverAll(municipal('C'));
    const changed = Buffer.from(municipal('C').toString('latin1').replace('De Br', 'Van Br'), 'latin1');
    const { importId, mapping } = await yusuf.send(changed);
    if (mapping === null) throw new Error('No mapping');
    const tried = await yusuf.check(importId, mapping);
    expect(tried.wrongBy.map(({ code }) => code)).toContain('known-otherwise');
  });
});

describe('a row that may not come in', () => {
  it.each([
    ['a citizen service number', '1;3-1-2024;BSN 111222333', 'citizen-service-number'],
    ['100,000 characters', `1;3-1-2024;${'a'.repeat(100_000)}`, 'text-too-long'],
    ['a date that is still to come', '1;3-1-2099;x', 'date-in-future'],
    ['no date', '1;;x', 'date-missing'],
    ['a date of long ago', '1;3-1-1890;x', 'date-too-old'],
  ])('with %s is told apart, and the one beside it is taken over', async (_what, row, code) => {
    const bytes = Buffer.from(`Nr;Datum;Toelichting\n${row}\n${newId()};4-1-2024;Gewoon een rij\n`);
    const done = await yusuf.takeOverAll(bytes);
    expect(done).toMatchObject({ added: 1, wrong: 1, wrongBy: [{ code, count: 1 }] });
  });

  it('keeps a formula the text that it is, also in the file to correct', async () => {
    const { importId } = await yusuf.takeOverAll(Buffer.from('Nr;Datum;Toelichting\n=1+1;ooit;=HYPERLINK("x")\n'));
    const { csv } = await town.as('yusuf', (tx) => wrongRows(yusuf.needs, tx, importId, { part: 0, language: 'en' }));
    expect(csv).toContain(`'=1+1;ooit;"'=HYPERLINK(""x"")"`);
  });
});

describe('interrupted', () => {
  it('goes on where it was, and no row comes in twice', async () => {
    const { importId, mapping } = await yusuf.send(manyRows(900));
    if (mapping === null) throw new Error('No mapping');
    await yusuf.check(importId, mapping);
    await town.as('yusuf', (tx) => takeOver(yusuf.needs, tx, importId));
    const isLeft = await takeOverRows(yusuf.needs, town.asWorker, importId, { goesOn: () => false });
    expect(isLeft).toBe(true);
    const { state, done, added } = await yusuf.view(importId);
    expect({ state, added }).toEqual({ state: 'importing', added: done });
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(900);
    const both = [1, 2].map(() => takeOverRows(yusuf.needs, town.asWorker, importId, { goesOn: () => true }));
    await Promise.all(both);
    expect(await yusuf.view(importId)).toMatchObject({ state: 'imported', done: 900, added: 900, known: 0 });
    expect(await incidentsOf(importId)).toHaveLength(900);
  });

  it('leaves the file behind nowhere once it is in', async () => {
    expect(
      await town.look(
        `select from incident.import_part p join incident.import m on m.id = p.import_id where p.kind = 'file' and m.state = 'imported'`,
      ),
    ).toHaveLength(0);
  });
});

describe('undone', () => {
  it('takes out what nobody touched, with its key, and says what stays', async () => {
    const { importId } = await yusuf.takeOverAll(
      Buffer.from('Nr;Datum;Toelichting\nU1;3-1-2024;a\nU2;4-1-2024;b\nU3;5-1-2024;c\n'),
    );
    const [one, two] = await incidentsOf(importId);
    await town.as('yusuf', (tx) => readDossier(yusuf.needs, tx, cast.yusuf.id, one?.id ?? ''));
    const onRecord = (action: string, incidentId: string) =>
      town.as('yusuf', (tx) =>
        tx.recordAudit({ action, objectKind: 'incident', objectId: incidentId, incidentId: incidentId as never }),
      );
    for (const look of ['relatives-read', 'attachments-listed', 'attachment-viewed'])
      await onRecord(look, one?.id ?? '');
    await onRecord('addendum-added', two?.id ?? '');
    const undone = await yusuf.takeBack(importId);
    expect(undone).toMatchObject({ state: 'undone', removed: 2, kept: 1 });
    expect((await incidentsOf(importId)).map(({ id }) => id)).toEqual([two?.id]);
    for (const table of ['platform.dossier_key', 'incident.access_grant', 'incident.listed']) {
      expect(await town.look(`select from ${table} where incident_id = $1`, [one?.id]), table).toHaveLength(0);
    }
    const again = await yusuf.takeOverAll(
      Buffer.from('Nr;Datum;Toelichting\nU1;3-1-2024;a\nU2;4-1-2024;b\nU3;5-1-2024;c\n'),
    );
    expect(again).toMatchObject({ added: 2, known: 1 });
  });
});

describe('each step waits for the one before', () => {
  const importId = newId();

  it('refuses what comes too early, and what is not whole', async () => {
    const needs = yusuf.needs;
    const mapping = { columns: {}, values: {}, dateOrder: 'day-first' } as const;
    const bytes = 3_000_000;
    await town.as('yusuf', (tx) => startImport(needs, tx, { importId, fileName: 'a.csv', bytes }));
    expect(
      await town.as('yusuf', (tx) => startImport(needs, tx, { importId, fileName: 'a.csv', bytes })),
    ).toMatchObject({ refused: 'import-known' });
    expect(
      await town.as('yusuf', (tx) =>
        startImport(needs, tx, { importId: newId(), fileName: 'a.csv', bytes: 2 * 1024 ** 3 }),
      ),
    ).toMatchObject({ refused: 'import-too-large' });
    await town.as('yusuf', (tx) => keepFilePart(needs, tx, importId, { number: 0, content: 'AAAA' }));
    expect(await town.as('yusuf', (tx) => finishFile(tx, importId))).toMatchObject({ refused: 'import-incomplete' });
    expect(await town.as('yusuf', (tx) => checkRows(needs, tx, importId, mapping))).toMatchObject({
      refused: 'import-not-read',
    });
    expect(await town.as('yusuf', (tx) => takeOver(needs, tx, importId))).toMatchObject({
      refused: 'import-not-checked',
    });
    expect(await town.as('yusuf', (tx) => undo(tx, importId))).toMatchObject({ refused: 'import-not-done' });
    expect(await town.as('yusuf', (tx) => previewRows(needs, tx, importId, mapping))).toBeNull();
  });

  it.each([
    'fatima',
    'henk',
    'bas',
    'karin',
  ] as const)('and is there for the coordinators only, not for %s', async (who) => {
    await expect(town.as(who, (tx) => getImport(tx, importId))).rejects.toThrow('Absent');
    expect(await town.as(who, (tx) => tx.rows('select from incident.imported'))).toHaveLength(0);
  });

  it('and not for another employer', async () => {
    const elsewhere: WorkerContext = { role: 'worker', employerId: newId(), now: town.now };
    const seen = await town.database.transact(elsewhere, (tx) =>
      tx.rows('select from incident.import where employer_id = $1', [employer.id]),
    );
    expect(seen).toHaveLength(0);
  });
});
