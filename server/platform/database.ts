import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { statementName } from './burst.ts';
import type { Context, ContextFunctions } from './context.ts';
import { Subscriptions } from './events.ts';
import { ExpectedSessions } from './expected-sessions.ts';
import { DatabaseAway, isCollision, isConnectionLoss, SessionChanged } from './failures.ts';
import { giveBack, type Opened, openExpecting, openFirst } from './open-transaction.ts';
import { type PoolWait, waitMeter } from './pool-wait.ts';
import { Transaction, type TransactionParts, type Who } from './transaction.ts';
import type { Tx } from './tx.ts';

/** What `enterSession` told about the session: `personId`, `employerId`, `sessionId` and whatever else identity adds. */
export interface Session {
  readonly sessionId: string;
  readonly personId: string;
  readonly employerId: string;
  readonly [fact: string]: unknown;
}

export interface Database {
  /** Everything in `work` happens together or not at all. It may be run again after a collision: no outside effects. */
  transact<T>(context: Context, work: (tx: Tx) => Promise<T>): Promise<T>;
  end(): Promise<void>;
}

/** What the platform itself may ask of the database, beyond what modules see. */
export interface PlatformDatabase extends Database {
  /**
   * `opening` goes in the same round trip as `begin`, after the context is set: the claim of an idempotency key.
   * Its literals must be safe. Its results come to `work`.
   */
  transactWith<T>(context: Context, opening: string | undefined, work: Work<T>): Promise<T>;
  /** One statement by itself, as the worker, without a context: for the queue. */
  alone(sql: string, values: readonly unknown[]): Promise<pg.QueryResult>;
  poolWait(): Record<'app' | 'worker', PoolWait>;
}

type Work<T> = (
  tx: Transaction,
  session: Session | undefined,
  opened: readonly pg.QueryResult[],
) => Promise<Outcome<T>>;

/** The transaction whose refused looks must be kept apart, because it was rolled back. */
interface Looks {
  of: Transaction | undefined;
}

export type Outcome<T> = { readonly commit: boolean; readonly value: T };

export interface DatabaseOptions {
  /** Connection strings of the two login roles. */
  readonly app: string;
  readonly worker: string;
  readonly functions?: ContextFunctions;
  readonly subscriptions?: Subscriptions;
  readonly onJobs?: TransactionParts['onJobs'];
  readonly onLive?: TransactionParts['onLive'];
  readonly size?: { readonly app?: number; readonly worker?: number };
  readonly statementTimeoutMs?: number;
  /**
   * For whoever asks the same things of small tables thousands of times. A program that serves people never does: the plan of a
   * list under a policy fits the first who asked, and is slow for the next.
   */
  readonly preparesReads?: boolean;
}

const ATTEMPTS_AFTER_COLLISION = 5;

export function openDatabase(options: DatabaseOptions): PlatformDatabase {
  const parts: TransactionParts = {
    subscriptions: options.subscriptions ?? new Subscriptions(),
    functions: options.functions ?? {},
    onJobs: options.onJobs ?? (() => undefined),
    onLive: options.onLive ?? (() => undefined),
    preparesReads: options.preparesReads ?? false,
  };
  const pools = {
    app: openPool(options.app, options.size?.app ?? 10, options),
    worker: openPool(options.worker, options.size?.worker ?? 6, options),
  };
  const sessions = new ExpectedSessions();
  const meters = { app: waitMeter(), worker: waitMeter() };

  async function attempt<T>(context: Context, opening: string | undefined, work: Work<T>, looks: Looks): Promise<T> {
    const needs = {
      pool: pools[context.role],
      functions: parts.functions,
      sessions,
      onConnected: meters[context.role].add,
    };
    const expected = opening === undefined ? sessions.of(context) : undefined;
    if (expected === undefined) return carryOut(await openFirst(needs, context, opening), context, work, looks);
    try {
      return await carryOut(await openExpecting(needs, context, expected), context, work, looks);
    } catch (cause) {
      if (!(cause instanceof SessionChanged)) throw cause;
      sessions.forget(context);
      return carryOut(await openFirst(needs, context), context, work, looks);
    }
  }

  async function carryOut<T>(opened: Opened, context: Context, work: Work<T>, looks: Looks): Promise<T> {
    const { client, session, results } = opened;
    const tx = new Transaction(client, context.now, whoOf(context, session), parts);
    looks.of = tx;
    let outcome: Outcome<T>;
    try {
      outcome = await ifOpen(opened, async () => work(tx, session, results));
      if (outcome.commit) await tx.finish();
    } catch (cause) {
      await giveBack(client);
      if (cause instanceof SessionChanged) looks.of = undefined;
      throw cause;
    }
    if (!outcome.commit) {
      await giveBack(client);
      return outcome.value;
    }
    client.release();
    looks.of = undefined;
    tx.announce();
    return outcome.value;
  }

  async function transactWith<T>(context: Context, opening: string | undefined, work: Work<T>): Promise<T> {
    const looks: Looks = { of: undefined };
    for (let turn = 1; ; turn++) {
      try {
        const value = await attempt(context, opening, work, looks);
        await keepRefusedLooks(looks.of);
        return value;
      } catch (cause) {
        if (isConnectionLoss(cause)) throw new DatabaseAway('The connection broke during a transaction', { cause });
        if (!isCollision(cause) || turn === ATTEMPTS_AFTER_COLLISION) {
          await keepRefusedLooks(looks.of);
          throw cause;
        }
        await pause(Math.random() * 10 * turn);
      }
    }
  }

  /** What was refused is on the record, also when nothing else of the transaction is. */
  async function keepRefusedLooks(tx: Transaction | undefined): Promise<void> {
    if (tx === undefined || tx.refusedLooks.length === 0) return;
    const { employerId, personId, now, origin, refusedLooks } = tx;
    const context: Context = { role: 'app', employerId, personId, now, traceId: origin.traceId ?? undefined };
    await transact(context, async (record) => {
      for (const look of refusedLooks) await record.recordAudit(look);
    });
  }

  const transact: Database['transact'] = (context, work) =>
    transactWith(context, undefined, async (tx) => ({ commit: true, value: await work(tx) }));

  return {
    transactWith,
    transact,
    alone: (sql, values) =>
      pools.worker.query({ name: statementName(sql), text: sql, values: [...values] }).catch((cause: unknown) => {
        throw isConnectionLoss(cause) ? new DatabaseAway('The connection broke', { cause }) : cause;
      }),
    poolWait: () => ({ app: meters.app.read(), worker: meters.worker.read() }),
    end: async () => {
      await Promise.all([pools.app.end(), pools.worker.end()]);
    },
  };
}

/** Whatever the work says, first it must turn out that its transaction was opened. */
async function ifOpen<T>({ isOpen }: Opened, work: () => Promise<T>): Promise<T> {
  const [opening, outcome] = await Promise.allSettled([isOpen, work()]);
  if (opening.status === 'rejected') throw opening.reason;
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value;
}

function whoOf(context: Context, session: Session | undefined): Who {
  const jobKind = context.role === 'worker' ? (context.jobKind ?? 'platform') : null;
  const origin = { traceId: context.traceId ?? null, sessionId: session?.sessionId ?? null, jobKind };
  if (session !== undefined) return { employerId: session.employerId, personId: session.personId, origin };
  if ('visitor' in context || 'sessionHash' in context) return { employerId: null, personId: null, origin };
  return { employerId: context.employerId, personId: context.role === 'app' ? context.personId : null, origin };
}

const DATE = 1082;
const BIGINT = 20;

/** A calendar date stays text (a Date would shift it by a time zone); a bigint is a number, as no count here exceeds 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === DATE) return (text: string) => text;
    if (oid === BIGINT) return Number;
    return pg.types.getTypeParser(oid, format ?? 'text');
  },
};

function openPool(connectionString: string, max: number, options: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    types,
    // Queries that are asked together travel together.
    pipeline: true,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    statement_timeout: options.statementTimeoutMs ?? 15_000,
    lock_timeout: 8_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'rugdekking',
  } as pg.PoolConfig);
  // An idle connection that breaks is no failure of anybody's request: the pool replaces it.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    // Nor may one in use end the program: its query fails, and that is told to whoever asked.
    client.on('error', () => undefined);
    // A program that was killed in the middle of a long statement: its locks are let go within a second, not at the end of
    // the statement. Servers on systems that cannot do this refuse the setting, and then it stays as it was.
    client.query("set client_connection_check_interval = '1s'").catch(() => undefined);
  });
  return pool;
}
