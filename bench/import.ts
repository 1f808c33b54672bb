// `npm run bench:import`: an older register of 60,000 rows taken over in a running program, and how much slower somebody who
// works meanwhile is answered. IMPORT_ROWS=20000 takes a smaller file.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ImportView } from '../contract/import.ts';
import { IMPORT_PART_BYTES } from '../contract/import-words.ts';
import { benchFolder, sessionOf, startMeasured } from './support/measured-program.ts';
import { jsonHeaders } from './support/measured-reports.ts';
import { oldRegister } from './support/old-register.ts';
import { whileSomebodyWorks } from './support/somebody-works.ts';

const ATLEAST_PER_SECOND = 2_000;
const ATMOST_SLOWER = 2;
const rows = Number(process.env.IMPORT_ROWS ?? 60_000);

const { dataDir, remove } = benchFolder();
const program = await startMeasured(dataDir, 'both');
const coordinator = jsonHeaders(await sessionOf(program.url, 'yusuf'), program.url);
const manager = jsonHeaders(await sessionOf(program.url, 'henk'), program.url);
const importId = randomUUID();
const address = `/api/v1/incident-imports/${importId}`;

await send(Buffer.from(oldRegister(rows)));
const { mapping } = await until('read');
await ask('POST', `${address}/check`, { mapping });
await until('checked');

const asked = ['/api/v1/incidents?scope=team&limit=25', '/api/v1/tasks', '/api/v1/me', '/api/v1/work-summary'];
const works = { url: program.url, headers: manager, asked };
const before = await whileSomebodyWorks(works, () => pause(10_000));
const since = performance.now();
const during = await whileSomebodyWorks(works, async () => {
  await ask('POST', `${address}/run`, {});
  await until('imported');
});
const perSecond = Math.round((rows * 1000) / (performance.now() - since));
const { added, known, wrong } = await until('imported');
const slower = { p50: during.p50 / before.p50, p95: during.p95 / before.p95 };

console.log(`\nTaking over a register of ${rows} rows: ${added} new, ${known} known, ${wrong} to correct`);
console.log(`  ${perSecond} rows a second, at least ${ATLEAST_PER_SECOND}`);
console.log(`  somebody who works, before: p50 ${before.p50.toFixed(1)} ms, p95 ${before.p95.toFixed(1)} ms`);
console.log(`  somebody who works, during: p50 ${during.p50.toFixed(1)} ms, p95 ${during.p95.toFixed(1)} ms`);
console.log(`  ${slower.p50.toFixed(2)} times (p50), at most ${ATMOST_SLOWER}; ${slower.p95.toFixed(2)} times (p95)`);
const isGood = perSecond >= ATLEAST_PER_SECOND && slower.p50 <= ATMOST_SLOWER;
console.log(isGood ? '  good' : '  TOO SLOW');

await program.stop();
remove();
process.exitCode = isGood ? 0 : 1;

async function send(bytes: Buffer): Promise<void> {
  await ask('POST', '/api/v1/incident-imports', { importId, fileName: 'register.csv', bytes: bytes.length });
  for (let part = 0; part * IMPORT_PART_BYTES < bytes.length; part += 1) {
    const piece = bytes.subarray(part * IMPORT_PART_BYTES, (part + 1) * IMPORT_PART_BYTES);
    await ask('PUT', `${address}/parts/${part}`, { content: piece.toString('base64') });
  }
  await ask('POST', `${address}/read`, {});
}

async function until(state: ImportView['state']): Promise<ImportView> {
  for (;;) {
    const seen = (await ask('GET', address)) as ImportView;
    if (seen.state === state) return seen;
    if (seen.state === 'unreadable') throw new Error(JSON.stringify(seen.problem));
    await pause(100);
  }
}

async function ask(method: string, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(`${program.url}${path}`, {
    method,
    headers: { ...coordinator, ...(body && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
