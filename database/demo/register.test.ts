import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type PlatformDatabase } from '../../server/platform/index.ts';
import { keysFrom } from '../../server/platform/keys.ts';
import { createVault } from '../../server/platform/vault/index.ts';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { writeRegister } from './register.ts';
import { foundRegisterTown, type RegisterTown } from './register-town.ts';

const until = new Date('2026-03-12T13:30:00Z');
const count = 2_000;

describe('a register written past the triggers', () => {
  let db: TestDatabase;
  let owner: pg.Client;
  let town: RegisterTown;
  const rows = async (sql: string, values: unknown[] = []) => (await db.owner.query(sql, values)).rows;

  beforeAll(async () => {
    db = await testDatabase();
    owner = new pg.Client({ connectionString: db.urls.owner });
    await owner.connect();
    town = await foundRegisterTown(owner, { incidents: count, until });
    const vault = createVault(keysFrom(randomBytes(32)));
    const database: PlatformDatabase = openDatabase(db.urls);
    const context = { role: 'app', employerId: town.plan.employerId, personId: null, now: until } as const;
    const key = await database.transact(context, (tx) => vault.employerKey(tx));
    await database.end();
    await writeRegister(owner, town.plan, { vault, key, every: 5 });
    await owner.end();
  }, 120_000);

  it('gives the grants and the places on the lists that the triggers would have given', async () => {
    const grants =
      'select incident_id, grantee_id, level, source_id, parts, reported_at from incident.access_grant order by 1, 2, 3, 4';
    const lists =
      'select incident_id, list_id, is_led, facets, team_id, location_id, holder_id, reported_at from incident.listed order by 1, 2, 3';
    const written = { grants: await rows(grants), lists: await rows(lists) };
    await db.owner.query('delete from incident.access_grant; delete from incident.listed');
    for (const table of ['incident', 'involved', 'lead', 'task']) await insertAgain(db, table);
    expect(written).toEqual({ grants: await rows(grants), lists: await rows(lists) });
  });

  it('holds what every foreign key and check asks', async () => {
    const broken = await rows(
      `select 'reporter' from incident.incident i left join organisation.person p on p.id = i.reporter_id where p.id is null
       union all select 'team' from incident.incident i left join organisation.team t on t.id = i.team_id where t.id is null
       union all select 'location' from incident.incident i left join organisation.location l on l.id = i.location_id
         where i.location_id is not null and l.id is null
       union all select 'task' from incident.task t left join incident.incident i on i.id = t.incident_id where i.id is null`,
    );
    expect(broken).toEqual([]);
  });

  it('gives a member some twenty dossiers of the first years, a manager all of the team and a newcomer none', async () => {
    const of = async (personId: string) => {
      const [found] = await rows(
        `select count(distinct incident_id)::int as n, max(reported_at) as newest from incident.access_grant
         where grantee_id = any (organisation.grantees_of($1, $2)) and level in ('reports', 'leads')`,
        [personId, until],
      );
      return found;
    };
    const member = await of(town.memberId);
    expect(member.n).toBe(20);
    expect(member.newest.getTime()).toBeLessThan(until.getTime() - 6 * 365 * 86_400_000);
    expect((await of(town.managerId)).n).toBe(count);
    expect((await of(town.newcomerId)).n).toBe(0);
  });

  it('goes on numbering after what is there', async () => {
    const [next] = await rows('select incident.next_number($1, $2) as number', [town.plan.employerId, until]);
    expect(next).toEqual({ number: '2026-2001' });
  });
});

/** The rows as they are, taken out and put in again, so that the triggers see them come. */
async function insertAgain(db: TestDatabase, table: string): Promise<void> {
  const client = await db.owner.connect();
  await client.query('begin');
  await client.query(`create temp table again on commit drop as select * from incident.${table}`);
  await client.query('set local session_replication_role = replica');
  await client.query(`delete from incident.${table}`);
  await client.query('set local session_replication_role = origin');
  await client.query(`insert into incident.${table} select * from again`);
  await client.query('commit');
  client.release();
}
