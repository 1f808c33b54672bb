// `npm run dev`: the server starts again when its sources change, vite serves the web client and hands /api on to the server.
// One tree of processes: when this one goes, all go.
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createServer } from 'vite';
import { startEmbeddedPostgres } from './platform/embedded-postgres.ts';
import { readEnvironment } from './platform/environment.ts';
import { freePort } from './platform/free-port.ts';

const ROOT = path.join(import.meta.dirname, '..');
const WATCHED = ['server', 'contract', 'database'];
const args = process.argv.slice(2);
const environment = readEnvironment(process.env, args);

// Held here, so that the database stays up while the server goes down and up.
const database = environment.databaseUrl ? undefined : await startEmbeddedPostgres({ dataDir: environment.dataDir });
const apiPort = await freePort();
const target = `http://localhost:${apiPort}`;
const vite = await createServer({
  configFile: path.join(ROOT, 'vite.config.ts'),
  server: {
    port: environment.port,
    strictPort: true,
    host: environment.host,
    proxy: { '/api': { target }, '/health': { target } },
  },
});
await vite.listen();
// Vite would end this process at once, and leave the others behind.
process.removeAllListeners('SIGTERM');

let server: ChildProcess | undefined;
let stopping = false;
startServer();

let waiting: NodeJS.Timeout | undefined;
for (const folder of WATCHED) {
  fs.watch(path.join(ROOT, folder), { recursive: true }, (_event, file) => {
    if (!file || !/\.(ts|sql|json)$/.test(file) || /\.test\.ts$/.test(file)) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => void restartServer(file), 100);
  });
}

for (const reason of ['SIGTERM', 'SIGINT', 'SIGHUP', 'disconnect'] as const) process.once(reason, () => void stop());
process.channel?.unref();

function startServer(): void {
  const env = { ...process.env, PORT: String(apiPort), PUBLIC_URL: environment.publicUrl };
  server = spawn(process.execPath, ['server/main.ts', ...args, '--without-client'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  server.on('exit', () => {
    if (!stopping) console.log('The server stopped; it starts again at the next change.');
  });
}

async function restartServer(file: string): Promise<void> {
  console.log(`${file} changed; the server starts again.`);
  await stopServer();
  if (!stopping) startServer();
}

async function stopServer(): Promise<void> {
  const old = server;
  if (!old || old.exitCode !== null || old.signalCode !== null) return;
  old.removeAllListeners('exit');
  const gone = new Promise((resolve) => old.once('exit', resolve));
  old.kill('SIGTERM');
  await gone;
}

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await stopServer();
  await vite.close();
  await database?.release();
  process.exit(0);
}
