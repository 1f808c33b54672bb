import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ImportView } from '../../../contract/import.ts';
import { cast } from '../../../database/demo/cast.ts';
import { countRegister } from '../../../tests/support/count-register.ts';
import { registers } from '../../../tests/support/imports.ts';
import { foundTown, type Town } from '../../../tests/support/town.ts';
import { importRegister } from '../../commands/import-register.ts';

/**
 * A real register of violence against aid workers, and a small one of our own making with the same troubles: a second row of
 * names, missing months, odd coordinates, free text. The real one is read where it stands; where it is not, the small one tells.
 */
const real =
  process.env.AID_WORKER_REGISTER ??
  path.resolve(import.meta.dirname, '../../../../shared/data/aid_worker_security_incidents.csv');
const small = path.resolve(import.meta.dirname, '../../../tests/fixtures/registers/aid-workers-small.csv');
const files: [name: string, file: string][] = [
  ['the small register', small],
  ...(fs.existsSync(real) ? [['the real register', real] satisfies [string, string]] : []),
];

type Way = (town: Town, file: string) => Promise<ImportView>;

const onTheScreen: Way = async (town, file) => {
  const { send, check, bringIn } = registers(town);
  const { importId, mapping } = await send(fs.readFileSync(file), path.basename(file));
  if (mapping === null) throw new Error('The register could not be read');
  await check(importId, mapping);
  return bringIn(importId);
};

/** The first time the mapping is not there yet: then it is written as a proposal, for somebody to look over. */
const fromTheCommandLine: Way = async (town, file) => {
  const copy = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'rugdekking-register-')), 'register.csv');
  fs.symlinkSync(file, copy);
  const wishes = { file: copy, mapping: `${copy}.mapping.json`, onlyTries: false, as: cast.yusuf.email };
  const { needs, view } = registers(town);
  await expect(importRegister(needs, town.asWorker, wishes)).rejects.toThrow('was not there');
  await importRegister(needs, town.asWorker, wishes);
  const [only] = await town.look<{ id: string }>('select id from incident.import');
  return view(only?.id ?? '');
};

const ways = files.flatMap(([name, file]): [string, string, Way][] => [
  [`${name}, on the screen`, file, onTheScreen],
  [`${name}, from the command line`, file, fromTheCommandLine],
]);

describe.each(ways)('%s', (_name, file, takeOver) => {
  let town: Town;
  let bytes: Buffer;
  let done: ImportView;
  let seconds: number;

  beforeAll(async () => {
    town = await foundTown();
    town.now = new Date('2026-11-22T10:00:00Z');
    bytes = fs.readFileSync(file);
    const began = performance.now();
    done = await takeOver(town, file);
    seconds = (performance.now() - began) / 1000;
  }, 300_000);

  it('is in whole, or on the list of rows to correct with a reason', () => {
    const rows = [...countRegister(bytes.toString('utf8'), 'Year', 2).values()].reduce((sum, count) => sum + count, 0);
    expect(done).toMatchObject({ state: 'imported', rows, done: rows });
    expect(done.added + done.wrong).toBe(rows);
    console.log(
      `${done.added} taken over, ${done.wrong} to correct, ${Math.round(rows / seconds)} rows a second, tried and taken over`,
    );
  });

  it.each([
    ['Year', (view: ImportView) => view.totals?.years.map(({ year, count }) => [String(year), count] as const)],
    ['Means of attack', (view: ImportView) => view.totals?.sorts.map(({ sort, count }) => [sort, count] as const)],
  ])('has the same totals per %s as somebody else counts in the file', (column, told) => {
    const counted = countRegister(bytes.toString('utf8'), column, 2);
    expect(new Map(told(done))).toEqual(counted);
  });

  it('keeps no day that nobody wrote down', async () => {
    const found = await town.look<{ precision: string }>(
      'select distinct occurred_precision as precision from incident.incident order by 1',
    );
    expect(found.map(({ precision }) => precision)).toEqual(['day', 'month', 'year']);
  });

  it('tells nobody, starts no chain and no term', async () => {
    for (const table of ['incident.chain', 'incident.task', 'platform.notification', 'platform.event']) {
      expect(await town.look(`select from ${table}`), table).toHaveLength(0);
    }
    expect(await town.look('select from incident.incident where response_due_at is not null')).toHaveLength(0);
  });

  it('keeps what people wrote sealed', async () => {
    const [first] = await town.look<{ text: string }>(
      `select string_agg(t::text, '') as text from (select i::text as t from incident.incident i union all select m::text from incident.imported m
       union all select s::text from incident.sealed_field s) as all_rows`,
    );
    for (const word of ['kidnapped', 'wounded', 'Kabul']) expect(first?.text).not.toContain(word);
  });

  it('adds nothing a second time', async () => {
    const again = await registers(town).takeOverAll(bytes, 'again.csv');
    expect(again).toMatchObject({ state: 'imported', added: 0, known: done.added, wrong: done.wrong });
  }, 240_000);
});
