import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, expect, it } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { isPostmasterAlive } from './embedded-postgres-process.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanups.splice(0).reverse()) await cleanUp();
});

function newDataDir(mode = 0o755): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rugdekking-pg-'));
  fs.chmodSync(folder, mode);
  cleanups.push(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function start(dataDir: string, keepAlive = false): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, keepAlive });
  cleanups.push(server.release);
  return server;
}

async function ask(server: EmbeddedPostgres, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows[0];
}

const isAlive = (pid: number | undefined, dataDir: string): boolean =>
  pid !== undefined && isPostmasterAlive(pid, path.join(dataDir, 'postgres/cluster'));
const onLinux = process.platform === 'linux';

it('keeps its data, its port and its password over a restart', async () => {
  const dataDir = newDataDir();
  const first = await start(dataDir);
  await ask(first, 'create table kept as select 42 as answer');
  await first.release();
  const second = await start(dataDir);
  expect(second.how).toBe('started');
  expect(second.connection).toEqual(first.connection);
  expect(second.connection.port).toBeLessThan(32_768);
  expect(await ask(second, 'select answer from kept')).toEqual({ answer: 42 });
});

it('listens on loopback only, and only the owner reads the password', async () => {
  const dataDir = newDataDir();
  const server = await start(dataDir);
  expect(await ask(server, "select current_setting('listen_addresses') as listens")).toEqual({ listens: '127.0.0.1' });
  expect(await ask(server, "select current_setting('unix_socket_directories') as sockets")).toEqual({ sockets: '' });
  const mode = fs.statSync(path.join(dataDir, 'postgres/password')).mode & 0o777;
  expect(mode).toBe(0o600);
});

it('is shared by programs on one data folder; the last one to leave stops it', async () => {
  const dataDir = newDataDir();
  const first = await start(dataDir);
  const second = await start(dataDir);
  expect(second.how).toBe('attached');
  const pid = first.pid();
  await first.release();
  expect(await ask(second, 'select 1 as one')).toEqual({ one: 1 });
  await second.release();
  expect(isAlive(pid, dataDir)).toBe(false);
});

it('makes a database anew when the first start was cut off half-way', async () => {
  const dataDir = newDataDir();
  fs.mkdirSync(path.join(dataDir, 'postgres/cluster/base'), { recursive: true });
  fs.writeFileSync(path.join(dataDir, 'postgres/cluster/PG_VERSION'), '18\n');
  const server = await start(dataDir);
  expect(await ask(server, 'select 1 as one')).toEqual({ one: 1 });
});

it.runIf(onLinux)('starts PostgreSQL again after a kill -9, with everything that was committed', async () => {
  const server = await start(newDataDir(), true);
  await ask(server, 'create table kept as select 42 as answer');
  const before = server.pid();
  process.kill(before ?? 0, 'SIGKILL');
  await expect
    .poll(() => ask(server, 'select answer from kept').catch(() => 'away'), { timeout: 15_000 })
    .toEqual({ answer: 42 });
  expect(server.pid()).not.toBe(before);
});

it.runIf(onLinux)('attaches to the server that a killed program left behind', async () => {
  const dataDir = newDataDir();
  const program = `
    import { startEmbeddedPostgres } from ${JSON.stringify(path.join(import.meta.dirname, 'embedded-postgres.ts'))};
    await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    console.log('ready');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const server = await start(dataDir);
  expect(server.how).toBe('attached');
  const pid = server.pid();
  await server.release();
  expect(isAlive(pid, dataDir)).toBe(false);
});

it.runIf(process.getuid?.() === 0)(
  'keeps the database elsewhere when its user cannot reach the data folder',
  async () => {
    const dataDir = newDataDir(0o700);
    const said: string[] = [];
    const server = await startEmbeddedPostgres({ dataDir, say: (message) => said.push(message) });
    cleanups.push(server.release);
    const elsewhere = fs.readFileSync(path.join(dataDir, 'postgres-elsewhere'), 'utf8').trim();
    cleanups.unshift(() => fs.rmSync(elsewhere, { recursive: true, force: true }));
    expect(elsewhere).toMatch(/^\/var\/lib\/rugdekking\//);
    expect(said.join()).toContain(elsewhere);
    expect(await ask(server, 'select 1 as one')).toEqual({ one: 1 });
  },
);
