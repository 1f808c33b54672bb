import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { afterAll } from 'vitest';
import { type CastKey, cast, employer } from '../../database/demo/cast.ts';
import {
  type AppContext,
  openDatabase,
  type PlatformDatabase,
  Subscriptions,
  type Tx,
  type WorkerContext,
} from '../../server/platform/index.ts';
import { keysFrom } from '../../server/platform/keys.ts';
import { createVault, type Vault } from '../../server/platform/vault/index.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { settleTown } from './settle-town.ts';

/** A working Tuesday, ten in the morning in Wierdam. */
export const tuesdayMorning = new Date('2026-03-10T09:00:00Z');

export interface Town {
  readonly db: TestDatabase;
  readonly database: PlatformDatabase;
  readonly vault: Vault;
  /** What listens to events; add handlers before the first transaction. */
  readonly subscriptions: Subscriptions;
  /** The one clock of this town. */
  now: Date;
  fastForward(by: { minutes?: number; hours?: number; days?: number }): void;
  /** One transaction as somebody of the cast. */
  as<T>(who: CastKey, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** One transaction as a job of the town's employer. */
  asWorker<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** As the owner of the tables, past all policies: to look behind the scenes. */
  look<R extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<R[]>;
}

/** Gemeente Wierdam with its people, places, teams and deputies, in a database of its own. No incident has happened yet. */
export async function foundTown(): Promise<Town> {
  const db = await testDatabase();
  await settleTown(db.owner);
  const subscriptions = new Subscriptions();
  const database = openDatabase({
    app: db.urls.app,
    worker: db.urls.worker,
    functions: { granteesOf: 'organisation.grantees_of', enterSession: 'identity.enter_session' },
    subscriptions,
  });
  // Runs before the database itself is dropped: last in, first out.
  afterAll(() => database.end());
  const town: Town = {
    db,
    database,
    vault: createVault(keysFrom(randomBytes(32))),
    subscriptions,
    now: tuesdayMorning,
    fastForward: ({ minutes = 0, hours = 0, days = 0 }) => {
      town.now = new Date(town.now.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000);
    },
    as: (who, work) => database.transact(contextOf(who, town.now), work),
    asWorker: (work) => database.transact(workerAt(town.now), work),
    look: async (sql, values = []) => (await db.owner.query(sql, values)).rows,
  };
  return town;
}

export function contextOf(who: CastKey, now: Date): AppContext {
  return { role: 'app', employerId: employer.id, personId: cast[who].id, now };
}

function workerAt(now: Date): WorkerContext {
  return { role: 'worker', employerId: employer.id, now };
}
