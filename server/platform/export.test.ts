import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyDatabase, testDatabase } from '../../tests/support/database.ts';
import { exportDatabase, loadExport, readManifest } from './export.ts';
import { MIGRATIONS_FOLDER } from './migrate.ts';

const db = await testDatabase();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'export-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const difficult = 'tab\tnew line\nbackslash \\ quote " NULL \\N é 👋';

beforeAll(async () => {
  await db.owner.query(`
    create schema sample;
    create table sample.parent (id bigint generated always as identity primary key, word text, raw bytea, twice text generated always as (word || word) stored);
    create table sample.child (parent_id bigint not null references sample.parent);`);
  await db.owner.query('insert into sample.parent (word, raw) values ($1, $2), (null, null)', [
    difficult,
    Buffer.from([0, 255, 92, 10]),
  ]);
  await db.owner.query('insert into sample.child values (1), (2)');
  await db.owner.query("create sequence sample.made_while_working; select setval('sample.made_while_working', 41)");
});

const options = { madeAt: new Date('2026-01-02T03:04:05Z') };

async function loadInto(from: string): Promise<pg.Client> {
  const url = await emptyDatabase();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`
    create schema sample;
    create table sample.parent (id bigint generated always as identity primary key, word text, raw bytea, twice text generated always as (word || word) stored);
    create table sample.child (parent_id bigint not null references sample.parent);`);
  try {
    await loadExport({ url, folder: from, migrationsFolder: MIGRATIONS_FOLDER });
    return client;
  } catch (error) {
    await client.end();
    throw error;
  }
}

it.each([true, false])('puts back what it copied, to the byte (compressed: %s)', async (compressed) => {
  const copy = path.join(folder, `whole-${compressed}`);
  const manifest = await exportDatabase({ url: db.urls.owner, folder: copy, compressed, ...options });
  expect(manifest.tables.find(({ name }) => name === 'sample.parent')).toMatchObject({
    rows: 2,
    columns: ['id', 'word', 'raw'],
  });
  const client = await loadInto(copy);
  const { rows } = await client.query('select word, raw, twice from sample.parent order by id');
  expect(rows).toEqual([
    { word: difficult, raw: Buffer.from([0, 255, 92, 10]), twice: difficult + difficult },
    { word: null, raw: null, twice: null },
  ]);
  const next = await client.query("insert into sample.parent (word) values ('next') returning id");
  expect(next.rows).toEqual([{ id: '3' }]);
  const number = await client.query("select nextval('sample.made_while_working') as number");
  expect(number.rows).toEqual([{ number: '42' }]);
  await client.end();
});

it('refuses a copy in which one byte was changed, and loads nothing of it', async () => {
  const copy = path.join(folder, 'damaged');
  await exportDatabase({ url: db.urls.owner, folder: copy, compressed: false, ...options });
  const file = path.join(copy, 'rows/sample.child.copy');
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('2', '1'));
  await expect(loadInto(copy)).rejects.toThrow('sample.child.copy is not what the manifest says');
});

it('keeps the keys of the dossiers apart, to be kept shorter', async () => {
  const copy = path.join(folder, 'keys-apart');
  await exportDatabase({ url: db.urls.owner, folder: copy, ...options });
  expect(fs.readdirSync(path.join(copy, 'keys')).sort()).toEqual([
    'platform.dossier_key.copy.gz',
    'platform.employer_key.copy.gz',
  ]);
  expect(readManifest(copy)).toMatchObject({ format: 1, madeAt: '2026-01-02T03:04:05.000Z' });
  expect(fs.statSync(path.join(copy, 'manifest.json')).mode & 0o777).toBe(0o600);
});
