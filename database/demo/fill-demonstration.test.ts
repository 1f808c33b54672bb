import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { keysFrom } from '../../server/platform/keys.ts';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { cast, employer } from './cast.ts';
import { deLijn } from './de-lijn.ts';
import { fillDemonstration } from './fill-demonstration.ts';
import { wierdam } from './wierdam.ts';

/** A Thursday, half past two in Wierdam. */
const thursday = new Date('2026-03-12T13:30:00Z');

async function filledTown(start: Date, towns = [wierdam, deLijn]): Promise<TestDatabase> {
  const db = await testDatabase();
  const installation = { urls: db.urls, keys: keysFrom(randomBytes(32)) };
  const environment = { publicUrl: 'http://localhost:3000', demo: 'small' } as const;
  await fillDemonstration(installation, environment, () => start, { towns });
  return db;
}

describe('the demonstration on a working day', () => {
  let db: TestDatabase;

  beforeAll(async () => {
    db = await filledTown(thursday);
  }, 120_000);

  it('shows every state in which an incident can be', async () => {
    const { rows } = await db.owner.query('select distinct state from incident.incident order by state');
    expect(rows.map(({ state }) => state)).toEqual(['closed', 'corrected', 'in_follow_up', 'reported', 'taken_up']);
  });

  it('has every story of the towns, each under its own employer', async () => {
    const { rows } = await db.owner.query('select employer_id, count(*)::int as n from incident.incident group by 1');
    const counts = Object.fromEntries(rows.map(({ employer_id, n }) => [employer_id, n]));
    expect(counts).toEqual({ [employer.id]: wierdam.stories.length, [deLijn.employer.id]: deLijn.stories.length });
  });

  it('lets the newest report wait for its manager, with his chain running', async () => {
    const { rows } = await db.owner.query(
      `select i.state, c.state as chain, c.told_person_id, c.next_at > $1 as "isAhead"
       from incident.incident i join incident.chain c on c.incident_id = i.id
       where i.reported_at > $1::timestamptz - interval '10 minutes'`,
      [thursday],
    );
    expect(rows).toEqual([{ state: 'reported', chain: 'waiting', told_person_id: cast.henk.id, isAhead: true }]);
  });
});
