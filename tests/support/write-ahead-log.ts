import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import type { Place } from './leaks.ts';

export interface WriteAheadLog {
  /** What was written since, by every test that runs on the same server. */
  read(): Promise<Place[]>;
  release(): Promise<void>;
}

/**
 * Keeps every file of the write-ahead log from now on. PostgreSQL takes a file that it needs no more for what it writes next,
 * under another name and in the middle of a look at it: a place for a standby server, where none ever comes, forbids it that.
 */
export async function keepWriteAheadLog(owner: pg.Pool, name: string): Promise<WriteAheadLog> {
  const { rows } = await owner.query<{ folder: string; first: string }>(
    `select current_setting('data_directory') as folder, pg_walfile_name(lsn) as first
     from pg_create_physical_replication_slot($1, true)`,
    [name],
  );
  const { folder = '', first = '' } = rows[0] ?? {};
  return {
    async read() {
      await owner.query('select pg_switch_wal()');
      const files = fs.readdirSync(path.join(folder, 'pg_wal')).filter((file) => /^[0-9A-F]{24}$/.test(file));
      return files
        .filter((file) => file >= first)
        .map((file) => ({ name: file, bytes: fs.readFileSync(path.join(folder, 'pg_wal', file)) }));
    },
    async release() {
      await owner.query('select pg_drop_replication_slot($1)', [name]);
    },
  };
}
