import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { loadExport, readManifest } from '../../server/platform/export.ts';
import { assertKeysMatch, keysFrom } from '../../server/platform/keys.ts';
import { MIGRATIONS_FOLDER, migrate, readMigrations } from '../../server/platform/migrate.ts';
import { emptyDatabase } from '../support/database.ts';

/** What installations of earlier releases hold; made with `node start.cjs fixture <name>` and never changed after that. */
const FIXTURES = path.join(import.meta.dirname, '../../database/fixtures');
const names = fs.readdirSync(FIXTURES).filter((name) => fs.existsSync(path.join(FIXTURES, name, 'manifest.json')));

it('has a fixture of the first release', () => {
  expect(names).toContain('0001-first-release');
});

describe.each(names)('an installation with the rows of %s', (name) => {
  const folder = path.join(FIXTURES, name);

  it('is brought up to date and keeps all its rows', async () => {
    const url = await emptyDatabase();
    const manifest = await loadExport({ url, folder, migrationsFolder: MIGRATIONS_FOLDER });
    const applied = await migrate({ connection: { connectionString: url } });
    const known = readMigrations(MIGRATIONS_FOLDER).map((migration) => migration.name);
    expect([...manifest.migrations, ...applied].sort()).toEqual(known);
    await withClient(url, async (client) => {
      for (const table of manifest.tables) expect(await rowsOf(client, table.name)).toEqual([table.name, table.rows]);
    });
  });

  it('still opens with its own master key, and with no other', async () => {
    const url = await emptyDatabase();
    await loadExport({ url, folder, migrationsFolder: MIGRATIONS_FOLDER });
    await migrate({ connection: { connectionString: url } });
    const key = fs.readFileSync(path.join(folder, 'throw-away-master.key'), 'utf8').trim();
    await withClient(url, async (client) => {
      await assertKeysMatch(client, keysFrom(Buffer.from(key, 'base64')));
      await expect(assertKeysMatch(client, keysFrom(Buffer.alloc(32, 7)))).rejects.toThrow('does not belong');
    });
  });

  it('has rows in the tables that matter', () => {
    const rows = new Map(readManifest(folder).tables.map((table) => [table.name, table.rows]));
    for (const table of [
      'incident.incident',
      'incident.task',
      'incident.step',
      'organisation.person',
      'platform.audit_entry',
    ]) {
      expect([table, rows.get(table) ?? 0]).not.toEqual([table, 0]);
    }
  });
});

async function rowsOf(client: pg.Client, table: string): Promise<[string, number]> {
  const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${table}`);
  return [table, rows[0]?.count ?? 0];
}

async function withClient(connectionString: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
