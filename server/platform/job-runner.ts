import { setTimeout as pause } from 'node:timers/promises';
import type { Now } from './clock.ts';
import type { PlatformDatabase } from './database.ts';
import { type Envelope, eventFromJob, type Subscriptions } from './events.ts';
import { DatabaseAway, LeaseLost } from './failures.ts';
import { newId, THE_HOUSE } from './ids.ts';
import { JobLane } from './job-lane.ts';
import { jobQueue, removalOf, type TakenJob } from './job-queue.ts';
import { type JobRegistry, type JobWork, recurringJob } from './jobs.ts';
import { describeFailure, type Log } from './log.ts';

/** A lost message costs a second, never a job. */
const POLL_MS = 1_000;
const HEARTBEAT_MS = 1_000;
const OUTSIDE_LIMIT_MS = 45_000;
const STOP_PATIENCE_MS = 2_500;

export interface JobRunnerNeeds {
  readonly database: PlatformDatabase;
  readonly registry: JobRegistry;
  readonly subscriptions: Subscriptions;
  readonly now: Now;
  readonly log: Log;
  readonly slots?: { readonly inside?: number; readonly outside?: number };
  readonly pollMs?: number;
}

export interface JobRunner {
  /** Something may be due: a notification came, or the clock was moved. */
  wake(): void;
  expect(dueAt: number): void;
  stop(): Promise<void>;
}

/** Runs jobs in two lanes, so that a slow mail server never holds up an escalation. */
export async function startJobRunner(needs: JobRunnerNeeds): Promise<JobRunner> {
  const { database, registry, now, log } = needs;
  hearEvents(registry, needs.subscriptions);
  const queue = jobQueue(database.alone, newId());
  const stopping = new AbortController();
  const onFailure = (cause: unknown): void => {
    if (!(cause instanceof DatabaseAway)) log.error(describeFailure(cause), 'jobs could not be taken');
  };

  async function run(job: TakenJob): Promise<void> {
    const work = registry.work(job.kind);
    try {
      if (work?.inside !== undefined) await runInside(job, work.inside);
      else if (work?.outside !== undefined) await runOutside(job, work.outside);
    } catch (cause) {
      if (cause instanceof LeaseLost) return;
      await putOff(job, work, cause).catch(onFailure);
    }
  }

  /** The removal comes first and holds the row: whoever removes it, does it. */
  async function runInside(job: TakenJob, handle: NonNullable<JobWork['inside']>): Promise<void> {
    const context = { role: 'worker', employerId: job.employerId, now: now(), jobKind: job.kind } as const;
    await database.transactWith(context, removalOf(job), async (tx, _session, [removal]) => {
      if (removal?.rowCount !== 1) throw new LeaseLost(job.kind);
      await handle(tx, job);
      return { commit: true, value: undefined };
    });
  }

  async function runOutside(job: TakenJob, handle: NonNullable<JobWork['outside']>): Promise<void> {
    const moment = now();
    const limit = AbortSignal.timeout(OUTSIDE_LIMIT_MS);
    const signal = AbortSignal.any([limit, stopping.signal]);
    const context = { role: 'worker', employerId: job.employerId, now: moment, jobKind: job.kind } as const;
    await Promise.race([
      handle(job, { now: moment, signal, transact: (work) => database.transact(context, work) }),
      // A handler that does not listen to its signal may not keep its place for ever.
      pause(OUTSIDE_LIMIT_MS + 1_000, undefined, { ref: false }).then(() => {
        throw new Error('The job took too long');
      }),
    ]);
    await queue.finish(job);
  }

  async function putOff(job: TakenJob, work: JobWork | undefined, cause: unknown): Promise<void> {
    const failures = job.failures + 1;
    const { persistent = false, failures: most = 12 } = work?.endurance ?? {};
    const isDead = !persistent && failures >= most;
    const moment = now();
    const retryAt = new Date(moment.getTime() + delayAfter(failures, persistent));
    const facts = { jobId: job.jobId, kind: job.kind, failures, ...describeFailure(cause) };
    if (isDead) log.error(facts, 'job put aside');
    else log.warn(facts, 'job failed, will be tried again');
    await queue.fail(job, retryAt, shortDescription(cause), isDead ? moment : null);
  }

  const shared = { queue, now, run, onFailure, pollMs: needs.pollMs ?? POLL_MS };
  const lanes = [
    new JobLane({ ...shared, kinds: registry.kinds('inside'), slots: needs.slots?.inside ?? 4 }),
    new JobLane({ ...shared, kinds: registry.kinds('outside'), slots: needs.slots?.outside ?? 8 }),
  ];
  const wake = (): void => {
    for (const lane of lanes) lane.wake();
  };
  const heartbeat = setInterval(() => {
    const held = lanes.flatMap((lane) => lane.heldIds());
    if (held.length > 0) queue.renew(held).catch(onFailure);
  }, HEARTBEAT_MS);

  await addRecurring(database, registry, now());
  wake();

  return {
    wake,
    expect: (dueAt) => {
      for (const lane of lanes) lane.expect(dueAt);
    },
    async stop() {
      await Promise.all(lanes.map((lane) => lane.stop(STOP_PATIENCE_MS)));
      stopping.abort();
      clearInterval(heartbeat);
    },
  };
}

/** Every handler of an event is a kind of job. Told as persistent: what happened must be heard. */
function hearEvents(registry: JobRegistry, subscriptions: Subscriptions): void {
  for (const [kind, handle] of subscriptions.jobKinds()) {
    registry.handle(
      kind,
      (tx, job) => handle(tx, eventFromJob(kind, job.incidentId, job.data as unknown as Envelope)),
      { persistent: true },
    );
  }
}

async function addRecurring(database: PlatformDatabase, registry: JobRegistry, now: Date): Promise<void> {
  await database.transact({ role: 'worker', employerId: THE_HOUSE, now }, async (tx) => {
    for (const kind of registry.recurring()) await tx.enqueue(recurringJob(kind, now));
  });
}

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 15 * 60_000;
const PERSISTENT_DELAY_MS = 30_000;

/** Twice as long each time, and never two jobs at exactly the same moment. */
function delayAfter(failures: number, persistent: boolean): number {
  const longest = persistent ? PERSISTENT_DELAY_MS : LONGEST_DELAY_MS;
  return Math.min(longest, FIRST_DELAY_MS * 2 ** (failures - 1)) * (0.75 + Math.random() / 2);
}

/** Kept with the job, so: no message, which could repeat what somebody wrote. */
function shortDescription(cause: unknown): string {
  const { name, code, stack } = describeFailure(cause);
  const [place = ''] = Array.isArray(stack) ? stack : [];
  return [name, code, place].filter(Boolean).join(' ').slice(0, 500);
}
