import type { ColleagueRef, HeldRole, PersonKind, Role, TeamRef } from '../../contract/organisation.ts';
import type { Tx } from '../platform/index.ts';
import { colleagueRef, type Named } from './names.ts';

export interface Person extends Named {
  readonly email: string | null;
  readonly phone: string | null;
  readonly jobTitle: string;
  readonly kind: PersonKind;
  readonly homeEmployerName: string | null;
  readonly language: 'nl' | 'en';
  readonly endedAt: Date | null;
  /** Only ever came by a personal link: there is no work that they could find. */
  readonly isByLink: boolean;
}

const personColumns = `p.id, p.given_name as "givenName", p.family_name as "familyName", p.email, p.phone,
  p.job_title as "jobTitle", p.kind, p.home_employer_name as "homeEmployerName", p.language, p.ended_at as "endedAt",
  p.is_by_link as "isByLink"`;

/** Throws `Absent` for nobody, and for somebody of another employer. */
export async function getPerson(tx: Tx, personId: string): Promise<Person> {
  return tx.row<Person>(`select ${personColumns} from organisation.person p where p.id = $1`, [personId]);
}

/** Holds the row, for a change. */
export async function lockPerson(tx: Tx, personId: string): Promise<Person> {
  return tx.row<Person>(`select ${personColumns} from organisation.person p where p.id = $1 for update`, [personId]);
}

export async function findPeople(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  if (personIds.length === 0) return new Map();
  const found = await tx.rows<Person>(`select ${personColumns} from organisation.person p where p.id = any($1)`, [
    personIds,
  ]);
  return new Map(found.map((person) => [person.id, person]));
}

/** For who tells people things: where a message reaches them. Nobody is told anything after they left. */
export async function findReachability(
  tx: Tx,
  personId: string,
): Promise<Pick<Person, 'email' | 'phone' | 'language'> | undefined> {
  return tx.maybeRow(
    'select email, phone, language from organisation.person where id = $1 and (ended_at is null or ended_at > $2)',
    [personId, tx.now],
  );
}

export async function teamsOf(tx: Tx, personIds: readonly string[], at: Date): Promise<ReadonlyMap<string, TeamRef[]>> {
  const found = await tx.rows<TeamRef & { personId: string }>(
    `select m.person_id as "personId", t.id, t.name
     from organisation.membership m
     join organisation.team t on t.id = m.team_id
     where m.person_id = any($1) and m.since <= $2 and (m.until is null or m.until > $2)
     order by m.since, t.name`,
    [personIds, at],
  );
  return groupBy(
    found,
    ({ personId }) => personId,
    ({ id, name }) => ({ id, name }),
  );
}

interface HoldingRow extends Named {
  readonly personId: string;
  readonly holdingId: string;
  readonly role: Role;
  readonly teamId: string | null;
  readonly teamName: string | null;
}

/** The roles somebody answers for: their own, and those of whom they stand in for. */
export async function rolesOf(
  tx: Tx,
  personIds: readonly string[],
  at: Date,
): Promise<ReadonlyMap<string, HeldRole[]>> {
  const found = await tx.rows<HoldingRow>(
    `select asked.id as "personId", h.id as "holdingId", h.role, h.team_id as "teamId", t.name as "teamName",
       p.id, p.given_name as "givenName", p.family_name as "familyName"
     from unnest($1::uuid[]) as asked (id)
     cross join lateral organisation.holdings_of(asked.id, $2) h
     join organisation.person p on p.id = h.holder_id
     left join organisation.team t on t.id = h.team_id
     order by h.role, t.name, h.id`,
    [personIds, at],
  );
  return groupBy(found, ({ personId }) => personId, heldRole);
}

function heldRole(row: HoldingRow): HeldRole {
  return {
    holdingId: row.holdingId,
    role: row.role,
    team: row.teamId === null ? null : { id: row.teamId, name: row.teamName ?? '' },
    deputyFor: row.id === row.personId ? null : colleagueRef(row),
  };
}

/** Who hold a role of the whole organisation themselves, longest first. */
export async function holdersOf(tx: Tx, role: Role, at: Date): Promise<ColleagueRef[]> {
  const found = await tx.rows<Named>(
    `select p.id, p.given_name as "givenName", p.family_name as "familyName"
     from organisation.role_holding h
     join organisation.person p on p.id = h.person_id
     where h.role = $1 and h.since <= $2 and (h.until is null or h.until > $2) and (p.ended_at is null or p.ended_at > $2)
     order by h.since, p.id`,
    [role, at],
  );
  return found.map(colleagueRef);
}

export async function managersOf(
  tx: Tx,
  teamIds: readonly string[],
  at: Date,
): Promise<ReadonlyMap<string, ColleagueRef[]>> {
  const found = await tx.rows<Named & { teamId: string }>(
    `select h.team_id as "teamId", p.id, p.given_name as "givenName", p.family_name as "familyName"
     from organisation.role_holding h
     join organisation.person p on p.id = h.person_id
     where h.role = 'manager' and h.team_id = any($1) and h.since <= $2 and (h.until is null or h.until > $2)
       and (p.ended_at is null or p.ended_at > $2)
     order by h.since, p.id`,
    [teamIds, at],
  );
  return groupBy(found, ({ teamId }) => teamId, colleagueRef);
}

export interface Deputy extends ColleagueRef {
  readonly untilAt: string;
}

/** Who stand in now for each of these people. */
export async function deputiesOf(
  tx: Tx,
  personIds: readonly string[],
  at: Date,
): Promise<ReadonlyMap<string, Deputy[]>> {
  const found = await tx.rows<Named & { absentId: string; until: Date }>(
    `select d.absent_person_id as "absentId", d.until, p.id, p.given_name as "givenName", p.family_name as "familyName"
     from organisation.deputyship d
     join organisation.person p on p.id = d.deputy_person_id
     where d.absent_person_id = any($1) and d.since <= $2 and d.until > $2 and (p.ended_at is null or p.ended_at > $2)
     order by d.since, p.id`,
    [personIds, at],
  );
  return groupBy(
    found,
    ({ absentId }) => absentId,
    (row) => ({ ...colleagueRef(row), untilAt: row.until.toISOString() }),
  );
}

/** Whether somebody answers for a team in which the other works: as manager, or as the manager's deputy. */
export async function managesPerson(tx: Tx, managerId: string, personId: string, at: Date): Promise<boolean> {
  const found = await tx.rows(
    `select from organisation.holdings_of($1, $3) h
     join organisation.membership m on m.team_id = h.team_id
     where h.role = 'manager' and m.person_id = $2 and m.since <= $3 and (m.until is null or m.until > $3)
     limit 1`,
    [managerId, personId, at],
  );
  return found.length > 0;
}

function groupBy<Row, Value>(
  rows: readonly Row[],
  key: (row: Row) => string,
  value: (row: Row) => Value,
): ReadonlyMap<string, Value[]> {
  return new Map([...Map.groupBy(rows, key)].map(([name, group]) => [name, group.map(value)]));
}
