import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { migrate, readMigrations } from './migrate.ts';
import { withClient } from './with-client.ts';

/**
 * Our own copy of a whole database: a folder with one COPY file per table and a manifest with their hashes. The embedded PostgreSQL comes
 * without pg_dump; this serves backups, restores and the migration fixtures.
 */
export interface Manifest {
  readonly format: 1;
  readonly madeAt: string;
  /** The migrations that had landed: a copy is put back into a database with exactly these, and migrated further after that. */
  readonly migrations: readonly string[];
  readonly tables: readonly CopiedTable[];
  readonly sequences: readonly { readonly name: string; readonly value: string }[];
}

interface CopiedTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly file: string;
  readonly rows: number;
  readonly sha256: string;
}

/** These go to a folder of their own, so that they can be kept shorter: erasing a dossier is complete when its key is gone everywhere. */
const KEY_TABLES = new Set(['platform.employer_key', 'platform.dossier_key']);
const KEPT_BY_MIGRATOR = 'platform.migration';
export const MANIFEST = 'manifest.json';

export interface ExportOptions {
  readonly url: string;
  readonly folder: string;
  readonly madeAt: Date;
  /** Fixtures stay readable text; backups are compressed. */
  readonly compressed?: boolean;
}

/** All rows of all tables, as they were at one moment, while everybody works on. */
export async function exportDatabase({ url, folder, madeAt, compressed = true }: ExportOptions): Promise<Manifest> {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  return withClient(url, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    // Fails aloud where a policy would otherwise leave rows out in silence.
    await client.query('set local row_security = off');
    const tables: CopiedTable[] = [];
    for (const table of await listTables(client)) tables.push(await exportTable(client, table, folder, compressed));
    const manifest: Manifest = {
      format: 1,
      madeAt: madeAt.toISOString(),
      migrations: await column(client, 'select name as value from platform.migration order by name'),
      tables,
      sequences: await listSequences(client),
    };
    await client.query('commit');
    fs.writeFileSync(path.join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    return manifest;
  });
}

/** What `exportDatabase` wrote beside the tables. Throws where `folder` holds none. */
export function readManifest(folder: string): Manifest {
  return JSON.parse(fs.readFileSync(path.join(folder, MANIFEST), 'utf8')) as Manifest;
}

export interface LoadOptions {
  readonly url: string;
  readonly folder: string;
  readonly migrationsFolder: string;
}

/** Fills an empty database: first the migrations of the copy, then its rows. All or nothing. */
export async function loadExport({ url, folder, migrationsFolder }: LoadOptions): Promise<Manifest> {
  const manifest = readManifest(folder);
  const known = new Set(readMigrations(migrationsFolder).map(({ name }) => name));
  const unknown = manifest.migrations.filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new Error(`This copy was made by a newer version: ${unknown.join(', ')} is not known here.`);
  await migrate({ connection: { connectionString: url }, folder: migrationsFolder, only: manifest.migrations });
  await withClient(url, async (client) => {
    await client.query('begin');
    // Foreign keys and triggers held when the rows were made; they would only dictate an order here.
    await client.query('set local session_replication_role = replica');
    await client.query(`truncate ${manifest.tables.map(({ name }) => quoted(name)).join(', ')}`);
    for (const table of manifest.tables) await loadTable(client, table, folder);
    for (const { name, value } of manifest.sequences) {
      // Some are made while working, such as that of the report numbers of an employer: no migration knows those.
      await client.query(`create sequence if not exists ${quoted(name)}`);
      await client.query('select setval($1, $2)', [quoted(name), value]);
    }
    await client.query('commit');
  });
  return manifest;
}

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select n.nspname || '.' || c.relname as name,
            array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
     group by 1 order by 1`,
  );
  return rows.filter(({ name }) => name !== KEPT_BY_MIGRATOR);
}

async function listSequences(client: pg.Client): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `select schemaname || '.' || sequencename as name, last_value::text as value
     from pg_sequences where last_value is not null order by 1`,
  );
  return rows;
}

async function exportTable(
  client: pg.Client,
  { name, columns }: Table,
  folder: string,
  compressed: boolean,
): Promise<CopiedTable> {
  const file = path.join(KEY_TABLES.has(name) ? 'keys' : 'rows', `${name}.copy${compressed ? '.gz' : ''}`);
  const target = path.join(folder, file);
  fs.mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
  const source = client.query(
    copyTo(`copy ${quoted(name)} (${columns.map(pg.escapeIdentifier).join(', ')}) to stdout`),
  );
  const hash = hashing();
  const written = fs.createWriteStream(target, { mode: 0o600 });
  if (compressed) await pipeline(source, createGzip({ level: 6 }), hash, written);
  else await pipeline(source, hash, written);
  return { name, columns, file, rows: source.rowCount ?? 0, sha256: hash.digest() };
}

async function loadTable(
  client: pg.Client,
  { name, columns, file, sha256, rows }: CopiedTable,
  folder: string,
): Promise<void> {
  const target = client.query(
    copyFrom(`copy ${quoted(name)} (${columns.map(pg.escapeIdentifier).join(', ')}) from stdin`),
  );
  const hash = hashing();
  const source = fs.createReadStream(path.join(folder, file));
  if (file.endsWith('.gz')) await pipeline(source, hash, createGunzip(), target);
  else await pipeline(source, hash, target);
  if (hash.digest() !== sha256) throw new Error(`${file} is not what the manifest says: it was changed or damaged.`);
  if (target.rowCount !== rows) throw new Error(`${file} holds ${target.rowCount} rows and not ${rows}.`);
}

function hashing(): Transform & { digest: () => string } {
  const hash = createHash('sha256');
  const stream = new Transform({
    transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return Object.assign(stream, { digest: () => hash.digest('hex') });
}

const quoted = (name: string): string => name.split('.').map(pg.escapeIdentifier).join('.');

async function column(client: pg.Client, sql: string): Promise<string[]> {
  const { rows } = await client.query<{ value: string }>(sql);
  return rows.map(({ value }) => value);
}
