import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { assertRolesAreBound, ensureRoles, type RoleSetup } from './roles.ts';
import { withClient } from './with-client.ts';

export interface MigrateOptions {
  /** As the owner of the tables. */
  readonly connection: pg.ClientConfig;
  /** Absent when DATABASE_APP_URL and DATABASE_WORKER_URL name roles that an administrator made. */
  readonly roles?: RoleSetup;
  readonly folder?: string;
  /** These files and no others: to meet rows as they were then, before they are brought further. */
  readonly only?: readonly string[];
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

export const MIGRATIONS_FOLDER = path.join(import.meta.dirname, '../../database/migrations');

/** One program migrates at a time; the others wait for it and then find nothing left to do. */
const MIGRATION_LOCK = 7_283_410_002;
/** `create index concurrently` cannot run inside a transaction; such a file holds one statement and says so on its first line. */
const OUTSIDE_TRANSACTION = '-- outside a transaction';

/** Brings the database up to the newest migration and answers which files were applied now. */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const { connection, roles, folder = MIGRATIONS_FOLDER, only } = options;
  return withClient({ ...connection, application_name: 'rugdekking-migrate' }, async (client) => {
    await assertVersion(client);
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    if (roles) await ensureRoles(client, roles);
    await assertRolesAreBound(client);
    const migrations = readMigrations(folder).filter(({ name }) => only?.includes(name) ?? true);
    return applyMissing(client, migrations);
  });
}

export function readMigrations(folder: string): Migration[] {
  const names = fs.readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name) => {
    const sql = fs.readFileSync(path.join(folder, name), 'utf8');
    // Line endings do not count: git may change them on Windows.
    const checksum = createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex');
    return { name, sql, checksum };
  });
}

async function applyMissing(client: pg.Client, migrations: Migration[]): Promise<string[]> {
  const landed = await landedMigrations(client);
  const applied: string[] = [];
  for (const migration of migrations) {
    const checksum = landed.get(migration.name);
    if (checksum === undefined) {
      await apply(client, migration);
      applied.push(migration.name);
    } else if (checksum !== migration.checksum) {
      throw new Error(`Migration ${migration.name} was changed after it landed. Restore it and write a new migration.`);
    }
  }
  return applied;
}

async function landedMigrations(client: pg.Client): Promise<Map<string, string>> {
  await client.query(`
    create schema if not exists platform;
    create table if not exists platform.migration (
      name text primary key,
      checksum text not null,
      applied_at timestamptz not null default now()
    );
    comment on table platform.migration is 'rls-exempt: which migration files landed here, no data of anybody'`);
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from platform.migration',
  );
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  const record = () =>
    client.query('insert into platform.migration (name, checksum) values ($1, $2)', [name, checksum]);
  try {
    if (sql.startsWith(OUTSIDE_TRANSACTION)) {
      await client.query(sql);
      await record();
      return;
    }
    // A migration that waits long for a lock makes every request behind it wait too: rather fail and try again.
    await client.query("begin; set local lock_timeout = '10s'");
    await client.query(sql);
    await record();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw new Error(`Migration ${name} failed: ${describe(error, sql)}`, { cause: error });
  }
}

function describe(error: unknown, sql: string): string {
  if (!(error instanceof pg.DatabaseError)) return String(error);
  const line = error.position ? ` (line ${sql.slice(0, Number(error.position)).split('\n').length})` : '';
  return `${error.message}${line}`;
}

async function assertVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    "select current_setting('server_version_num')::int as version",
  );
  if ((rows[0]?.version ?? 0) < 150_000) throw new Error('Rugdekking needs PostgreSQL 15 or newer.');
}
