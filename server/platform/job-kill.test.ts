import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { newId, openDatabase, type PlatformDatabase } from './index.ts';

const WORKER = path.join(import.meta.dirname, '../../tests/support/job-worker.ts');

let db: TestDatabase;
let database: PlatformDatabase;
const employerId = newId<'employer'>();
const children: ChildProcess[] = [];

beforeAll(async () => {
  db = await testDatabase();
  database = openDatabase({ app: db.urls.app, worker: db.urls.worker });
  await db.owner.query(
    'create table public.done (what text not null); grant insert, select on public.done to rugdekking_worker',
  );
  return () => database.end();
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await db.owner.query('truncate platform.job, public.done');
});

function worker(workMs: number): ChildProcess {
  const env = { ...process.env, DATABASE_APP: db.urls.app, DATABASE_WORKER: db.urls.worker, WORK_MS: String(workMs) };
  const child = fork(WORKER, { env });
  children.push(child);
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

const enqueue = (count: number) =>
  database.transact({ role: 'app', employerId, personId: newId(), now: new Date() }, async (tx) => {
    for (let number = 1; number <= count; number++) {
      await tx.enqueue({ kind: 'inside', runAt: tx.now, data: { what: `job ${number}` } });
    }
  });

const done = async () =>
  (await db.owner.query<{ what: string }>('select what from public.done order by what')).rows.map(({ what }) => what);

describe('a worker that is killed', () => {
  it('leaves its job to the next, who does it within seconds, once', async () => {
    await enqueue(1);
    const first = worker(30_000);
    await once(first, 'message');
    await kill(first);
    worker(0);
    await expect.poll(done, { timeout: 20_000, interval: 50 }).toEqual(['job 1']);
  });

  it('loses nothing and doubles nothing when it happens again and again', async () => {
    // Many more than four workers do before they are killed, also when we are late with that.
    const all = Array.from({ length: 300 }, (_, index) => `job ${index + 1}`).sort();
    await enqueue(all.length);
    for (let round = 0; round < 4; round++) {
      const doomed = worker(40);
      await once(doomed, 'message');
      await new Promise((resolve) => setTimeout(resolve, 60 + 40 * round));
      await kill(doomed);
    }
    worker(0);
    await expect.poll(done, { timeout: 30_000, interval: 100 }).toEqual(all);
    const { rows } = await db.owner.query('select 1 from platform.job');
    expect(rows).toEqual([]);
  });
});
