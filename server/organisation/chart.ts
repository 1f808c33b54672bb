import type { Role } from '../../contract/organisation.ts';
import type { Tx } from '../platform/index.ts';

/** As much of the organisation as decides who is the right person for a report, as it is at one moment. */
export interface OrganisationChart {
  /** The teams of those asked about, and all teams above them. */
  readonly teams: readonly ChartTeam[];
  /** The team somebody has been in longest. */
  readonly teamOf: ReadonlyMap<string, string>;
  readonly officeHolders: ReadonlySet<string>;
  readonly coordinatorIds: readonly string[];
  readonly griffierIds: readonly string[];
  readonly mayorIds: readonly string[];
  readonly leadershipIds: readonly string[];
  /** Who stands in for whom now. */
  readonly deputiesOf: ReadonlyMap<string, readonly string[]>;
  /** Administrators: told only when nobody else is left, so that no report lies unseen. */
  readonly lastResortIds: readonly string[];
}

export interface ChartTeam {
  readonly teamId: string;
  readonly parentTeamId: string | null;
  readonly managerIds: readonly string[];
}

export async function organisationChart(tx: Tx, personIds: readonly string[], at: Date): Promise<OrganisationChart> {
  const [teams, memberships, officeHolders, holders, deputies] = await Promise.all([
    teamsAndAbove(tx, personIds, at),
    membershipsOf(tx, personIds, at),
    officeHoldersAmong(tx, personIds),
    employerRoleHolders(tx, at),
    deputiesNow(tx, at),
  ]);
  const holdersOf = (role: Role) => holders.filter((holder) => holder.role === role).map(({ personId }) => personId);
  return {
    teams,
    teamOf: new Map(memberships.map(({ personId, teamId }) => [personId, teamId])),
    officeHolders: new Set(officeHolders.map(({ id }) => id)),
    coordinatorIds: holdersOf('coordinator'),
    griffierIds: holdersOf('griffier'),
    mayorIds: holdersOf('mayor'),
    leadershipIds: holdersOf('leadership'),
    deputiesOf: groupDeputies(deputies),
    lastResortIds: holdersOf('administrator'),
  };
}

async function teamsAndAbove(tx: Tx, personIds: readonly string[], at: Date): Promise<ChartTeam[]> {
  return tx.rows<ChartTeam>(
    `with recursive concerned (id) as (
       select m.team_id from organisation.membership m
       where m.person_id = any($1) and m.since <= $2 and (m.until is null or m.until > $2)
       union
       select t.parent_team_id from concerned c join organisation.team t on t.id = c.id where t.parent_team_id is not null
     )
     select t.id as "teamId", t.parent_team_id as "parentTeamId",
       array(
         select h.person_id from organisation.role_holding h
         join organisation.person p on p.id = h.person_id
         where h.employer_id = $3 and h.role = 'manager' and h.team_id = t.id
           and h.since <= $2 and (h.until is null or h.until > $2) and (p.ended_at is null or p.ended_at > $2)
         order by h.since, h.id
       ) as "managerIds"
     from concerned c join organisation.team t on t.id = c.id`,
    [personIds, at, tx.employerId],
  );
}

async function membershipsOf(
  tx: Tx,
  personIds: readonly string[],
  at: Date,
): Promise<{ personId: string; teamId: string }[]> {
  return tx.rows(
    `select distinct on (person_id) person_id as "personId", team_id as "teamId"
     from organisation.membership
     where person_id = any($1) and since <= $2 and (until is null or until > $2)
     order by person_id, since, team_id`,
    [personIds, at],
  );
}

async function officeHoldersAmong(tx: Tx, personIds: readonly string[]): Promise<{ id: string }[]> {
  return tx.rows(`select id from organisation.person where id = any($1) and kind = 'office_holder'`, [personIds]);
}

async function employerRoleHolders(tx: Tx, at: Date): Promise<{ role: Role; personId: string }[]> {
  return tx.rows(
    `select h.role, h.person_id as "personId"
     from organisation.role_holding h
     join organisation.person p on p.id = h.person_id
     where h.employer_id = $2 and h.role in ('coordinator', 'griffier', 'mayor', 'leadership', 'administrator')
       and h.since <= $1 and (h.until is null or h.until > $1) and (p.ended_at is null or p.ended_at > $1)
     order by h.since, h.id`,
    [at, tx.employerId],
  );
}

async function deputiesNow(tx: Tx, at: Date): Promise<{ absentId: string; deputyId: string }[]> {
  return tx.rows(
    `select d.absent_person_id as "absentId", d.deputy_person_id as "deputyId"
     from organisation.deputyship d
     join organisation.person p on p.id = d.deputy_person_id
     where d.employer_id = $2 and d.since <= $1 and d.until > $1 and (p.ended_at is null or p.ended_at > $1)
     order by d.since, d.id`,
    [at, tx.employerId],
  );
}

function groupDeputies(rows: readonly { absentId: string; deputyId: string }[]): ReadonlyMap<string, string[]> {
  const groups = Map.groupBy(rows, ({ absentId }) => absentId);
  return new Map([...groups].map(([absentId, group]) => [absentId, group.map(({ deputyId }) => deputyId)]));
}
