import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../server/platform/embedded-postgres.ts';
import { migrate } from '../../server/platform/migrate.ts';

const TEMPLATE = 'rugdekking_template';
const passwords = { rugdekking_app: 'app-in-tests', rugdekking_worker: 'worker-in-tests' };
/** Tests ask for speed, not for safety after a power cut. */
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };

/** One PostgreSQL for the whole run, with a migrated template database. */
export default async function startPostgresForTests(project: TestProject): Promise<() => Promise<void>> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rugdekking-test-'));
  fs.chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres({ dataDir: folder, settings });
  const stopWatching = cleanUpWhenKilled(server.pid(), folder);
  await makeTemplate(server.connection);
  const { host, port, user, password } = server.connection;
  project.provide('postgres', {
    host,
    port,
    superuser: { user, password },
    app: { user: 'rugdekking_app', password: passwords.rugdekking_app },
    worker: { user: 'rugdekking_worker', password: passwords.rugdekking_worker },
    template: TEMPLATE,
  });
  return async () => {
    await server.release();
    stopWatching();
    fs.rmSync(folder, { recursive: true, force: true });
  };
}

async function makeTemplate(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  await migrate({ connection: { ...connection, database: TEMPLATE }, roles: { passwords, perDatabase: false } });
}

/** A run that is killed with -9 cannot clean up; this small shell sees its input close and does it then. */
function cleanUpWhenKilled(pid: number | undefined, folder: string): () => void {
  if (process.platform === 'win32' || pid === undefined) return () => {};
  const script = 'read -r done; [ "$done" = yes ] || { kill -QUIT "$1"; sleep 1; rm -rf "$2"; }';
  const watcher = spawn('sh', ['-c', script, 'sh', String(pid), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.unref();
  return () => watcher.stdin.end('yes\n');
}
