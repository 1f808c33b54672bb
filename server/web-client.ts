import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..');
/** Everything that the bundle is made of, and how it is made. */
const SOURCES = ['web', 'contract', 'vite.config.ts', 'package-lock.json', 'server/web-client.ts'];
export const CLIENT_FOLDER = path.join(ROOT, 'dist/web');

/** Builds the web client when its sources changed since the last time, and answers whether it did. */
export async function buildClientWhenChanged(signal: AbortSignal, folder = CLIENT_FOLDER): Promise<boolean> {
  const stamp = `${folder}.stamp`;
  const wanted = hashOfSources();
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return false;
  // Made beside the old one and then put in its place: whoever is serving the old one never serves half of it.
  const fresh = `${folder}.${process.pid}`;
  try {
    await runVite(['build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'error'], signal);
    putInPlace(fresh, folder);
  } finally {
    fs.rmSync(fresh, { recursive: true, force: true });
  }
  fs.writeFileSync(stamp, wanted);
  return true;
}

/** Two that build at once make the same: who comes last may find that of the other, and leaves it. */
function putInPlace(fresh: string, folder: string): void {
  fs.rmSync(folder, { recursive: true, force: true });
  try {
    fs.renameSync(fresh, folder);
  } catch (cause) {
    if (!fs.existsSync(path.join(folder, 'index.html'))) throw cause;
  }
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of filesIn(path.join(ROOT, source))) {
      hash.update(path.relative(ROOT, file)).update('\0').update(fs.readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

function filesIn(place: string): string[] {
  if (!fs.existsSync(place)) return [];
  if (!fs.statSync(place).isDirectory()) return [place];
  const names = fs.readdirSync(place).sort();
  return names.flatMap((name) => filesIn(path.join(place, name))).filter((file) => !/\.test\.tsx?$/.test(file));
}

function runVite(args: string[], signal: AbortSignal): Promise<void> {
  const vite = path.join(ROOT, 'node_modules/vite/bin/vite.js');
  return new Promise((resolve, reject) => {
    // Tests run with NODE_ENV=test, and would leave a bundle for developers behind: slow, and without its service worker.
    const env = { ...process.env, NODE_ENV: 'production' };
    const child = spawn(process.execPath, [vite, ...args], {
      cwd: ROOT,
      env,
      signal,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let words = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text: Buffer) => {
        words += text.toString();
      });
    }
    let failure: Error | undefined;
    child.on('error', (error) => {
      failure = error;
    });
    // Also when it was broken off: only now is it really gone.
    child.on('close', (code) => {
      if (code === 0 && !failure) resolve();
      else reject(failure ?? new Error(`The web client could not be built.\n${words.trim()}`));
    });
  });
}
