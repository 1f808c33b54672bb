import { beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { type AppContext, newId, openDatabase, type PlatformDatabase, type WorkerContext } from './index.ts';

let db: TestDatabase;
let database: PlatformDatabase;
const wierdam = newId<'employer'>();
const elsewhere = newId<'employer'>();
const fatima = newId<'person'>();
const now = new Date('2026-03-10T09:00:00.123Z');
const asFatima: AppContext = { role: 'app', employerId: wierdam, personId: fatima, now };
const asWorker: WorkerContext = { role: 'worker', employerId: wierdam, now };

beforeAll(async () => {
  db = await testDatabase();
  database = openDatabase({ app: db.urls.app, worker: db.urls.worker });
  return () => database.end();
});

describe('a transaction', () => {
  it('knows who asks and what time it is', async () => {
    const [seen] = await database.transact(asFatima, (tx) =>
      tx.rows(
        'select platform.employer() as employer, platform.person() as person, platform.now() as now, current_user as role',
      ),
    );
    expect(seen).toEqual({ employer: wierdam, person: fatima, now, role: expect.stringContaining('rugdekking_app') });
  });

  it('leaves nothing of its context to the next on the same connection', async () => {
    const single = openDatabase({ app: db.urls.app, worker: db.urls.worker, size: { app: 1 } });
    await single.transact(asFatima, (tx) => tx.rows('select 1'));
    const [seen] = await single.transact({ role: 'app', visitor: true, now }, (tx) =>
      tx.rows('select platform.employer() as employer, platform.person() as person, platform.grantees() as grantees'),
    );
    await single.end();
    expect(seen).toEqual({ employer: null, person: null, grantees: [] });
  });

  it('keeps its event, its jobs and its own rows together or not at all', async () => {
    const incidentId = newId<'incident'>();
    const attempt = database.transact(asFatima, async (tx) => {
      await tx.recordEvent({ name: 'half-done', incidentId, data: {} });
      await tx.enqueue({ kind: 'half-done', runAt: now, data: {} });
      throw new Error('broke halfway');
    });
    await expect(attempt).rejects.toThrow('broke halfway');
    const { rows } = await db.owner.query(
      "select 1 from platform.event where name = 'half-done' union all select 1 from platform.job where kind = 'half-done'",
    );
    expect(rows).toEqual([]);
  });

  it('fails when what travels with the commit fails', async () => {
    const attempt = database.transact(asFatima, async (tx) => {
      await tx.enqueue({ kind: 'lost-in-commit', runAt: now, data: {} });
      tx.later('insert into platform.event (event_id, employer_id, person_id) values ($1, $2, $3)', [
        newId(),
        tx.employerId,
        fatima,
      ]);
    });
    await expect(attempt).rejects.toThrow(/null value/);
    const { rows } = await db.owner.query("select 1 from platform.job where kind = 'lost-in-commit'");
    expect(rows).toEqual([]);
  });

  it('is done again after a deadlock, with one effect each', async () => {
    await db.owner.query(
      'create table public.pair (id int primary key, value int not null); insert into public.pair values (1, 0), (2, 0); grant select, update on public.pair to rugdekking_app',
    );
    const crosswise = (first: number, second: number) =>
      database.transact(asFatima, async (tx) => {
        await tx.execute('update public.pair set value = value + 1 where id = $1', [first]);
        await tx.rows('select pg_sleep(0.05)');
        await tx.execute('update public.pair set value = value + 1 where id = $1', [second]);
      });
    await Promise.all([crosswise(1, 2), crosswise(2, 1)]);
    const { rows } = await db.owner.query('select value from public.pair order by id');
    expect(rows).toEqual([{ value: 2 }, { value: 2 }]);
  });

  it('finds a new connection when PostgreSQL cuts all of them', async () => {
    await database.transact(asFatima, (tx) => tx.rows('select 1'));
    await db.owner.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => database.transact(asFatima, (tx) => tx.rows('select 1 as one'))),
    );
    expect(answers).toEqual(Array.from({ length: 8 }, () => [{ one: 1 }]));
  });

  it('says that the database is away when the connection breaks halfway', async () => {
    const attempt = database.transact(asFatima, async (tx) => {
      const { pid } = await tx.row<{ pid: number }>('select pg_backend_pid() as pid');
      await db.owner.query('select pg_terminate_backend($1)', [pid]);
      await tx.rows('select pg_sleep(1)');
    });
    await expect(attempt).rejects.toThrow(expect.objectContaining({ name: 'DatabaseAway' }));
    expect(await database.transact(asFatima, (tx) => tx.rows('select 1 as one'))).toEqual([{ one: 1 }]);
  });

  it('gives a calendar date as it is written and a count as a number', async () => {
    const [row] = await database.transact(asFatima, (tx) =>
      tx.rows("select date '2026-03-29' as day, count(*) as many from generate_series(1, 3)"),
    );
    expect(row).toEqual({ day: '2026-03-29', many: 3 });
  });

  it('refuses a context that is no uuid, before anything is sent', async () => {
    const trick = { ...asFatima, personId: "x', true); drop schema platform cascade; --" };
    await expect(database.transact(trick, async () => undefined)).rejects.toThrow('Not a lower-case uuid');
  });
});

describe('between employers', () => {
  it('a request neither sees nor takes back the jobs of another employer', async () => {
    await database.transact({ ...asFatima, employerId: elsewhere }, (tx) =>
      tx.enqueue({ kind: 'theirs', runAt: now, key: 'theirs:1', data: {} }),
    );
    const seen = await database.transact(asFatima, async (tx) => [
      await tx.rows("select 1 from platform.job where kind = 'theirs'"),
      await tx.execute("delete from platform.job where kind = 'theirs'"),
    ]);
    expect(seen).toEqual([[], 0]);
  });

  it('a request cannot write an event for another employer', async () => {
    const attempt = database.transact(asFatima, (tx) =>
      tx.execute('insert into platform.event (event_id, employer_id, name, happened_at) values ($1, $2, $3, $4)', [
        newId(),
        elsewhere,
        'forged',
        now,
      ]),
    );
    await expect(attempt).rejects.toThrow(/row-level security/);
  });

  it('a job of one employer sees only the events of that employer', async () => {
    await database.transact({ ...asFatima, employerId: elsewhere }, (tx) =>
      tx.recordEvent({ name: 'not-ours', data: {} }),
    );
    const seen = await database.transact(asWorker, (tx) =>
      tx.rows("select 1 from platform.event where name = 'not-ours'"),
    );
    expect(seen).toEqual([]);
  });
});
