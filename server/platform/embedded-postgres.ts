import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { createCluster, portOf, SUPERUSER } from './embedded-postgres-cluster.ts';
import { preparePostgresHome } from './embedded-postgres-home.ts';
import { readPostmasterFile } from './embedded-postgres-process.ts';
import { type PostgresConnection, runServer, stopServer } from './embedded-postgres-server.ts';

export interface EmbeddedPostgres {
  readonly connection: PostgresConnection;
  /** 'attached' when a server was still running in this data folder, for instance after a `kill -9` of the program. */
  readonly how: 'started' | 'attached';
  readonly url: (database: string) => string;
  readonly version: string;
  readonly pid: () => number | undefined;
  /** Leaves the server; the last program to leave stops it. */
  readonly release: () => Promise<void>;
}

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  readonly say?: (message: string) => void;
  readonly settings?: Record<string, string>;
  /** Start PostgreSQL again when it dies while we run. Commands that only borrow a server need not. */
  readonly keepAlive?: boolean;
  /** Breaks off making a new database; one that is half made is made anew at the next start. */
  readonly signal?: AbortSignal;
}

/** Every program that uses the server holds this lock shared; who can take it alone is the last one. */
const USERS_LOCK = 7_283_410_001;

export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const say = options.say ?? (() => {});
  const home = await preparePostgresHome(options.dataDir, say);
  await createCluster(home, options.signal);
  options.signal?.throwIfAborted();
  const password = fs.readFileSync(path.join(home.folder, 'password'), 'utf8').trim();

  let keeper: pg.Client | undefined;
  let leaving = false;
  let revival: Promise<void> | undefined;
  const connection = { host: '127.0.0.1', port: await portOf(home), user: SUPERUSER, password };
  const how = await runServer(home, connection, options.settings ?? {});
  const version = await hold();

  async function hold(): Promise<string> {
    const client = new pg.Client({ ...connection, database: 'postgres', application_name: 'rugdekking-keeper' });
    let ended = false;
    client.on('error', () => {});
    client.on('end', () => {
      ended = true;
      if (leaving || keeper !== client) return;
      keeper = undefined;
      if (options.keepAlive) revival = revive();
    });
    await client.connect();
    await client.query('select pg_advisory_lock_shared($1)', [USERS_LOCK]);
    const { rows } = await client.query<{ version: string }>("select current_setting('server_version') as version");
    if (ended) throw new Error('PostgreSQL stopped just after it started.');
    keeper = client;
    return rows[0]?.version ?? 'unknown';
  }

  async function revive(): Promise<void> {
    say('PostgreSQL stopped unexpectedly; starting it again.');
    while (!leaving) {
      try {
        await runServer(home, connection, options.settings ?? {});
        await hold();
        say('PostgreSQL runs again.');
        return;
      } catch (error) {
        say(`PostgreSQL does not start yet: ${error instanceof Error ? error.message : String(error)}`);
        await pause(500);
      }
    }
  }

  async function release(): Promise<void> {
    leaving = true;
    await revival;
    const isLast = keeper !== undefined && (await leaveLast(keeper));
    const pid = readPostmasterFile(home.cluster)?.pid;
    await keeper?.end().catch(() => {});
    if (isLast && pid !== undefined) await stopServer(pid, home.cluster);
  }

  return {
    connection,
    how,
    version,
    url: (database) =>
      `postgres://${connection.user}:${password}@${connection.host}:${connection.port}/${encodeURIComponent(database)}`,
    pid: () => readPostmasterFile(home.cluster)?.pid,
    release,
  };
}

async function leaveLast(keeper: pg.Client): Promise<boolean> {
  try {
    await keeper.query('select pg_advisory_unlock_shared($1)', [USERS_LOCK]);
    const { rows } = await keeper.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [USERS_LOCK]);
    return rows[0]?.alone === true;
  } catch {
    return false;
  }
}
