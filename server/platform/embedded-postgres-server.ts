import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { PostgresHome } from './embedded-postgres-home.ts';
import { clearMisleadingPostmasterFile, isPostmasterAlive, readPostmasterFile } from './embedded-postgres-process.ts';

export interface PostgresConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

/** Starts the server of this data folder, or finds that it still runs. */
export async function runServer(
  home: PostgresHome,
  connection: PostgresConnection,
  settings: Record<string, string>,
): Promise<'started' | 'attached'> {
  const deadline = Date.now() + 60_000;
  let lastComplaint = '';
  while (Date.now() < deadline) {
    const running = readPostmasterFile(home.cluster);
    if (running && isPostmasterAlive(running.pid, home.cluster)) {
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

/** Of what we may use an eighth, up to half a gigabyte: more than that is for a server of its own, set by who keeps it. */
function sharedBuffers(): string {
  const mebibytes = Math.floor(Math.min(process.constrainedMemory() || os.totalmem(), os.totalmem()) / 8 / 2 ** 20);
  return `${Math.min(512, Math.max(128, mebibytes))}MB`;
}

function spawnServer(home: PostgresHome, port: number, settings: Record<string, string>): ChildProcess {
  const log = fs.openSync(path.join(home.folder, 'server.log'), 'a', 0o600);
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '120',
    // A register of a million incidents is gigabytes: with the 128 MB of PostgreSQL itself a search waits for the disk's cache.
    shared_buffers: sharedBuffers(),
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

/** SIGINT is PostgreSQL's "fast" shutdown: open transactions are rolled back, everything answered is kept. */
export async function stopServer(pid: number, cluster: string): Promise<void> {
  signal(pid, 'SIGINT');
  if (await goes(pid, cluster, 3_500)) return;
  // A slow disk: then without the last checkpoint. The next start reads the same data back from the write-ahead log.
  signal(pid, 'SIGQUIT');
  await goes(pid, cluster, 1_500);
}

async function goes(pid: number, cluster: string, patience: number): Promise<boolean> {
  const deadline = Date.now() + patience;
  while (isPostmasterAlive(pid, cluster)) {
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
