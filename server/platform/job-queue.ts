import type pg from 'pg';
import type { Job } from './jobs.ts';

/** Runs one statement by itself, as the worker. */
export type Alone = (sql: string, values: readonly unknown[]) => Promise<pg.QueryResult>;

/** A worker that does not renew its lease for this long is taken for dead, on the clock of the database. */
const LEASE = "interval '4 seconds'";

// Of the jobs that must run in order, only the first is taken. One that was put aside no longer holds up the others.
const TAKE = `update platform.job as taken
  set leased_by = $1, leased_until = clock_timestamp() + ${LEASE}, attempt = attempt + 1
  where job_id in (
    select job_id from platform.job as due
    where run_at <= $2 and dead_at is null and kind = any ($3)
      and (leased_until is null or leased_until < clock_timestamp())
      and (order_key is null or not exists (
        select from platform.job as earlier
        where earlier.order_key = due.order_key and earlier.sequence < due.sequence and earlier.dead_at is null))
    order by run_at
    limit $4
    for update skip locked)
  returning job_id as "jobId", kind, employer_id as "employerId", incident_id as "incidentId", run_at as "runAt",
    data, attempt, failures`;

// Not earlier than now: what is due and was not taken is held by another worker or waits its turn; the poll sees to it.
const NEXT =
  'select min(run_at) as "nextAt" from platform.job where run_at > $1 and dead_at is null and kind = any ($2)';

// Rows that a transaction of ours holds are skipped: nobody else can take those anyway.
const RENEW = `update platform.job set leased_until = clock_timestamp() + ${LEASE}
  where job_id in (select job_id from platform.job where job_id = any ($1) and leased_by = $2 for update skip locked)`;

const RELEASE = `update platform.job set leased_by = null, leased_until = null
  where job_id in (select job_id from platform.job where job_id = any ($1) and leased_by = $2 for update skip locked)`;

const FAIL = `update platform.job
  set leased_by = null, leased_until = null, failures = failures + 1, run_at = $3, last_error = $4, dead_at = $5
  where job_id = $1 and attempt = $2`;

const STATE = `select
    min(run_at) filter (where dead_at is null) as "oldestDueAt",
    min(run_at) filter (where dead_at is null and kind like 'event:%') as "oldestEventAt",
    count(*) filter (where dead_at is null) as pending,
    count(*) filter (where dead_at is not null) as dead
  from platform.job where (run_at <= $1 and dead_at is null) or dead_at is not null`;

/** What is watched: how late the oldest due job is, how late the oldest event is heard, how many were put aside. */
export interface QueueState {
  readonly oldestDueAt: Date | null;
  readonly oldestEventAt: Date | null;
  readonly pending: number;
  readonly dead: number;
}

export interface TakenJob extends Job {
  readonly failures: number;
}

/** The SQL of the queue. `workerId` is this process. */
export function jobQueue(alone: Alone, workerId: string) {
  return {
    async take(now: Date, kinds: readonly string[], most: number): Promise<TakenJob[]> {
      const { rows } = await alone(TAKE, [workerId, now, kinds, most]);
      return (rows as TakenJob[]).sort((a, b) => a.runAt.getTime() - b.runAt.getTime());
    },
    async nextAfter(now: Date, kinds: readonly string[]): Promise<Date | undefined> {
      const { rows } = await alone(NEXT, [now, kinds]);
      return (rows[0] as { nextAt: Date | null } | undefined)?.nextAt ?? undefined;
    },
    async renew(jobIds: readonly string[]): Promise<void> {
      await alone(RENEW, [jobIds, workerId]);
    },
    async release(jobIds: readonly string[]): Promise<void> {
      await alone(RELEASE, [jobIds, workerId]);
    },
    async fail(job: TakenJob, retryAt: Date, error: string, deadAt: Date | null): Promise<void> {
      await alone(FAIL, [job.jobId, job.attempt, retryAt, error, deadAt]);
    },
    async finish(job: TakenJob): Promise<void> {
      await alone('delete from platform.job where job_id = $1 and attempt = $2', [job.jobId, job.attempt]);
    },
    async state(now: Date): Promise<QueueState> {
      const { rows } = await alone(STATE, [now]);
      return rows[0] as QueueState;
    },
  };
}

export type JobQueue = ReturnType<typeof jobQueue>;

/** The first statement of the transaction of a job: removes it, if it is still ours. The literals are ours. */
export function removalOf(job: TakenJob): string {
  return `delete from platform.job where job_id = '${job.jobId}' and attempt = ${Number(job.attempt)}`;
}
