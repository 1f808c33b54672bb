import { beforeAll, describe, expect, it } from 'vitest';
import { type CastKey, cast, employer, teams } from '../../../database/demo/cast.ts';
import { writeRegister } from '../../../database/demo/register.ts';
import { wierdam } from '../../../database/demo/wierdam.ts';
import { registerTeams } from '../../../database/demo/years-before.ts';
import { foundTown, type Town } from '../../../tests/support/town.ts';
import { peopleNamed, subjectOfEmployerRole } from '../../organisation/index.ts';
import type { Tx } from '../../platform/index.ts';
import { nameWords } from '../rules/name-words.ts';
import { type ListFilters, listIncidents } from './incident-list.ts';
import { countIncidents } from './search-count.ts';
import { searchIncidents } from './search-incidents.ts';
import { tokensFor } from './search-tokens.ts';

/** Enough that walking the register, or everybody who works there, would be seen. */
const incidents = 20_000;
const colleagues = 5_000;

let town: Town;

beforeAll(async () => {
  town = await foundTown();
  const owner = await town.db.owner.connect();
  await writeRegister(
    owner,
    {
      employerId: employer.id,
      coordinatorSubject: subjectOfEmployerRole(employer.id, 'coordinator'),
      teams: registerTeams(wierdam),
      count: incidents,
      since: new Date('2018-01-01T00:00:00Z'),
      until: town.now,
      seed: 'search',
      inTurn: false,
      isLivedIn: false,
    },
    null,
  );
  owner.release();
  await employEverybody();
  await nameEverybody();
}, 120_000);

/** All with the same first name, as in an organisation where many are called the same. */
async function employEverybody(): Promise<void> {
  await town.look(
    `insert into organisation.person (id, employer_id, given_name, family_name, created_at)
     select gen_random_uuid(), $1, 'Collega', 'Naam' || chr(97 + n % 26) || chr(97 + n / 26 % 26), $2
     from generate_series(1, ${colleagues}) as n`,
    [employer.id, town.now],
  );
  await town.look('vacuum (analyze) organisation.person, organisation.name_word');
}

/** A common name on every third, a rare one on three, one that is common elsewhere; the fingerprints as a job would have made them. */
async function nameEverybody(): Promise<void> {
  const [common, rare, elsewhere] = await town.as('henk', async (tx) =>
    tokensFor(town.vault, tx, ['janssen', 'quasterv', 'elders']),
  );
  await town.look(
    `insert into incident.name_token (involved_id, employer_id, incident_id, token, part, reported_at)
     select v.id, v.employer_id, v.incident_id, t.token, 16, i.reported_at
     from (select v.*, row_number() over (order by v.id) as at from incident.involved v where v.role = 'aggressor') v
     join incident.incident i on i.id = v.incident_id
     join (values ($1::bigint, 3), ($2::bigint, 5000)) t (token, every) on v.at % t.every = 0`,
    [common, rare],
  );
  await town.look(
    `insert into incident.name_token (involved_id, employer_id, incident_id, token, part, reported_at)
     select v.id, v.employer_id, v.incident_id, $1, 16, i.reported_at
     from incident.involved v join incident.incident i on i.id = v.incident_id
     where v.role = 'aggressor' and i.team_id <> $2 limit 2000`,
    [elsewhere, teams.publiekszaken.id],
  );
  await town.look('update incident.involved set names_indexed = true');
  await town.look('vacuum (analyze) incident.name_token, incident.incident, incident.involved');
}

interface Walked {
  readonly whole: readonly string[];
  readonly rows: number;
}

/** What a piece of work read, as PostgreSQL itself counts it: inside functions too. The counts of a connection run on. */
async function reading(who: CastKey, work: (tx: Tx) => Promise<unknown>): Promise<Walked> {
  return town.as(who, async (tx) => {
    const before = new Map((await countsOf(tx)).map((table) => [table.name, table]));
    await work(tx);
    const tables = (await countsOf(tx)).map(({ name, whole, rows }) => ({
      name,
      whole: whole - (before.get(name)?.whole ?? 0),
      rows: rows - (before.get(name)?.rows ?? 0),
    }));
    return {
      whole: tables.filter(({ whole }) => whole > 0).map(({ name }) => name),
      rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    };
  });
}

async function countsOf(tx: Tx): Promise<{ name: string; whole: number; rows: number }[]> {
  return tx.rows(
    `select relname as name, seq_scan::int as whole, (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as rows
     from pg_stat_xact_user_tables where schemaname in ('incident', 'organisation')`,
  );
}

const readers = [
  ['yusuf', 'organisation'],
  ['henk', 'team'],
  ['fatima', 'team'],
] as const;

describe('no search walks the register', () => {
  const words = ['janssen', 'quasterveld', 'janssen quasterveld', 'bestaatniet', 'fatima', 'jan', 'el'];
  it.each(
    readers.flatMap(([who, scope]) => words.map((asked) => [who, scope, asked] as const)),
  )('%s, %s: %s', async (who, scope, asked) => {
    const walked = await reading(who, (tx) => searchIncidents(town, tx, { scope, words: asked, limit: 25 }));
    expect(walked.whole).toEqual([]);
    expect(walked.rows).toBeLessThan(incidents / 2);
  });

  it('finds the rare name, for the coordinator', async () => {
    const { incidents: found } = await town.as('yusuf', (tx) =>
      searchIncidents(town, tx, { scope: 'organisation', words: 'quasterveld', limit: 25 }),
    );
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ foundBy }) => foundBy === 'aggressor')).toBe(true);
  });

  it('does not walk the list of a manager for a name that is common elsewhere', async () => {
    const asked = { scope: 'team', words: 'elders', limit: 25 } as const;
    const walked = await reading('henk', async (tx) => {
      expect((await searchIncidents(town, tx, asked)).incidents).toEqual([]);
    });
    expect(walked.rows).toBeLessThan(incidents / 2);
  });

  it('fills a page with what a colleague reported, and the next one with the rest', async () => {
    const asked = { scope: 'organisation', words: 'fatima', limit: 25 } as const;
    const page = (cursor?: string) => town.as('yusuf', (tx) => searchIncidents(town, tx, { ...asked, cursor }));
    const first = await page();
    const second = await page(first.next ?? '');
    const ids = [...first.incidents, ...second.incidents].map(({ incidentId }) => incidentId);
    expect(new Set(ids).size).toBe(50);
  });

  it('finds as many of the common name for a manager, walking or looking up', async () => {
    const all = await town.as('henk', (tx) =>
      searchIncidents(town, tx, { scope: 'team', words: 'janssen', limit: 100 }),
    );
    const [counted] = await town.look<{ count: number }>(
      `select count(distinct n.incident_id)::int as count from incident.name_token n
       join incident.listed l on l.incident_id = n.incident_id and l.is_led
       where l.list_id = organisation.role_subject($1, 'manager')`,
      [teams.publiekszaken.id],
    );
    expect(counted?.count).toBeGreaterThan(100);
    expect(all.incidents).toHaveLength(100);
  });
});

describe('no name walks everybody who works there', () => {
  it.each([
    ['collega', 100],
    ['collega naambc', 8],
    ['naambc collega', 8],
    ['collega bestaatniet', 0],
    ['bestaatniet', 0],
    ['sanne', 1],
    ['el amrani', 1],
  ])('%s', async (name, count) => {
    let found: readonly string[] = [];
    const walked = await reading('yusuf', async (tx) => {
      found = await peopleNamed(tx, nameWords(name));
    });
    expect(found).toHaveLength(count);
    expect(walked.whole).toEqual([]);
    expect(walked.rows).toBeLessThan(colleagues / 2);
  });
});

describe('no filter walks the register', () => {
  const filters: Record<string, Partial<ListFilters>> = {
    holder: { holderId: cast.henk.id },
    holderAndKind: { holderId: cast.henk.id, kind: 'calamity' },
    exactNumber: { number: '2024-000001' },
    numberOfAYear: { number: '2024' },
    startOfANumber: { number: '2024-0' },
    period: { from: '2024-01-01', until: '2024-01-31' },
    holderOfNothing: { holderId: cast.fatima.id },
    unknownTeam: { teamId: employer.id },
  };
  it.each(
    readers.flatMap(([who, scope]) =>
      Object.entries(filters).map(([name, filter]) => [who, name, scope, filter] as const),
    ),
  )('%s, %s', async (who, _name, scope, filter) => {
    const listed = await reading(who, (tx) => listIncidents(tx, { scope, limit: 25, ...filter }));
    const counted = await reading(who, (tx) => countIncidents(tx, { scope, ...filter }));
    expect([...listed.whole, ...counted.whole]).toEqual([]);
    expect(listed.rows).toBeLessThan(incidents / 2);
  });

  it('finds who has it, as many as there are', async () => {
    const asked = { scope: 'organisation', holderId: cast.henk.id, severity: 'threat' } as const;
    const { count, isMore } = await town.as('yusuf', (tx) => countIncidents(tx, asked));
    const [all] = await town.look<{ count: number }>(
      `select count(*)::int as count from incident.incident where taken_up_by = $1 and severity = 'threat'`,
      [cast.henk.id],
    );
    expect(isMore ? 201 : count).toBe(Math.min(201, all?.count ?? -1));
    const { incidents: page } = await town.as('yusuf', (tx) => listIncidents(tx, { ...asked, limit: 25 }));
    expect(page.length).toBe(Math.min(25, all?.count ?? -1));
    expect(page.every(({ hasIt, severity }) => hasIt === 'Henk de Boer' && severity === 'threat')).toBe(true);
  });

  it('finds the start of a number, and nothing else', async () => {
    const [{ number = '' } = {}] = await town.look<{ number: string }>(
      'select number from incident.incident order by number desc limit 1',
    );
    const start = number.slice(0, -2);
    const { incidents: page } = await town.as('yusuf', (tx) =>
      listIncidents(tx, { scope: 'organisation', number: start, limit: 100 }),
    );
    expect(page.length).toBeGreaterThan(0);
    expect(page.every((row) => row.number.startsWith(start))).toBe(true);
    const byYear = await town.as('yusuf', (tx) =>
      listIncidents(tx, { scope: 'organisation', number: number.slice(0, 4), limit: 25 }),
    );
    expect(byYear.incidents).toHaveLength(25);
  });
});
