import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import {
  cancelJobs,
  type JobHandler,
  JobRegistry,
  type JobRunner,
  newId,
  openDatabase,
  type PlatformDatabase,
  Subscriptions,
  silentLog,
  startJobRunner,
  type Tx,
} from './index.ts';
import { JobLane } from './job-lane.ts';
import type { JobQueue } from './job-queue.ts';

let db: TestDatabase;
let database: PlatformDatabase;
let subscriptions: Subscriptions;
let runner: JobRunner | undefined;
const employerId = newId<'employer'>();
/** The clock of these tests, in milliseconds ahead of the system. */
let ahead = 0;
const now = () => new Date(Date.now() + ahead);

beforeAll(async () => {
  db = await testDatabase();
  await db.owner.query(
    'create table public.done (id serial, what text not null, at timestamptz not null default clock_timestamp()); grant all on public.done, public.done_id_seq to rugdekking_worker',
  );
  subscriptions = new Subscriptions();
  database = openDatabase({
    app: db.urls.app,
    worker: db.urls.worker,
    subscriptions: {
      jobsFor: (...event: Parameters<Subscriptions['jobsFor']>) => subscriptions.jobsFor(...event),
    } as Subscriptions,
    onJobs: (earliest) => runner?.expect(earliest),
  });
  return () => database.end();
});

afterEach(async () => {
  await runner?.stop();
  runner = undefined;
  subscriptions = new Subscriptions();
  ahead = 0;
  await db.owner.query('truncate platform.job, public.done');
});

const write = (tx: Tx, what: string) => tx.execute('insert into public.done (what) values ($1)', [what]);
const writes: JobHandler = async (tx, job) => {
  await write(tx, String(job.data['what'] ?? job.kind));
};

/** It looks by itself once in ten minutes: what is done sooner, was heard of or was expected. */
async function start(fill: (registry: JobRegistry) => void): Promise<void> {
  const registry = new JobRegistry();
  fill(registry);
  runner = await startJobRunner({ database, registry, subscriptions, now, log: silentLog, pollMs: 600_000 });
}

const asApp = <T>(work: (tx: Tx) => Promise<T>) =>
  database.transact({ role: 'app', employerId, personId: newId(), now: now() }, work);

const enqueue = (kind: string, inMs = 0, more: { key?: string; what?: string } = {}) =>
  asApp((tx) =>
    tx.enqueue({ kind, runAt: new Date(now().getTime() + inMs), key: more.key, data: { what: more.what ?? kind } }),
  );

async function done(): Promise<string[]> {
  const { rows } = await db.owner.query<{ what: string }>('select what from public.done order by id');
  return rows.map(({ what }) => what);
}

const pending = async () => (await db.owner.query('select * from platform.job order by sequence')).rows;

describe('a job', () => {
  it('runs once, because of the commit that asked for it', async () => {
    await start((registry) => registry.handle('greet', writes));
    await enqueue('greet');
    await expect.poll(done).toEqual(['greet']);
    await expect.poll(pending).toEqual([]);
  });

  it('runs when it is due, not earlier, and not a poll later', async () => {
    await start((registry) => registry.handle('later', writes));
    const dueAt = Date.now() + 400;
    await enqueue('later', 400);
    await expect.poll(done).toEqual(['later']);
    const { rows } = await db.owner.query<{ at: Date }>('select at from public.done');
    expect(rows[0]?.at.getTime()).toBeGreaterThanOrEqual(dueAt - 2);
  });

  it('runs when the clock is moved past its moment', async () => {
    await start((registry) => registry.handle('tomorrow', writes));
    await enqueue('tomorrow', 24 * 3_600_000);
    ahead = 24 * 3_600_000 + 1_000;
    runner?.wake();
    await expect.poll(done).toEqual(['tomorrow']);
  });

  it('is added once under one key, until it has run', async () => {
    await enqueue('once', 60_000, { key: 'chase:1' });
    await enqueue('once', 60_000, { key: 'chase:1' });
    await enqueue('once', 60_000, { key: 'chase:2' });
    expect(await pending()).toHaveLength(2);
  });

  it('is taken back by the beginning of its key, and only those', async () => {
    await enqueue('chase', 60_000, { key: 'chase:1:first' });
    await enqueue('chase', 60_000, { key: 'chase:1:second' });
    await enqueue('chase', 60_000, { key: 'chase:10:first' });
    await asApp(async (tx) => cancelJobs(tx, 'chase:1:'));
    expect((await pending()).map(({ key }) => key)).toEqual(['chase:10:first']);
  });

  it('may plan its own successor under the same key', async () => {
    await start((registry) =>
      registry.handle('round', async (tx, job) => {
        await write(tx, `round ${job.data['what']}`);
        if (job.data['what'] === 'one') {
          await tx.enqueue({ kind: 'round', runAt: tx.now, key: 'round', data: { what: 'two' } });
        }
      }),
    );
    await enqueue('round', 0, { key: 'round', what: 'one' });
    await expect.poll(done).toEqual(['round one', 'round two']);
  });
});

describe('a job that fails', () => {
  it('leaves nothing of its attempt, is tried again, and then is done once', async () => {
    let turns = 0;
    await start((registry) =>
      registry.handle('stumble', async (tx) => {
        await write(tx, 'stumble');
        turns += 1;
        if (turns < 3) throw new Error('not yet');
      }),
    );
    await enqueue('stumble');
    await expect.poll(done).toEqual(['stumble']);
    expect(turns).toBe(3);
  });

  it('is put aside after enough failures, and stays visible without the words of its error', async () => {
    await start((registry) =>
      registry.handle(
        'hopeless',
        async () => {
          throw new Error('Fatima El Amrani told');
        },
        { failures: 1 },
      ),
    );
    await enqueue('hopeless');
    await expect.poll(async () => (await pending())[0]?.dead_at).toBeInstanceOf(Date);
    const [job] = await pending();
    expect(job.failures).toBe(1);
    expect(JSON.stringify(job)).not.toContain('Fatima');
  });

  it('is never put aside when it must reach a person', async () => {
    await start((registry) =>
      registry.handle(
        'escalate',
        async () => {
          throw new Error('no');
        },
        { failures: 1, persistent: true },
      ),
    );
    await enqueue('escalate');
    await expect.poll(async () => (await pending())[0]?.failures).toBeGreaterThanOrEqual(1);
    expect((await pending())[0]?.dead_at).toBeNull();
  });
});

describe('events', () => {
  it('are heard by each handler in the order in which they happened on one dossier', async () => {
    subscriptions.on('stepped', 'slow', async (tx, event) => {
      await tx.rows('select pg_sleep(random() * 0.02)');
      await write(tx, `slow ${event.data['step']}`);
    });
    const incidentId = newId<'incident'>();
    for (let step = 1; step <= 12; step++) {
      await asApp((tx) => tx.recordEvent({ name: 'stepped', incidentId, data: { step } }));
    }
    await start(() => undefined);
    await expect.poll(done).toEqual(Array.from({ length: 12 }, (_, step) => `slow ${step + 1}`));
  });

  it('tell the handler who did what and when', async () => {
    const heard: unknown[] = [];
    subscriptions.on('closed', 'listener', async (_tx, event) => void heard.push(event));
    await start(() => undefined);
    const personId = newId<'person'>();
    const incidentId = newId<'incident'>();
    const moment = new Date('2026-03-10T09:00:00Z');
    await database.transact({ role: 'app', employerId, personId, now: moment }, (tx) =>
      tx.recordEvent({ name: 'closed', incidentId, data: { reason: 'discussed' } }),
    );
    await expect
      .poll(() => heard)
      .toEqual([
        {
          eventId: expect.any(String),
          name: 'closed',
          incidentId,
          personId,
          happenedAt: moment,
          data: { reason: 'discussed' },
        },
      ]);
  });
});

describe('work outside', () => {
  it('happens outside a transaction and is tried again when it fails', async () => {
    const sent: string[] = [];
    let turns = 0;
    await start((registry) =>
      registry.handleOutside('mail', async (job, needs) => {
        turns += 1;
        if (turns === 1) throw new Error('the mail server is away');
        sent.push(job.kind);
        await needs.transact((tx) => write(tx, 'mail sent'));
      }),
    );
    await enqueue('mail');
    await expect.poll(done).toEqual(['mail sent']);
    expect(sent).toEqual(['mail']);
    await expect.poll(pending).toEqual([]);
  });

  it('never holds up what happens inside', async () => {
    await start((registry) => {
      registry.handleOutside(
        'mail',
        (_job, { signal }) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
      );
      registry.handle('escalate', writes);
    });
    for (let mail = 0; mail < 20; mail++) await enqueue('mail');
    await enqueue('escalate');
    await expect.poll(done).toEqual(['escalate']);
    await db.owner.query('delete from platform.job');
  });
});

describe('housekeeping', () => {
  it('comes back after its time, one at a time, whoever else runs', async () => {
    await start((registry) => registry.every('sweep', 150, writes));
    await expect.poll(async () => (await done()).length).toBeGreaterThanOrEqual(3);
    expect(await pending()).toHaveLength(1);
  });
});

describe('a lane that looks for the next job', () => {
  /** In which the next one is looked up as slowly as a test wants. */
  function laneOf({ nextAfter, clock = now, onTake = () => {} }: Pick<JobQueue, 'nextAfter'> & Beside) {
    let turns = 0;
    const take = async () => {
      turns += 1;
      onTake();
      return [];
    };
    const queue = { take, nextAfter } as unknown as JobQueue;
    const needs = { queue, kinds: ['greet'], slots: 1, pollMs: 600_000, run: async () => {}, onFailure: () => {} };
    return { lane: new JobLane({ ...needs, now: clock }), turns: () => turns };
  }

  interface Beside {
    readonly clock?: () => Date;
    readonly onTake?: () => void;
  }

  it('wakes for one that was added meanwhile', async () => {
    const looking = Promise.withResolvers<void>();
    const found = Promise.withResolvers<undefined>();
    const { lane, turns } = laneOf({
      nextAfter: () => {
        looking.resolve();
        return found.promise;
      },
    });
    lane.wake();
    await looking.promise;
    lane.expect(now().getTime() + 20);
    found.resolve(undefined);
    await expect.poll(turns).toBe(2);
    await lane.stop(0);
  });

  it('wakes for one that came due meanwhile', async () => {
    const due = now();
    let at = new Date(due.getTime() - 1);
    const { lane, turns } = laneOf({
      clock: () => at,
      onTake: () => {
        at = due;
      },
      nextAfter: async (moment) => (due > moment ? due : undefined),
    });
    lane.wake();
    await expect.poll(turns).toBe(2);
    await lane.stop(0);
  });
});
