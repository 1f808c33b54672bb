import type pg from 'pg';
import { cast, employer, locations, teams } from '../../database/demo/cast.ts';

export interface RegisterSize {
  /** In the whole organisation; the coordinator has them all. */
  readonly incidents: number;
  /** Of these the manager of Publiekszaken leads so many, and Fatima reported twenty long ago. */
  readonly ofManager: number;
}

const shape = {
  teams: [teams.wijkteamNoord.id, teams.werkEnInkomen.id, teams.handhaving.id, teams.beheer.id],
  locations: Object.values(locations).map(({ id }) => id),
  others: [cast.daan.id, cast.aylin.id, cast.gerrit.id, cast.kees.id],
};

/**
 * A register of many years, laid out by the owner of the tables in a few statements: no sealed texts, but every row that a
 * list walks or a policy asks for. Grants and list rows are written as the triggers would have written them.
 */
export async function layOutRegister(owner: pg.Pool, now: Date, size: RegisterSize): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query(
      "set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '256MB'",
    );
    const indexes = await takeDownIndexes(client);
    await client.query(INCIDENTS, [
      employer.id,
      size.incidents,
      now,
      cast.fatima.id,
      cast.sanne.id,
      shape.others,
      teams.publiekszaken.id,
      shape.teams,
      shape.locations,
      size.ofManager,
      cast.henk.id,
    ]);
    for (const statement of [GRANTS, LISTED, TASKS]) await client.query(statement, [employer.id]);
    for (const index of indexes) await client.query(index);
    for (const table of TABLES) await client.query(`vacuum (analyze) ${table}`);
  } finally {
    await client.query('reset session_replication_role');
    client.release();
  }
}

const TABLES = ['incident.incident', 'incident.access_grant', 'incident.listed', 'incident.task', 'incident.lead'];

/** An index is built faster once the rows are there. Answers how to make them again. */
async function takeDownIndexes(client: pg.PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index where indrelid = any ($1::regclass[]) and not indisunique`,
    [TABLES],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

// Every n-th is the manager's, spread over the years; the twenty of Fatima are among the oldest of those.
const INCIDENTS = `insert into incident.incident (id, employer_id, number, kind, severity, form, matrix_columns, state, target,
    occurred_at, occurred_precision, reported_at, reporter_id, team_id, place_kind, location_id, is_unsafe, is_injured, route,
    taken_up_by, taken_up_at, contact_at, response_due_at, response_sent_at, closed_at)
  select gen_random_uuid(), $1, to_char(at, 'YYYY') || '-' || lpad(n::text, 7, '0'),
    case when n % 50 = 0 then 'social_media' when n % 331 = 0 then 'missing_person' when n % 997 = 0 then 'calamity' else 'incident' end,
    case when n % 331 = 0 or n % 997 = 0 then 'none' when n % 11 = 0 then 'violence' when n % 3 = 0 then 'threat' else 'verbal' end,
    null, '{}',
    case when $2 - n < 40 then 'reported' when $2 - n < 400 then 'in_follow_up' when n % 500 = 0 then 'corrected' else 'closed' end,
    'me', at - interval '10 minutes', 'exact', at,
    case when is_managers and n <= every * 20 then $4::uuid when is_managers then $5::uuid else ($6::uuid[])[1 + n % 4] end,
    case when is_managers then $7::uuid else ($8::uuid[])[1 + n % 4] end,
    'location', ($9::uuid[])[1 + n % array_length($9::uuid[], 1)], false, false, 'manager',
    case when $2 - n < 40 then null else $11::uuid end, case when $2 - n < 40 then null else at end,
    case when $2 - n < 40 then null else at end, at + interval '48 hours', case when $2 - n < 400 then null else at end,
    case when $2 - n < 400 then null else at + interval '5 days' end
  from (
    select n, every, n % every = 0 as is_managers, date_trunc('milliseconds', $3::timestamptz - ($2 - n) * (interval '6 years' / $2)) as at
    from generate_series(1, $2::int) as n, (select greatest(1, $2::int / greatest($10::int, 1)) as every) as share) as life`;

const GRANTS = `with led as (
    insert into incident.lead (employer_id, incident_id, subject_id, scope, since)
    select employer_id, id, organisation.role_subject(team_id, 'manager'), 'whole', reported_at from incident.incident
    where employer_id = $1 returning 1)
  insert into incident.access_grant (employer_id, incident_id, grantee_id, level, source_id, parts, reported_at)
  select i.employer_id, i.id, g.grantee_id, g.level, i.id, g.parts, i.reported_at
  from incident.incident i
  cross join lateral (values
    (i.reporter_id, 'reports', 647),
    (organisation.role_subject(i.employer_id, 'coordinator'), 'coordinates', 1535),
    (organisation.role_subject(i.team_id, 'manager'), 'leads', 511)) as g (grantee_id, level, parts)
  where i.employer_id = $1`;

const LISTED = `insert into incident.listed (employer_id, incident_id, list_id, is_led, facets, team_id, location_id, reported_at)
  select i.employer_id, i.id, g.list_id, g.is_led, incident.facets(i.state, i.severity, i.kind), i.team_id, i.location_id, i.reported_at
  from incident.incident i
  cross join lateral (values
    (organisation.role_subject(i.employer_id, 'coordinator'), false),
    (organisation.role_subject(i.team_id, 'manager'), true)) as g (list_id, is_led)
  where i.employer_id = $1`;

const TASKS = `insert into incident.task (id, employer_id, incident_id, incident_number, code, title, position, owner_role,
    owner_subject_id, gives_parts, tells_reporter, state, created_at, due_at)
  select gen_random_uuid(), employer_id, id, number, 'care_talk', '{"nl":"Voer een opvanggesprek","en":"Hold a care talk"}', 1, 'lead',
    organisation.role_subject(team_id, 'manager'), 1, false, 'open', reported_at, reported_at + interval '3 days'
  from incident.incident where employer_id = $1 and state in ('reported', 'in_follow_up')`;
