// What `npm test` runs: every check after the other, also after a failure, and one closing line with the counts.
// `npm test -- types web` runs only these steps. TEST_SEED=… repeats the order of an earlier run.

import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

interface Score {
  readonly passed: number;
  readonly failed: number;
}

interface Step {
  readonly name: string;
  readonly run: () => Promise<Score>;
}

const ROOT = path.join(import.meta.dirname, '..');
const CRUISED = ['contract', 'server', 'web', 'database', 'bench', 'tests'];
/** A log file with an escape code around every letter helps nobody. */
const COLOURS = process.stdout.isTTY ? '--colors=force' : '--colors=off';
const seed = process.env.TEST_SEED ?? String(Date.now() % 1_000_000);
const wanted = process.argv.slice(2);
let running: ChildProcess | undefined;

for (const reason of ['SIGTERM', 'SIGINT', 'SIGHUP', 'disconnect'] as const) {
  process.once(reason, () => {
    running?.kill('SIGTERM');
    process.exit(1);
  });
}
process.channel?.unref();

const steps: Step[] = [
  { name: 'types', run: () => check('node_modules/typescript/bin/tsc', '-p', '.', '--noEmit') },
  {
    name: 'biome',
    run: () => check('node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', COLOURS, '.'),
  },
  { name: 'arrows', run: arrowsHold },
  { name: 'knip', run: () => check('node_modules/knip/bin/knip.js', '--no-progress', '--no-config-hints') },
  ...ownChecks(),
  { name: 'server', run: () => tests('server') },
  { name: 'web', run: () => tests('web') },
  { name: 'browser', run: () => tests('browser') },
];

await main();

async function main(): Promise<void> {
  console.log(`Order of the tests: TEST_SEED=${seed}`);
  const chosen = steps.filter((step) => wanted.length === 0 || wanted.includes(step.name));
  const failures: string[] = [];
  const total = { passed: 0, failed: 0 };
  for (const step of chosen) {
    console.log(`\n=== ${step.name} ===`);
    const since = Date.now();
    const score = await step.run();
    total.passed += score.passed;
    total.failed += score.failed;
    if (score.failed > 0) failures.push(step.name);
    const seconds = ((Date.now() - since) / 1000).toFixed(1);
    console.log(`--- ${step.name}: ${score.failed === 0 ? 'good' : `${score.failed} failed`}, ${seconds} s`);
  }
  if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}. To repeat this order: TEST_SEED=${seed}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 || chosen.length === 0 ? 1 : 0;
}

/** The project's own checks: each file is a program that ends with 0 when all is well; those with a test are their parts. */
function ownChecks(): Step[] {
  const folder = path.join(ROOT, 'tests/checks');
  const files = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => /(?<!\.test)\.ts$/.test(name)) : [];
  const programs = files.filter((file) => !fs.existsSync(path.join(folder, file.replace(/\.ts$/, '.test.ts'))));
  return programs.sort().map((file) => ({ name: file.replace(/\.ts$/, ''), run: () => check(`tests/checks/${file}`) }));
}

async function check(script: string, ...args: string[]): Promise<Score> {
  return (await node([script, ...args])) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

interface Cruise {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: { readonly violations: readonly Violation[] };
}

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

/** What each rule is for stands in dependency-cruiser.config.cjs. */
async function arrowsHold(): Promise<Score> {
  const { modules, summary } = await cruise();
  const ours = modules.filter(({ source }) => /^(server|web|contract)\/.*\.tsx?$/.test(source)).length;
  console.log(`${ours} TypeScript modules of our own were seen.`);
  for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} → ${to}`);
  // A cruiser that cannot read TypeScript finds no violations either: it must have seen our modules.
  return ours < 50 || summary.violations.length > 0 ? { passed: 0, failed: 1 } : { passed: 1, failed: 0 };
}

async function cruise(): Promise<Cruise> {
  const folders = CRUISED.filter((folder) => fs.existsSync(path.join(ROOT, folder)));
  const report = path.join(os.tmpdir(), `arrows-${process.pid}.json`);
  const cruiser = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs';
  const config = ['--config', 'dependency-cruiser.config.cjs', '--output-type', 'json', '--output-to', report];
  await node([cruiser, ...config, ...folders]);
  try {
    return JSON.parse(fs.readFileSync(report, 'utf8')) as Cruise;
  } catch {
    return { modules: [], summary: { violations: [] } };
  } finally {
    fs.rmSync(report, { force: true });
  }
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: { status: string; assertionResults: { status: string }[] }[];
}

async function tests(project: string): Promise<Score> {
  const report = path.join(os.tmpdir(), `vitest-${project}-${process.pid}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await node([
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    project,
    '--passWithNoTests',
    ...reporters,
  ]);
  const score = readScore(report);
  // An error outside every test counts too, else a broken run would close with "0 failed".
  return code !== 0 && score.failed === 0 ? { passed: score.passed, failed: 1 } : score;
}

function readScore(report: string): Score {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(fs.readFileSync(report, 'utf8')) as VitestReport;
    // A file that could not be loaded has no tests at all.
    const unloadable = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
    );
    return { passed: numPassedTests, failed: numFailedTests + unloadable.length };
  } catch {
    return { passed: 0, failed: 0 };
  } finally {
    fs.rmSync(report, { force: true });
  }
}

function node(args: string[]): Promise<number> {
  return new Promise((resolve) => {
    const env = { ...process.env, TEST_SEED: seed, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }) };
    running = spawn(process.execPath, [...process.execArgv, ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env,
    });
    running.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    running.on('exit', (code) => resolve(code ?? 1));
  });
}
