import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { freePort } from '../../server/platform/free-port.ts';
import { isReady, newDataDir, type Program, processesWith, programThatEnds, startProgram } from '../support/program.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const programs: Program[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const program of programs.splice(0)) await program.kill();
  for (const folder of folders.splice(0)) {
    for (const pid of processesWith(folder)) process.kill(pid, 'SIGKILL');
    fs.rmSync(folder, { recursive: true, force: true });
  }
});

async function start(options: Parameters<typeof startProgram>[0] = {}): Promise<Program> {
  const program = await startProgram(options);
  programs.push(program);
  folders.push(program.dataDir);
  return program;
}

const postgresPid = (dataDir: string): number =>
  Number(fs.readFileSync(path.join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);

const nothingIsLeftOf = (dataDir: string, timeout = 10_000) =>
  expect.poll(() => processesWith(dataDir), { timeout, interval: 100 }).toEqual([]);

describe.runIf(process.platform === 'linux')('the program', () => {
  it('leaves no process after SIGTERM to its launcher', async () => {
    const program = await start({ through: 'launcher' });
    expect(processesWith(program.dataDir).length).toBeGreaterThan(1);
    expect(await program.stop()).toBe(0);
    expect(processesWith(program.dataDir)).toEqual([]);
  });

  it('leaves no process after SIGTERM to the pid of npm start', async () => {
    const [port, dataDir] = [await freePort(), newDataDir()];
    folders.push(dataDir);
    const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir };
    const npm = spawn('npm', ['start', '--', '--empty', '--without-client'], {
      cwd: ROOT,
      env,
      stdio: 'ignore',
    });
    await expect.poll(() => isReady(`http://localhost:${port}`), { timeout: 180_000 }).toBe(true);
    npm.kill('SIGTERM');
    await nothingIsLeftOf(dataDir);
  });

  it('leaves no process when its launcher is killed with -9', async () => {
    const program = await start({ through: 'launcher' });
    await program.kill();
    await nothingIsLeftOf(program.dataDir);
  });

  it.each([
    50, 300, 700, 1200, 2000,
  ])('leaves no process when it is asked to stop %i ms after its start', async (delay) => {
    const dataDir = newDataDir();
    folders.push(dataDir);
    const ending = programThatEnds({ dataDir, through: 'launcher', stopAfter: delay });
    expect((await ending).code).not.toBe(1);
    expect(processesWith(dataDir)).toEqual([]);
  });

  it('starts again after a kill -9 and goes on with the database that was left running', async () => {
    const first = await start();
    const before = postgresPid(first.dataDir);
    await first.kill();
    const second = await start({ dataDir: first.dataDir });
    expect(postgresPid(second.dataDir)).toBe(before);
    await second.stop();
    await nothingIsLeftOf(second.dataDir);
  });

  it('is ready again by itself after a kill -9 of PostgreSQL', async () => {
    const program = await start();
    const before = postgresPid(program.dataDir);
    process.kill(before, 'SIGKILL');
    await expect.poll(() => postgresPid(program.dataDir), { timeout: 15_000 }).not.toBe(before);
    await expect.poll(() => isReady(program.url), { timeout: 15_000 }).toBe(true);
  });

  it('runs beside another one', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect(first.port).not.toBe(second.port);
    expect(await isReady(first.url)).toBe(true);
    expect(await isReady(second.url)).toBe(true);
  });

  it('can be split: one serves, one works, and the last to leave stops the database', async () => {
    const web = await start({ args: ['--empty', '--without-client', '--role=web'] });
    const worker = await start({ args: ['--empty', '--role=worker'], dataDir: web.dataDir });
    expect((await fetch(`${web.url}/api/v1/entrance`)).status).toBe(200);
    expect((await fetch(`${worker.url}/api/v1/entrance`)).status).toBe(404);
    expect(await web.stop()).toBe(0);
    expect(await isReady(worker.url)).toBe(true);
    expect(await worker.stop()).toBe(0);
    await nothingIsLeftOf(web.dataDir);
  });

  it('starts the second time without building, migrating or waiting for anything', async () => {
    const first = await start({ through: 'launcher', args: ['--empty'] });
    await first.stop();
    const built = fs.statSync(path.join(ROOT, 'dist/web/index.html')).mtimeMs;
    const second = await start({ through: 'launcher', args: ['--empty'], dataDir: first.dataDir });
    expect(second.output()).not.toContain('migrations applied');
    expect(fs.statSync(path.join(ROOT, 'dist/web/index.html')).mtimeMs).toBe(built);
  });

  it('says in one sentence that its port is taken, and leaves the other one alone', async () => {
    const first = await start();
    const second = await programThatEnds({ port: first.port, dataDir: first.dataDir });
    expect(second.code).toBe(1);
    expect(second.output).toMatch(/^Port \d+ is taken by another program/m);
    expect(await isReady(first.url)).toBe(true);
  });

  it('refuses data without its master key, and makes no new one', async () => {
    const first = await start();
    await first.stop();
    fs.rmSync(path.join(first.dataDir, 'keys'), { recursive: true });
    const second = await programThatEnds({ dataDir: first.dataDir });
    expect(second.code).toBe(1);
    expect(second.output).toContain('The master key is missing');
    expect(fs.existsSync(path.join(first.dataDir, 'keys/master.key'))).toBe(false);
    await nothingIsLeftOf(first.dataDir);
  });

  it('gives a backup while it runs', async () => {
    const program = await start();
    const env = { ...process.env, DATA_DIR: program.dataDir, DATABASE_URL: '' };
    const words = execFileSync(process.execPath, ['server/commands/backup.ts'], {
      env,
      encoding: 'utf8',
      cwd: ROOT,
    });
    expect(words).toContain(path.join(program.dataDir, 'backups'));
    expect(await isReady(program.url)).toBe(true);
  });
});

it('says in one line that there is no copy where somebody looks for one', () => {
  const dataDir = newDataDir();
  folders.push(dataDir);
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' };
  const command = ['server/commands/restore.ts', '/nowhere'];
  const { status, stderr } = spawnSync(process.execPath, command, { env, encoding: 'utf8', cwd: ROOT });
  expect(stderr).toMatch(/^There is no copy in "\/nowhere": .+\n$/);
  expect(status).toBe(1);
});

it.runIf(process.platform === 'linux')('leaves no process of `npm run dev`', async () => {
  const [port, dataDir] = [await freePort(), newDataDir()];
  folders.push(dataDir);
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir };
  const args = ['start.cjs', 'dev', '--empty'];
  const dev = spawn(process.execPath, args, { cwd: ROOT, env, stdio: 'ignore' });
  await expect.poll(() => isReady(`http://localhost:${port}`), { timeout: 180_000 }).toBe(true);
  expect(await (await fetch(`http://localhost:${port}/`)).text()).toContain('/@vite/client');
  dev.kill('SIGTERM');
  await nothingIsLeftOf(dataDir);
});
