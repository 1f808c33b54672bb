import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type CastKey, cast } from '../../database/demo/cast.ts';
import { freePort } from '../../server/platform/free-port.ts';

const root = path.join(import.meta.dirname, '../..');

export interface Served {
  readonly url: string;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** A folder for the data of one bench, that goes when the bench ends. */
export function benchFolder(): { dataDir: string; remove: () => void } {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'rugdekking-bench-'));
  // The system user of PostgreSQL must be able to walk in when the bench runs as root.
  fs.chmodSync(dataDir, 0o755);
  return { dataDir, remove: () => fs.rmSync(dataDir, { recursive: true, force: true }) };
}

/** The program in a process of its own, as a machine that serves and leaves the jobs to another (`web`), or does both. */
export function startMeasured(
  dataDir: string,
  role: 'web' | 'both',
  { withClient = false }: { readonly withClient?: boolean } = {},
): Promise<Served> {
  return serve(
    'server/main.ts',
    [...(withClient ? [] : ['--without-client']), `--role=${role}`],
    { DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
    '/health/live',
  );
}

/** What we compare with: Fastify and pg and nothing else, on the same PostgreSQL. */
export function startBare(databaseUrl: string): Promise<Served> {
  return serve('bench/support/bare-server.ts', [], { BARE_DATABASE_URL: databaseUrl }, '/health/live');
}

async function serve(file: string, args: string[], env: Record<string, string>, ready: string): Promise<Served> {
  const port = await freePort();
  const child = spawn(process.execPath, [path.join(root, file), ...args], {
    cwd: root,
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const url = `http://localhost:${port}`;
  await untilItAnswers(child, `${url}${ready}`);
  return { url, port, stop: () => ended(child) };
}

async function untilItAnswers(child: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + 180_000;
  while (Date.now() < deadline && child.exitCode === null) {
    const answers = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (answers) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not answer`);
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('close', () => resolve());
    child.kill('SIGTERM');
  });
}

/** The cookie of somebody of the cast, as their browser keeps it. */
export async function sessionOf(url: string, who: CastKey): Promise<string> {
  const answer = await fetch(`${url}/api/v1/demonstration/step-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ personId: cast[who].id }),
  });
  const [cookie] = (answer.headers.get('set-cookie') ?? '').split(';');
  if (!answer.ok || !cookie) throw new Error(`Nobody could step in as ${who}: ${answer.status}`);
  return cookie;
}
