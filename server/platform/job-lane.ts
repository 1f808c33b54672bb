import type { Now } from './clock.ts';
import type { JobQueue, TakenJob } from './job-queue.ts';

/** Taken ahead per slot, so that taking costs less than one commit per job. */
const AHEAD = 4;

export interface LaneNeeds {
  readonly queue: JobQueue;
  readonly now: Now;
  readonly kinds: readonly string[];
  /** How many run at once. */
  readonly slots: number;
  /** Also without any notification a due job is seen within this time. */
  readonly pollMs: number;
  readonly run: (job: TakenJob) => Promise<void>;
  readonly onFailure: (cause: unknown) => void;
}

/** Takes due jobs and runs them; between jobs it sleeps until exactly the next one is due. */
export class JobLane {
  readonly #needs: LaneNeeds;
  readonly #held = new Map<string, TakenJob>();
  readonly #waiting: TakenJob[] = [];
  #running = 0;
  #timer: NodeJS.Timeout | undefined;
  #wakesAt = Number.POSITIVE_INFINITY;
  /** Added since we began to look for the next one, and perhaps after it was looked up. */
  #expectedAt = Number.POSITIVE_INFINITY;
  #taking: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  constructor(needs: LaneNeeds) {
    this.#needs = needs;
  }

  /** Something may be due. */
  wake(): void {
    if (this.#stopped || this.#needs.kinds.length === 0) return;
    this.#again = true;
    this.#taking ??= this.#takeWhatIsDue().finally(() => {
      this.#taking = undefined;
      if (this.#again) this.wake();
    });
  }

  /** A job was added that is due at this moment (milliseconds on the one clock). */
  expect(dueAt: number): void {
    if (dueAt <= this.#needs.now().getTime()) {
      this.wake();
      return;
    }
    this.#expectedAt = Math.min(this.#expectedAt, dueAt);
    if (dueAt < this.#wakesAt) this.#sleepUntil(dueAt);
  }

  heldIds(): string[] {
    return [...this.#held.keys()];
  }

  /** Takes no more; what runs is finished, what was only taken is given back. */
  async stop(patienceMs: number): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#taking;
    const back = this.#waiting.splice(0).map(({ jobId }) => jobId);
    for (const jobId of back) this.#held.delete(jobId);
    if (back.length > 0) await this.#needs.queue.release(back).catch(this.#needs.onFailure);
    const until = performance.now() + patienceMs;
    while (this.#running > 0 && performance.now() < until) await new Promise((done) => setTimeout(done, 10));
  }

  async #takeWhatIsDue(): Promise<void> {
    const { queue, now, kinds, slots } = this.#needs;
    try {
      let moment = now();
      while (this.#again && !this.#stopped) {
        this.#again = false;
        moment = now();
        const room = slots * AHEAD - this.#held.size;
        if (room <= 0) return;
        const jobs = await queue.take(moment, kinds, room);
        for (const job of jobs) this.#held.set(job.jobId, job);
        this.#waiting.push(...jobs);
        this.#startWaiting();
        if (jobs.length === room) this.#again = true;
      }
      if (this.#stopped) return;
      this.#expectedAt = Number.POSITIVE_INFINITY;
      // After the moment of that take, not after this one: what came due in between was not taken.
      const next = await queue.nextAfter(moment, kinds);
      this.#sleepUntil(Math.min(next?.getTime() ?? Number.POSITIVE_INFINITY, this.#expectedAt));
    } catch (cause) {
      this.#needs.onFailure(cause);
      this.#sleepUntil(Number.POSITIVE_INFINITY);
    }
  }

  #startWaiting(): void {
    while (this.#running < this.#needs.slots) {
      const job = this.#waiting.shift();
      if (job === undefined) return;
      this.#running += 1;
      void this.#needs.run(job).finally(() => {
        this.#running -= 1;
        this.#held.delete(job.jobId);
        this.#startWaiting();
        // Looks again when there is room, and when the next of an ordered row may have come free.
        if (this.#waiting.length === 0) this.wake();
      });
    }
  }

  #sleepUntil(dueAt: number): void {
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    this.#wakesAt = dueAt;
    const wait = Math.min(this.#needs.pollMs, Math.max(0, dueAt - this.#needs.now().getTime()));
    this.#timer = setTimeout(() => {
      this.#wakesAt = Number.POSITIVE_INFINITY;
      this.wake();
    }, wait);
  }
}
