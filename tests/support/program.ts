import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../../server/platform/free-port.ts';

const ROOT = path.join(import.meta.dirname, '../..');

export interface Program {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  readonly child: ChildProcess;
  /** Everything it printed so far. */
  readonly output: () => string;
  /** Asks politely and waits; answers the exit code. */
  readonly stop: () => Promise<number | null>;
  /** `kill -9`: it cannot do anything about it. */
  readonly kill: () => Promise<number | null>;
  /** The exit code, once it has ended. */
  readonly ended: Promise<number | null>;
}

export interface ProgramOptions {
  /** An empty installation without a web client when absent. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** A folder of an earlier program, to find its data again. */
  readonly dataDir?: string;
  readonly port?: number;
  /** Through `start.cjs`, as `npm start` does, or straight. */
  readonly through?: 'launcher' | 'main';
  /** Ask it to stop after so many milliseconds. */
  readonly stopAfter?: number;
  /** How long it may take until it is ready. */
  readonly patience?: number;
}

/** The whole program, started as anybody starts it, on a port and in a data folder of its own. */
export async function startProgram(options: ProgramOptions = {}): Promise<Program> {
  const program = spawnProgram({ ...options, port: options.port ?? (await freePort()) });
  await becomesReady(program, options.patience ?? 240_000);
  return program;
}

/** For a program that is expected to give up, or to be stopped on its way: waits for its end. */
export async function programThatEnds(options: ProgramOptions): Promise<{ code: number | null; output: string }> {
  const program = spawnProgram({ ...options, port: options.port ?? (await freePort()) });
  if (options.stopAfter !== undefined) setTimeout(() => void program.stop(), options.stopAfter);
  return { code: await program.ended, output: program.output() };
}

function spawnProgram(options: ProgramOptions & { port: number }): Program {
  const { args = ['--empty', '--without-client'], through = 'main', port } = options;
  const dataDir = options.dataDir ?? newDataDir();
  const entry = through === 'launcher' ? ['start.cjs', 'serve'] : ['server/main.ts'];
  const env = { ...process.env, DATABASE_URL: '', ...options.env, PORT: String(port), DATA_DIR: dataDir };
  const stdio = ['ignore', 'pipe', 'pipe', 'ipc'] as const;
  const child = spawn(process.execPath, [...entry, ...args], { cwd: ROOT, env, stdio: [...stdio] });
  const words: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => words.push(text.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const end = (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    return ended;
  };
  return {
    url: `http://localhost:${port}`,
    port,
    dataDir,
    child,
    ended,
    output: () => words.join(''),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

export function newDataDir(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rugdekking-data-'));
  // The system user of PostgreSQL must be able to walk in when the tests run as root.
  fs.chmodSync(folder, 0o755);
  return folder;
}

async function becomesReady(program: Program, patience: number): Promise<void> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    const { exitCode, signalCode } = program.child;
    if (exitCode !== null || signalCode !== null) break;
    if (await isReady(program.url)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  program.child.kill('SIGKILL');
  throw new Error(`The program did not become ready. It said:\n${program.output()}`);
}

export async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) });
    return answer.ok;
  } catch {
    return false;
  }
}

/** The processes, of anybody, whose command or environment names this text; zombies do not count. */
export function processesWith(text: string): number[] {
  const pids = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  return pids.filter((pid) => namesIt(pid, text)).map(Number);
}

function namesIt(pid: string, text: string): boolean {
  try {
    const isZombie = /\) Z /.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'));
    const about = ['cmdline', 'environ'].map((file) => readOr(`/proc/${pid}/${file}`));
    return !isZombie && about.some((words) => words.includes(text));
  } catch {
    return false;
  }
}

function readOr(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
