import { beforeAll, describe, expect, it } from 'vitest';
import { incidentKinds, incidentStates, severities } from '../../../contract/incident-words.ts';
import { type CastKey, employer, locations, teams } from '../../../database/demo/cast.ts';
import { writeRegister } from '../../../database/demo/register.ts';
import { wierdam } from '../../../database/demo/wierdam.ts';
import { registerTeams } from '../../../database/demo/years-before.ts';
import { foundTown, type Town } from '../../../tests/support/town.ts';
import { subjectOfEmployerRole } from '../../organisation/index.ts';
import { type IncidentQuery, type Lists, listIncidents, listQuery } from './incident-list.ts';
import { facetCode } from './list-facets.ts';

let town: Town;
const incidents = 20_000;
const coordinators = subjectOfEmployerRole(employer.id, 'coordinator');

beforeAll(async () => {
  town = await foundTown();
  const plan = {
    employerId: employer.id,
    coordinatorSubject: coordinators,
    teams: registerTeams(wierdam),
    count: incidents,
    since: new Date('2018-01-01T00:00:00Z'),
    until: town.now,
    seed: 'lists',
    inTurn: false,
    isLivedIn: false,
  };
  const owner = await town.db.owner.connect();
  await writeRegister(owner, plan, null);
  owner.release();
  await sayItInOwnWords();
}, 120_000);

/** One word on many, nowhere in Handhaving; one on few; and a kind of one’s own. */
async function sayItInOwnWords(): Promise<void> {
  const words = { place: { own_desk: 'location', own_call: 'phone' }, kind: { own_traffic: 'incident' } };
  for (const [list, counts] of Object.entries(words)) {
    const content = Object.entries(counts).map(([code, countsAs]) => ({ code, countsAs }));
    await town.look(
      `insert into protocol.vocabulary_version (id, employer_id, list, version, words, since)
       values (gen_random_uuid(), $1, $2, 100, $3, $4)`,
      [employer.id, list, JSON.stringify(content), town.now],
    );
  }
  await town.look(
    `insert into incident.chosen_word (id, employer_id, incident_id, list, codes, person_id, chosen_at)
     select gen_random_uuid(), i.employer_id, i.id, w.list, array[w.code], i.reporter_id, i.reported_at
     from (select i.*, row_number() over (order by i.id) as at from incident.incident i) i
     join (values ('place', 'own_desk', 'location', 3), ('place', 'own_call', 'phone', 500), ('kind', 'own_traffic', 'incident', 9))
       as w (list, code, counts_as, every)
       on i.at % w.every = 0 and w.counts_as = case w.list when 'place' then i.place_kind::text else i.kind::text end
     where i.team_id <> $1`,
    [teams.handhaving.id],
  );
  await town.look('vacuum (analyze) incident.chosen_word, incident.listed_word');
}

const ask = (more: Partial<IncidentQuery> = {}): IncidentQuery => ({ scope: 'team', limit: 25, ...more });
const list = (who: CastKey, more: Partial<IncidentQuery> = {}) => town.as(who, (tx) => listIncidents(tx, ask(more)));

it('counts facets as the database does', async () => {
  const [row] = await town.look<{ codes: number[] }>(
    `select array_agg(incident.facets(s, v, k) order by s, v, k) as codes
     from unnest($1::text[]) s, unnest($2::text[]) v, unnest($3::text[]) k`,
    [incidentStates, severities, incidentKinds],
  );
  const codes = incidentStates.flatMap((s) => severities.flatMap((v) => incidentKinds.map((k) => ({ s, v, k }))));
  const inOrder = codes.toSorted((a, b) => compare(a.s, b.s) || compare(a.v, b.v) || compare(a.k, b.k));
  expect(row?.codes).toEqual(inOrder.map(({ s, v, k }) => facetCode(s, v, k)));
});

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

describe('the list', () => {
  it('of the organisation is the coordinator’s alone', async () => {
    expect((await list('yusuf', { scope: 'organisation' })).incidents).toHaveLength(25);
    for (const who of ['henk', 'karin', 'bas', 'fatima'] as const) {
      await expect(list(who, { scope: 'organisation' })).rejects.toThrow('coordinator');
    }
  });

  it('of a team is that of its manager and the deputy, and of nobody else', async () => {
    const henks = await list('henk');
    expect(henks.incidents).toHaveLength(25);
    expect(henks.incidents.every(({ teamName }) => teamName === 'Publiekszaken')).toBe(true);
    expect((await list('marijke')).incidents).toEqual(henks.incidents);
    for (const who of ['fatima', 'mila', 'bas', 'yusuf'] as const) expect((await list(who)).incidents).toEqual([]);
  });

  it('pages by key: every incident once, from new to old', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list('henk', { limit: 100, ...(cursor ? { cursor } : {}) });
      seen.push(...page.incidents.map(({ incidentId }) => incidentId));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    const ofOneTeam = incidents / registerTeams(wierdam).length;
    expect(new Set(seen).size).toBe(ofOneTeam);
    expect(seen).toHaveLength(ofOneTeam);
  });

  it('finds what every filter together says, and nothing else', async () => {
    const found = await list('yusuf', {
      scope: 'organisation',
      state: 'closed',
      severity: 'verbal',
      kind: 'social_media',
      teamId: teams.publiekszaken.id,
      locationId: locations.stadskantoor.id,
      from: '2025-04-01',
      until: '2025-06-30',
    });
    const [counted] = await town.look<{ count: number }>(
      `select count(*) from incident.incident where state = 'closed' and severity = 'verbal' and kind = 'social_media'
         and team_id = $1 and location_id = $2 and reported_at >= '2025-04-01T00:00+02' and reported_at < '2025-07-01T00:00+02'`,
      [teams.publiekszaken.id, locations.stadskantoor.id],
    );
    expect(Number(counted?.count)).toBeGreaterThan(0);
    expect(found.incidents).toHaveLength(Number(counted?.count));
  });

  it('finds what was told in a word of our own, page by page', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list('henk', { word: 'place-own_desk', limit: 100, ...(cursor ? { cursor } : {}) });
      seen.push(...page.incidents.map(({ incidentId }) => incidentId));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    const [counted] = await town.look<{ count: number }>(
      `select count(*)::int as count from incident.chosen_word w join incident.incident i on i.id = w.incident_id
       where 'own_desk' = any (w.codes) and i.team_id = $1`,
      [teams.publiekszaken.id],
    );
    expect(seen).toHaveLength(counted?.count ?? 0);
    expect(new Set(seen).size).toBeGreaterThan(100);
  });

  it('finds a number, within the own list only', async () => {
    const [first] = (await list('henk')).incidents;
    const number = first?.number ?? '';
    expect((await list('henk', { number })).incidents.map((row) => row.number)).toEqual([number]);
    expect((await list('els', { number })).incidents).toEqual([]);
  });
});

describe('no list walks the register', () => {
  const organisation: Lists = { of: coordinators, isLed: false };
  const team: Lists = { of: null, isLed: true };

  const filters = {
    none: {},
    open: { state: 'open' },
    rareState: { state: 'corrected' },
    rareKind: { kind: 'calamity' },
    severity: { severity: 'violence' },
    impossible: { state: 'reported', severity: 'none', kind: 'calamity' },
    team: { teamId: teams.publiekszaken.id },
    location: { locationId: locations.milieustraat.id },
    teamAndKind: { teamId: teams.publiekszaken.id, kind: 'missing_person' },
    locationAndState: { locationId: locations.milieustraat.id, state: 'corrected' },
    everything: {
      teamId: teams.handhaving.id,
      locationId: locations.milieustraat.id,
      state: 'open',
      severity: 'violence',
      kind: 'calamity',
    },
    period: { from: '2021-01-01', until: '2021-01-31', kind: 'calamity' },
    number: { number: '1999-0000001' },
    word: { word: 'place-own_desk' },
    rareWord: { word: 'place-own_call' },
    wordNobodyChose: { word: 'cause-own_nothing' },
    wordAndRareState: { word: 'place-own_desk', state: 'corrected', severity: 'violence' },
    wordOfAnotherTeam: { word: 'place-own_desk', teamId: teams.handhaving.id },
    wordAtLocation: { word: 'place-own_desk', locationId: locations.milieustraat.id, state: 'corrected' },
    wordOfTeamAtLocation: {
      word: 'place-own_desk',
      teamId: teams.publiekszaken.id,
      locationId: locations.milieustraat.id,
    },
    ownKind: { kind: 'own_traffic', severity: 'violence' },
    ownKindAndWord: { kind: 'own_traffic', word: 'place-own_desk' },
    wordInAPeriod: { word: 'place-own_desk', from: '2021-01-01', until: '2021-01-02' },
  } satisfies Record<string, Partial<IncidentQuery>>;

  const cases = Object.entries(filters).flatMap(([name, filter]) => [
    ['yusuf', name, organisation, filter] as const,
    ['henk', name, team, filter] as const,
    ['mila', name, team, filter] as const,
  ]);

  it.each(cases)('%s, filter %s', async (who, _name, lists, filter) => {
    const plan = await planOf(who, lists, ask({ ...filter, limit: 25 }));
    expect(
      plan.seqScans.filter((table) => table === 'incident' || table === 'listed' || table === 'access_grant'),
    ).toEqual([]);
    expect(plan.rowsRead).toBeLessThan(1_000);
  });

  async function planOf(who: CastKey, lists: Lists, query: IncidentQuery) {
    const [sql, values] = listQuery(lists, query);
    const [row] = await town.as(who, (tx) =>
      tx.rows<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(`explain (analyze, format json) ${sql}`, values),
    );
    const nodes = flatten(row?.['QUERY PLAN'][0].Plan);
    return {
      seqScans: nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name'] ?? ''),
      rowsRead: nodes
        .filter((node) => node['Node Type'].includes('Scan'))
        .reduce(
          (sum, node) => sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
          0,
        ),
    };
  }
});

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

function flatten(node: PlanNode | undefined): PlanNode[] {
  return node ? [node, ...(node.Plans ?? []).flatMap(flatten)] : [];
}
