import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { type PostgresHome, preparePostgresHome } from './embedded-postgres-home.ts';
import { clearMisleadingPostmasterFile, isPostmasterAlive, readPostmasterFile } from './embedded-postgres-process.ts';

export interface PostgresConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

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
const SUPERUSER = 'postgres';

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
    client.on('error', () => {});
    await client.connect();
    await client.query('select pg_advisory_lock_shared($1)', [USERS_LOCK]);
    client.on('end', () => {
      if (leaving || keeper !== client) return;
      keeper = undefined;
      if (options.keepAlive) revival = revive();
    });
    keeper = client;
    const { rows } = await client.query<{ version: string }>("select current_setting('server_version') as version");
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
    if (isLast && pid !== undefined) await stopServer(pid);
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

/** A cluster is complete when initdb has ended and said so; half of one is no database and is made anew. */
async function createCluster(home: PostgresHome, signal: AbortSignal | undefined): Promise<void> {
  const done = path.join(home.folder, 'initialised');
  if (fs.existsSync(done)) return;
  fs.rmSync(home.cluster, { recursive: true, force: true });
  fs.mkdirSync(home.cluster, { mode: 0o700 });
  const passwordFile = path.join(home.folder, 'password');
  fs.writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  home.giveToServer(home.cluster);
  home.giveToServer(passwordFile);
  await home.run(
    home.binaries.initdb,
    [
      ['-D', home.cluster],
      ['-U', SUPERUSER],
      ['--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C.UTF-8', '--data-checksums'],
    ].flat(),
    signal,
  );
  fs.writeFileSync(done, '');
}

/** The port stays the same over restarts, so that commands and pools find the server again. */
async function portOf(home: PostgresHome): Promise<number> {
  const running = readPostmasterFile(home.cluster);
  if (running && isPostmasterAlive(running.pid)) return running.port;
  const file = path.join(home.folder, 'port');
  const kept = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0;
  if (kept > 0 && (await isFree(kept))) return kept;
  const port = await freePort();
  fs.writeFileSync(file, String(port));
  return port;
}

/** Below 32768: above it the system hands out ports to outgoing connections, which could take ours while we restart. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const port = 15_000 + Math.floor(Math.random() * 17_700);
    if (await isFree(port)) return port;
  }
  throw new Error('No free port found between 15000 and 32700.');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

async function runServer(
  home: PostgresHome,
  connection: PostgresConnection,
  settings: Record<string, string>,
): Promise<'started' | 'attached'> {
  const deadline = Date.now() + 60_000;
  let lastComplaint = '';
  while (Date.now() < deadline) {
    const running = readPostmasterFile(home.cluster);
    if (running && isPostmasterAlive(running.pid)) {
      if (await answers(connection, home.cluster)) return 'attached';
      await pause(100);
      continue;
    }
    clearMisleadingPostmasterFile(home.cluster);
    const server = spawnServer(home, connection.port, settings);
    if (await becomesReady(server, connection, home.cluster, deadline)) return 'started';
    lastComplaint = tail(path.join(home.folder, 'server.log'));
    // After a kill -9 the old backends may hold the shared memory for a moment.
    await pause(200);
  }
  throw new Error(`PostgreSQL did not become ready within 60 seconds. Its last words: ${lastComplaint}`);
}

/** PostgreSQL repeats the row and the statement that failed, names and all; we know ours by their constraint and our own log. */
const withoutRowsInItsLog = { log_error_verbosity: 'terse', log_min_error_statement: 'panic' };

function spawnServer(home: PostgresHome, port: number, settings: Record<string, string>): ChildProcess {
  const log = fs.openSync(path.join(home.folder, 'server.log'), 'a', 0o600);
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '120',
    ...withoutRowsInItsLog,
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(home.binaries.postgres, ['-D', home.cluster, '-p', String(port), ...flags], {
    ...home.identity,
    cwd: '/',
    // A session of its own: Ctrl-C in the terminal is for the program, which then stops the server in order.
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  });
  server.on('error', () => {});
  fs.closeSync(log);
  server.unref();
  return server;
}

async function becomesReady(
  server: ChildProcess,
  connection: PostgresConnection,
  cluster: string,
  deadline: number,
): Promise<boolean> {
  while (Date.now() < deadline) {
    if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return false;
    if (await answers(connection, cluster)) return true;
    await pause(20);
  }
  return false;
}

/** True when the server on our port is the one of this data folder, and not a stranger that took the port. */
async function answers(connection: PostgresConnection, cluster: string): Promise<boolean> {
  const client = new pg.Client({ ...connection, database: 'postgres', connectionTimeoutMillis: 1500 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>("select current_setting('data_directory') as folder");
    return rows[0]?.folder === cluster;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
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

/** SIGINT is PostgreSQL's "fast" shutdown: open transactions are rolled back, everything answered is kept. */
async function stopServer(pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  if (await goes(pid, 5_000)) return;
  // A slow disk: then without the last checkpoint. The next start reads the same data back from the write-ahead log.
  signal(pid, 'SIGQUIT');
  await goes(pid, 1_500);
}

async function goes(pid: number, patience: number): Promise<boolean> {
  const deadline = Date.now() + patience;
  while (isPostmasterAlive(pid)) {
    if (Date.now() > deadline) return false;
    await pause(20);
  }
  return true;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Already gone.
  }
}

function tail(file: string): string {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').slice(-600) : '';
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
