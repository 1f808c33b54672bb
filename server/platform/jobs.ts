import type { Uuid } from './ids.ts';
import type { Facts, Tx } from './tx.ts';

/** A job as its handler sees it. */
export interface Job {
  readonly jobId: Uuid<'job'>;
  readonly kind: string;
  readonly employerId: Uuid<'employer'>;
  readonly incidentId: Uuid<'incident'> | null;
  readonly runAt: Date;
  readonly data: Facts;
  /** 1 the first time. */
  readonly attempt: number;
}

/** Runs in one worker transaction with the removal of the job: effect and completion are one, exactly once. */
export type JobHandler = (tx: Tx, job: Job) => Promise<void>;

/** Runs outside any transaction, for what leaves the house: mail, push, SMS. At least once. */
export type OutsideHandler = (job: Job, needs: OutsideNeeds) => Promise<void>;

export interface OutsideNeeds {
  readonly now: Date;
  /** Aborted when the job takes too long or the program stops. */
  readonly signal: AbortSignal;
  /** A worker transaction for the employer of the job. */
  transact<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

export interface Endurance {
  /** After so many failures the job is put aside, still visible. 12 when absent: about an hour. */
  readonly failures?: number;
  /** Never put aside: tried again every half minute for ever. For whatever must reach a person. */
  readonly persistent?: boolean;
}

export interface JobWork {
  readonly endurance: Endurance;
  readonly inside?: JobHandler;
  readonly outside?: OutsideHandler;
}

/** What is done for which kind of job. Filled by `app.ts`, the same in every process. */
export class JobRegistry {
  readonly #works = new Map<string, JobWork>();
  readonly #recurring = new Map<string, number>();

  handle(kind: string, inside: JobHandler, endurance: Endurance = {}): void {
    this.#add(kind, { inside, endurance });
  }

  handleOutside(kind: string, outside: OutsideHandler, endurance: Endurance = {}): void {
    this.#add(kind, { outside, endurance });
  }

  /** Housekeeping for the whole house, one at a time, with this much time in between. */
  every(kind: string, milliseconds: number, work: JobHandler): void {
    this.#recurring.set(kind, milliseconds);
    this.handle(
      kind,
      async (tx, job) => {
        await work(tx, job);
        await tx.enqueue(recurringJob(kind, new Date(tx.now.getTime() + milliseconds)));
      },
      { persistent: true },
    );
  }

  work(kind: string): JobWork | undefined {
    return this.#works.get(kind);
  }

  kinds(lane: 'inside' | 'outside'): string[] {
    return [...this.#works].filter(([, work]) => work[lane] !== undefined).map(([kind]) => kind);
  }

  recurring(): string[] {
    return [...this.#recurring.keys()];
  }

  #add(kind: string, work: JobWork): void {
    if (this.#works.has(kind)) throw new Error(`Two handlers for the job ${kind}`);
    this.#works.set(kind, work);
  }
}

export function recurringJob(kind: string, runAt: Date): { kind: string; runAt: Date; key: string; data: Facts } {
  return { kind, runAt, key: `every:${kind}`, data: {} };
}

/**
 * Takes back the pending jobs of this employer whose key starts with `prefix`. Goes with the commit.
 * A job that has just begun is past taking back: its handler finds the new state when its turn comes, and looks first.
 */
export function cancelJobs(tx: Tx, prefix: string): void {
  // `~>=~` and `~<~` compare bytes and are leakproof, so they reach the index under row-level security; `like` would not.
  // Locked rows are skipped: waiting for a handler that waits for our dossier would be a deadlock.
  tx.later(
    `delete from platform.job where job_id in (
       select job_id from platform.job
       where employer_id = $1 and key is not null and key ~>=~ $2 and key ~<~ ($2 || chr(1114111))
       for update skip locked)`,
    [tx.employerId, prefix],
  );
}
