import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { sealedAs } from '../../server/incident/sealed-names.ts';
import { openDatabase } from '../../server/platform/index.ts';
import { keysFrom } from '../../server/platform/keys.ts';
import { createVault } from '../../server/platform/vault/index.ts';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { cast, employer } from './cast.ts';
import { deLijn } from './de-lijn.ts';
import { fillDemonstration } from './fill-demonstration.ts';
import { stories } from './stories.ts';
import type { Town } from './town.ts';
import { wierdam } from './wierdam.ts';

/** A Thursday, half past two in Wierdam. */
const thursday = new Date('2026-03-12T13:30:00Z');
const keys = keysFrom(randomBytes(32));

async function fill(
  db: TestDatabase,
  start: Date,
  towns: readonly Town[] = [wierdam, deLijn],
  demo: 'small' | 'large' = 'small',
) {
  const environment = { publicUrl: 'http://localhost:3000', demo };
  return fillDemonstration({ urls: db.urls, keys }, environment, () => start, { towns });
}

async function filledTown(start: Date, towns?: readonly Town[]): Promise<TestDatabase> {
  const db = await testDatabase();
  await fill(db, start, towns);
  return db;
}

describe('the demonstration on a working day', () => {
  let db: TestDatabase;
  const rows = async (sql: string, values: unknown[] = []) => (await db.owner.query(sql, values)).rows;

  beforeAll(async () => {
    db = await filledTown(thursday);
  }, 300_000);

  it('shows every state in which an incident can be', async () => {
    const found = await rows('select distinct state from incident.incident order by state');
    expect(found.map(({ state }) => state)).toEqual(['closed', 'corrected', 'in_follow_up', 'reported', 'taken_up']);
  });

  it('has every story, each under its own employer', async () => {
    const found = await rows('select employer_id, count(*)::int as n from incident.incident group by 1');
    expect(Object.fromEntries(found.map(({ employer_id, n }) => [employer_id, n]))).toEqual({
      [employer.id]: wierdam.stories.length,
      [deLijn.employer.id]: deLijn.stories.length,
    });
  });

  it('speaks its own words, of which one was retired, and so does the other employer', async () => {
    const said = await rows(
      'select employer_id, array_agg(distinct word) as words from incident.listed_word group by employer_id',
    );
    const words = Object.fromEntries(said.map(({ employer_id, words }) => [employer_id, words]));
    expect(words[employer.id]).toEqual(
      [
        'action-own_security',
        'cause-own_debt_help',
        'cause-own_fine',
        'cause-own_passport_queue',
        'kind-own_nuisance',
      ].concat(['place-own_contact_centre', 'place-own_patrol']),
    );
    expect(words[deLijn.employer.id]).toEqual([
      'action-own_control_room',
      'cause-own_ticket_check',
      'place-own_vehicle',
    ]);
    const [retired] = await rows(
      `select jsonb_path_query_array(words, '$[*] ? (@.isRetired == true).code') as codes from protocol.vocabulary_version
       where employer_id = $1 and list = 'cause' order by version desc limit 1`,
      [employer.id],
    );
    expect(retired?.codes).toEqual(['own_passport_queue']);
  });

  it('has what teams learned, discussed and in the library, and an agreement that holds', async () => {
    const learned = await rows('select from incident.team_summary where in_library and discussed_on is not null');
    expect(learned).toHaveLength(2);
    expect(await rows('select from incident.approach where ended_at is null')).toHaveLength(1);
  });

  it('keeps everything of a dossier with its own employer', async () => {
    const tables = ['access_grant', 'listed', 'involved', 'lead', 'account', 'task', 'chain', 'chain_call', 'step'];
    for (const table of [...tables, 'contact', 'closure', 'sealed_field', 'detail']) {
      const strays = await rows(
        `select t.incident_id from incident.${table} t join incident.incident i on i.id = t.incident_id
         where t.employer_id <> i.employer_id`,
      );
      expect({ table, strays }).toEqual({ table, strays: [] });
    }
    const strangers = await rows(
      `select p.id from incident.involved v join organisation.person p on p.id = v.person_id
       where p.employer_id <> v.employer_id`,
    );
    expect(strangers).toEqual([]);
  });

  it('lets the newest report wait for its manager, with his chain running', async () => {
    const found = await rows(
      `select i.state, c.state as chain, c.told_person_id as told, c.next_at > $1 as "isAhead"
       from incident.incident i join incident.chain c on c.incident_id = i.id
       where i.reported_at > $1::timestamptz - interval '10 minutes'`,
      [thursday],
    );
    expect(found).toEqual([{ state: 'reported', chain: 'waiting', told: cast.henk.id, isAhead: true }]);
  });

  it('leaves nothing undone that was due, and no job that failed', async () => {
    const late = await rows('select kind, run_at from platform.job where run_at <= $1 or failures > 0', [thursday]);
    expect(late).toEqual([]);
  });

  it('numbers the reports in the order in which they came in', async () => {
    const found = await rows('select number from incident.incident where employer_id = $1 order by reported_at', [
      employer.id,
    ]);
    const numbers = found.map(({ number }) => Number(number.split('-')[1]));
    expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
  });

  it('seals what was told, under the key of this installation', async () => {
    const [newest] = await rows(
      `select a.incident_id as id, a.sealed_story as sealed from incident.account a
       join incident.incident i on i.id = a.incident_id
       where a.person_id = $1 and i.reporter_id = $1 order by i.reported_at desc limit 1`,
      [cast.fatima.id],
    );
    const database = openDatabase({ ...db.urls, functions: { granteesOf: 'organisation.grantees_of' } });
    const context = { role: 'app', employerId: employer.id, personId: cast.fatima.id, now: thursday } as const;
    const dossier = await database.transact(context, (tx) => createVault(keys).openDossier(tx, newest.id));
    await database.end();
    expect(dossier.open(sealedAs.account(cast.fatima.id), newest.sealed)).toContain('aanvraag niet compleet');
  });

  it('fills the postbox with the messages of the last days only', async () => {
    const [box] = await rows('select count(*)::int as n, min(arrived_at) as first from platform.postbox_message');
    expect(box.n).toBeGreaterThan(3);
    expect(box.first.getTime()).toBeGreaterThan(thursday.getTime() - 4 * 86_400_000);
  });

  it('is filled once', async () => {
    expect(await fill(db, thursday)).toBe('not-empty');
  });
});

const written: Town = { ...wierdam, stories };

describe('at whatever moment it starts', () => {
  it.each([
    ['a Sunday night', '2026-11-22T01:16:00Z'],
    ['New Year’s Day', '2027-01-01T10:00:00Z'],
    ['the night the clock goes forward', '2026-03-29T01:30:00Z'],
  ])(
    'lives through the same stories: %s',
    async (_name, moment) => {
      const start = new Date(moment);
      const db = await filledTown(start, [written]);
      const { rows: counted } = await db.owner.query('select count(*)::int as n from incident.incident');
      expect(counted).toEqual([{ n: stories.length }]);
      expect(await inTheFuture(db, start)).toEqual([]);
    },
    120_000,
  );
});

describe('the same start', () => {
  it('gives the same town', async () => {
    const few: Town = { ...wierdam, stories: wierdam.stories.slice(15, 24), notes: wierdam.notes };
    const [one, other] = [await filledTown(thursday, [few]), await filledTown(thursday, [few])];
    expect(await portrait(one)).toEqual(await portrait(other));
  }, 240_000);
});

describe('the large demonstration', () => {
  it('has three years before the stories, numbered together in the order in which reports came in', async () => {
    const db = await testDatabase();
    await fill(db, thursday, [{ ...wierdam, stories: stories.slice(0, 3) }], 'large');
    const { rows } = await db.owner.query(
      `select i.number, count(*) filter (where t.incident_number <> i.number)::int as strays
       from incident.incident i left join incident.task t on t.incident_id = i.id
       group by i.id order by i.reported_at, i.id`,
    );
    expect(rows.length).toBe(5_003);
    expect(rows.map(({ number }) => Number(number.split('-')[1]))).toEqual(rows.map((_row, at) => at + 1));
    expect(rows.every(({ strays }) => strays === 0)).toBe(true);
    expect(await inTheFuture(db, thursday)).toEqual([]);
  }, 240_000);
});

describe('a fill that was broken off', () => {
  it('begins anew', async () => {
    const few: Town = { ...wierdam, stories: wierdam.stories.slice(0, 2) };
    const unplayable = { ...few.stories[0], code: 'unplayable', reporter: 'nobody' } as Town['stories'][number];
    const db = await testDatabase();
    await expect(fill(db, thursday, [{ ...few, stories: [...few.stories, unplayable] }])).rejects.toThrow();
    expect(await fill(db, thursday, [few])).toBe('filled');
    const { rows } = await db.owner.query('select number from incident.incident order by number');
    expect(rows.map(({ number }) => number)).toEqual(['2026-0001', '2026-0002']);
  }, 240_000);
});

/** Whatever is said to have happened after the start. */
async function inTheFuture(db: TestDatabase, start: Date): Promise<unknown[]> {
  const moments = {
    'incident.incident': ['occurred_at', 'reported_at', 'taken_up_at', 'contact_at', 'response_sent_at', 'closed_at'],
    'incident.step': ['at'],
    'incident.task': ['created_at', 'finished_at'],
    'incident.account': ['asked_at', 'given_at'],
    'incident.note': ['occurred_at', 'noted_at'],
    'platform.audit_entry': ['at'],
    'platform.notification': ['created_at', 'read_at'],
    'platform.postbox_message': ['arrived_at'],
  };
  const found = [];
  for (const [table, columns] of Object.entries(moments)) {
    for (const column of columns) {
      const { rowCount } = await db.owner.query(`select from ${table} where ${column} > $1`, [start]);
      if (rowCount) found.push(`${rowCount} × ${table}.${column}`);
    }
  }
  return found;
}

/** The town without what is random in it: keys, seals and ids of rows. */
async function portrait(db: TestDatabase): Promise<unknown> {
  const read = async (sql: string) => (await db.owner.query(sql)).rows;
  return {
    incidents: await read(
      `select id, number, kind, severity, state, occurred_at, reported_at, reporter_id, team_id, contact_at, response_sent_at,
         closed_at from incident.incident order by number`,
    ),
    tasks: await read(
      'select incident_number, code, state, due_at, finished_at, finished_by from incident.task order by 1, 2, 4',
    ),
    steps: await read('select incident_id, at, kind, actor_id from incident.step order by 1, 2, 3, 4'),
    notes: await read('select id, person_id, occurred_at from incident.note order by 1'),
  };
}
