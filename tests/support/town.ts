import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { afterAll } from 'vitest';
import { type CastKey, cast, deputies, employer, locations, teams } from '../../database/demo/cast.ts';
import { demoId } from '../../database/demo/demo-id.ts';
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
  await settle(db.owner);
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

const longAgo = '2020-01-01T00:00:00Z';
const farAhead = '2099-01-01T00:00:00Z';

async function settle(owner: pg.Pool): Promise<void> {
  const insert = (table: string, rows: readonly Record<string, unknown>[]) => insertRows(owner, table, rows);
  await insert('employer', [
    { id: employer.id, name: employer.name, sector: employer.sector, is_demonstration: true, created_at: longAgo },
  ]);
  await insert(
    'location',
    Object.values(locations).map(({ id, name, address }) => ({ id, name, address, employer_id: employer.id })),
  );
  await insert(
    'room',
    Object.values(locations).flatMap((location) =>
      Object.values(location.rooms).map((room) => ({ ...room, location_id: location.id, employer_id: employer.id })),
    ),
  );
  await insert(
    'team',
    Object.values(teams).map(({ id, name, parent, location }) => ({
      id,
      name,
      parent_team_id: parent,
      location_id: locations[location].id,
      employer_id: employer.id,
    })),
  );
  await settlePeople(insert);
  await insert(
    'working_hours',
    [1, 2, 3, 4, 5].map((weekday) => ({ ...ownRow(`hours ${weekday}`), weekday, opens: '08:30', closes: '17:00' })),
  );
}

async function settlePeople(insert: (table: string, rows: readonly Record<string, unknown>[]) => Promise<void>) {
  const people = Object.values(cast);
  await insert(
    'person',
    people.map((person) => ({
      id: person.id,
      employer_id: employer.id,
      given_name: person.givenName,
      family_name: person.familyName,
      email: person.email,
      phone: person.phone,
      job_title: person.jobTitle,
      kind: person.kind,
      home_employer_name: person.homeEmployerName,
      created_at: longAgo,
    })),
  );
  await insert(
    'membership',
    people.map(({ id, team }) => ({
      ...ownRow(`member ${id}`),
      person_id: id,
      team_id: teams[team].id,
      since: longAgo,
    })),
  );
  await insert(
    'role_holding',
    people.flatMap(({ id, team, roles }) =>
      roles.map((role) => ({
        ...ownRow(`holding ${id} ${role}`),
        person_id: id,
        role,
        team_id: role === 'manager' ? teams[team].id : null,
        since: longAgo,
      })),
    ),
  );
  await insert(
    'deputyship',
    deputies.map(({ absent, deputy }) => ({
      ...ownRow(`deputy ${absent} ${deputy}`),
      absent_person_id: cast[absent].id,
      deputy_person_id: cast[deputy].id,
      since: longAgo,
      until: farAhead,
      created_at: longAgo,
    })),
  );
}

function ownRow(name: string): { id: string; employer_id: string } {
  return { id: demoId(name), employer_id: employer.id };
}

/** One statement per table. Column names come from the code above, values travel as JSON. */
async function insertRows(owner: pg.Pool, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await owner.query(
    `insert into organisation.${table} (${columns})
     select ${columns} from jsonb_populate_recordset(null::organisation.${table}, $1)`,
    [JSON.stringify(rows)],
  );
}
