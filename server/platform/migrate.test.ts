import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, inject, it } from 'vitest';
import { testDatabase } from '../../tests/support/database.ts';
import { migrate } from './migrate.ts';
import { assertLoginIsBound } from './roles.ts';

const db = await testDatabase();

function folderWith(files: Record<string, string>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'migrations-'));
  for (const [name, sql] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), sql);
  return folder;
}

const connection = { connectionString: db.urls.owner };

it('applies each file once, in the order of their names', async () => {
  const folder = folderWith({
    '9002-b.sql': 'create table second as select * from first',
    '9001-a.sql': 'create table first (n int)',
  });
  expect(await migrate({ connection, folder })).toEqual(['9001-a.sql', '9002-b.sql']);
  expect(await migrate({ connection, folder })).toEqual([]);
});

it('refuses a landed file that was changed', async () => {
  await migrate({ connection, folder: folderWith({ '9003-c.sql': 'create table third (n int)' }) });
  const changed = folderWith({ '9003-c.sql': 'create table third (n bigint)' });
  await expect(migrate({ connection, folder: changed })).rejects.toThrow('9003-c.sql was changed after it landed');
});

it('leaves nothing of a file that fails half-way, and says which line', async () => {
  const folder = folderWith({ '9004-d.sql': 'create table fourth (n int);\nselect broken from nowhere;' });
  await expect(migrate({ connection, folder })).rejects.toThrow(/9004-d\.sql failed: .*nowhere.*\(line 2\)/);
  const { rows } = await db.owner.query("select to_regclass('fourth') as found");
  expect(rows).toEqual([{ found: null }]);
});

it('lets several programs start at once', async () => {
  const folder = folderWith({ '9005-e.sql': 'create table fifth (n int)' });
  const applied = await Promise.all([1, 2, 3].map(() => migrate({ connection, folder })));
  expect(applied.flat()).toEqual(['9005-e.sql']);
});

it('runs a file outside a transaction when it asks for it', async () => {
  const folder = folderWith({
    '9006-f.sql': 'create table sixth (n int)',
    '9007-g.sql': '-- outside a transaction\ncreate index concurrently sixth_n on sixth (n)',
  });
  expect(await migrate({ connection, folder })).toHaveLength(2);
});

it('reaches the database as roles that cannot bypass row-level security', async () => {
  for (const pool of [db.app, db.worker]) {
    const { rows } = await pool.query(
      'select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user',
    );
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false }]);
  }
});

it('refuses to work as a role that can see around row-level security', async () => {
  await expect(
    db.owner.connect().then((client) => assertLoginIsBound(client).finally(() => client.release())),
  ).rejects.toThrow('can see around row-level security');
  const client = await db.app.connect();
  await assertLoginIsBound(client);
  client.release();
});

it('gives each database on a shared server login roles of its own, that act as the two roles', async () => {
  const passwords = { rugdekking_app: 'first', rugdekking_worker: 'second' };
  await migrate({ connection, folder: folderWith({}), roles: { passwords, perDatabase: true } });
  const { host, port } = inject('postgres');
  const { default: pg } = await import('pg');
  const client = new pg.Client({ host, port, database: db.name, user: `rugdekking_app_${db.name}`, password: 'first' });
  await client.connect();
  const { rows } = await client.query('select current_user as role');
  await client.end();
  expect(rows).toEqual([{ role: 'rugdekking_app' }]);
});
