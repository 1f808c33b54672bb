import type pg from 'pg';
import type { z } from 'zod';
import type { Endpoint } from '../../contract/endpoint.ts';
import { type Envelope, eventFromJob, type Subscriptions } from '../../server/platform/events.ts';
import { isRefused } from '../../server/platform/http/route.ts';
import type { Asker, Headers, JobRegistry, PlatformDatabase, Route, Uuid } from '../../server/platform/index.ts';
import { removalOf, type TakenJob } from '../../server/platform/job-queue.ts';
import type { Role } from './cast.ts';

/** Somebody of a town, as whom something is done. */
export interface Actor {
  readonly employerId: string;
  readonly personId: string;
  /** What they are allowed as; what a deed needs nothing for, is asked without. */
  readonly roles?: readonly Role[];
}

interface Asked<E> {
  readonly params?: E extends Endpoint<infer P, z.ZodType, z.ZodType, z.ZodType> ? z.input<P> : never;
  readonly query?: E extends Endpoint<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.input<Q> : never;
  readonly body?: E extends Endpoint<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.input<B> : never;
}

type Answered<E> = E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer A> ? z.output<A> : never;

/**
 * Time that is lived through again: people act at their moments, and the jobs that follow from it run at theirs, one after the
 * other. Everything goes the way it goes in the program itself, only the clock is told.
 */
export interface Past {
  /** The moment it is now. */
  readonly now: Date;
  /** Something that happens later on; at the same moment, what was planned first comes first. */
  plan(at: Date, deed: () => Promise<void>): void;
  /** Asks the API, as somebody, at the moment it is now. */
  ask<E extends Endpoint>(who: Actor, endpoint: E, asked: Asked<E>): Promise<Answered<E>>;
  /** Lives on until this moment. What is due later stays for the program to do. */
  liveUntil(moment: Date): Promise<void>;
}

export interface PastNeeds {
  readonly database: PlatformDatabase;
  readonly routes: readonly Route[];
  readonly registry: JobRegistry;
  readonly subscriptions: Subscriptions;
  /** Answers the earliest moment at which a job was added since the last time, if one was. */
  readonly jobsAddedFrom: () => number;
  /** Sees every job, whatever employer it is of. */
  readonly owner: Pick<pg.Client, 'query'>;
}

interface Deed {
  readonly at: number;
  readonly act: () => Promise<void>;
}

const asker: Asker = {
  address: '127.0.0.1',
  userAgent: 'demonstration',
  isSecure: true,
  origin: 'http://localhost',
  sessionHash: undefined,
  traceId: '',
};
const headers: Headers = { startSession: () => {}, endSession: () => {} };

/** Jobs taken from the table at once; a job that adds an earlier one makes us look again. */
const BATCH = 64;

const DUE = `select job_id as "jobId", kind, employer_id as "employerId", incident_id as "incidentId", run_at as "runAt",
    data, attempt, failures
  from platform.job where run_at <= $1 and kind = any ($2) and dead_at is null order by run_at, sequence limit ${BATCH}`;

export function openPast(needs: PastNeeds, start: Date): Past {
  const { database, registry } = needs;
  for (const [kind, handle] of needs.subscriptions.jobKinds()) {
    registry.handle(kind, (tx, job) => handle(tx, eventFromJob(kind, job.incidentId, job.data as unknown as Envelope)));
  }
  const kinds = [...registry.kinds('inside'), ...registry.kinds('outside')];
  const handlers = new Map(needs.routes.map((route) => [route.descriptor.name, route]));
  const deeds: Deed[] = [];
  let now = start;
  let looksFrom = Number.NEGATIVE_INFINITY;

  async function doJobsUpTo(moment: Date): Promise<void> {
    looksFrom = Math.min(looksFrom, needs.jobsAddedFrom());
    while (looksFrom <= moment.getTime()) {
      const { rows } = await needs.owner.query<TakenJob>({ name: 'due', text: DUE, values: [moment, kinds] });
      looksFrom = rows.length < BATCH ? Number.POSITIVE_INFINITY : looksFrom;
      for (const job of rows) {
        now = new Date(Math.max(now.getTime(), job.runAt.getTime()));
        await run(job);
        const added = needs.jobsAddedFrom();
        looksFrom = Math.min(looksFrom, added);
        // What was just added may come before the rest of what we hold.
        if (added <= moment.getTime()) break;
      }
    }
    // Later ones are looked for again when their moment has come.
    looksFrom = moment.getTime();
  }

  async function run(job: TakenJob): Promise<void> {
    const work = registry.work(job.kind);
    const context = { role: 'worker', employerId: job.employerId, now, jobKind: job.kind } as const;
    await database.transactWith(context, removalOf(job), async (tx, _session, [removal]) => {
      // Taken back by a job before it.
      if (removal?.rowCount === 1) await work?.inside?.(tx, job);
      return { commit: true, value: undefined };
    });
    if (work?.outside === undefined) return;
    const transact = <T>(within: Parameters<typeof database.transact<T>>[1]) => database.transact(context, within);
    await work.outside(job, { now, signal: new AbortController().signal, transact });
  }

  return {
    get now() {
      return now;
    },
    plan(at, act) {
      const deed = { at: Math.max(at.getTime(), now.getTime()), act };
      const after = deeds.findLastIndex((earlier) => earlier.at <= deed.at);
      deeds.splice(after + 1, 0, deed);
    },
    async ask(who, endpoint, asked) {
      const route = handlers.get(endpoint.name);
      if (route === undefined) throw new Error(`Nothing answers ${endpoint.name}`);
      const { employerId, personId, roles = [] } = who;
      const context = { role: 'app', employerId, personId, now, traceId: undefined } as const;
      return database.transactWith(context, undefined, async (tx) => {
        const answer = await route.handle({
          tx,
          now,
          params: endpoint.params?.parse(asked.params),
          query: endpoint.query?.parse(asked.query ?? {}),
          body: endpoint.body?.parse(asked.body),
          bytes: Buffer.alloc(0),
          session: { sessionId: '' as Uuid, employerId, personId, roles },
          asker,
          headers,
        });
        if (isRefused(answer)) throw new Error(`${endpoint.name} was refused: ${answer.refused}`);
        return { commit: true, value: answer as never };
      });
    },
    async liveUntil(moment) {
      for (;;) {
        const [next] = deeds;
        if (next === undefined || next.at > moment.getTime()) break;
        await doJobsUpTo(new Date(next.at));
        now = new Date(Math.max(now.getTime(), next.at));
        // What became due meanwhile may have planned something earlier; it is done in its own turn.
        deeds.shift();
        await next.act();
      }
      await doJobsUpTo(moment);
      now = moment;
    },
  };
}
