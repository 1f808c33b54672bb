import type { AnswerOf, BodyOf } from '../../contract/endpoint.ts';
import type { giveRole, listStaffingWarnings, Role } from '../../contract/organisation.ts';
import { newId, type Refused, refuse, type Tx } from '../platform/index.ts';
import { presenceOf } from './calendars.ts';
import { type Employer, lockEmployer } from './employer.ts';
import { deputiesOf, lockPerson, managersOf } from './people.ts';
import { requireTeam } from './teams.ts';
import { readTeams } from './teams-and-places.ts';

export async function appoint(
  tx: Tx,
  { personId, role, teamId }: BodyOf<typeof giveRole>,
): Promise<{ holdingId: string } | Refused> {
  if (role === 'manager' && teamId === undefined) return refuse('role-needs-a-team');
  if (role !== 'manager' && teamId !== undefined) return refuse('role-has-no-team');
  if (isForOneself(tx, await lockEmployer(tx), personId)) return refuse('role-for-yourself');
  const person = await lockPerson(tx, personId);
  if (person.endedAt !== null) return refuse('person-has-left');
  await requireTeam(tx, teamId ?? null);
  const holdingId = await insertHolding(tx, personId, role, teamId ?? null);
  return holdingId === undefined ? refuse('role-already-held') : { holdingId };
}

/**
 * An administrator sees no dossiers, so nobody makes themselves somebody who does: a second administrator gives that role.
 * While the organisation is being set up there is nothing to see yet, and often nobody else.
 */
export function isForOneself(tx: Tx, { isDemonstration, settings }: Employer, personId: string): boolean {
  const isSettled = isDemonstration || settings.setUpFinishedAt !== undefined;
  return isSettled && personId === tx.personId;
}

/** Undefined when this person already holds this role. */
export async function insertHolding(
  tx: Tx,
  personId: string,
  role: Role,
  teamId: string | null,
): Promise<string | undefined> {
  const holdingId = newId();
  const added = await tx.execute(
    `insert into organisation.role_holding (id, employer_id, person_id, role, team_id, since)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [holdingId, tx.employerId, personId, role, teamId, tx.now],
  );
  if (added === 0) return undefined;
  await tx.recordAudit({
    action: 'role-given',
    objectKind: 'person',
    objectId: personId,
    detail: { holdingId, role, teamId },
  });
  return holdingId;
}

export async function dismiss(tx: Tx, holdingId: string): Promise<{ holdingId: string } | Refused> {
  await lockEmployer(tx);
  const holding = await tx.row<{ personId: string; role: Role; until: Date | null }>(
    'select person_id as "personId", role, until from organisation.role_holding where id = $1 for update',
    [holdingId],
  );
  if (holding.until !== null && holding.until <= tx.now) return refuse('already-ended');
  if (holding.role === 'administrator' && (await isLastAdministrator(tx, holding.personId))) {
    return refuse('last-administrator');
  }
  await tx.execute('update organisation.role_holding set until = greatest(since, $2) where id = $1', [
    holdingId,
    tx.now,
  ]);
  await tx.recordAudit({
    action: 'role-ended',
    objectKind: 'person',
    objectId: holding.personId,
    detail: { holdingId, role: holding.role },
  });
  return { holdingId };
}

/** Without an administrator nobody could be let in or given a role any more. */
export async function isLastAdministrator(tx: Tx, personId: string): Promise<boolean> {
  const administrators = await tx.rows<{ personId: string }>(
    `select h.person_id as "personId" from organisation.role_holding h
     join organisation.person p on p.id = h.person_id
     where h.employer_id = $1 and h.role = 'administrator' and (h.until is null or h.until > $2) and p.ended_at is null`,
    [tx.employerId, tx.now],
  );
  return administrators.every((administrator) => administrator.personId === personId) && administrators.length > 0;
}

/** Roles without which a report would have nowhere to go, or nobody to turn to. */
const indispensableRoles: readonly Role[] = ['coordinator', 'confidential_adviser', 'privacy_officer'];

/** At every moment each team has a manager who can be reached, or this says that it has none. */
export async function readStaffingWarnings(tx: Tx): Promise<AnswerOf<typeof listStaffingWarnings>> {
  const { teams } = await readTeams(tx);
  const managers = await managersOf(
    tx,
    teams.map(({ id }) => id),
    tx.now,
  );
  const managerIds = [...new Set([...managers.values()].flat().map(({ id }) => id))];
  const [presences, deputies, held] = await Promise.all([
    presenceOf(tx, managerIds, tx.now),
    deputiesOf(tx, managerIds, tx.now),
    rolesHeld(tx),
  ]);
  const isCovered = (id: string) => presences.get(id)?.isAbsent !== true || (deputies.get(id)?.length ?? 0) > 0;
  const aboutTeams = teams.flatMap(({ id, name }) => {
    const own = managers.get(id) ?? [];
    const code = own.length === 0 ? 'team-without-manager' : 'manager-away-without-deputy';
    return own.some((manager) => isCovered(manager.id))
      ? []
      : [{ code, teamId: id, teamName: name, role: null } as const];
  });
  const aboutRoles = indispensableRoles
    .filter((role) => !held.has(role))
    .map((role) => ({ code: 'role-without-holder', teamId: null, teamName: null, role }) as const);
  return { warnings: [...aboutTeams, ...aboutRoles] };
}

async function rolesHeld(tx: Tx): Promise<ReadonlySet<Role>> {
  const rows = await tx.rows<{ role: Role }>(
    `select distinct h.role from organisation.role_holding h
     join organisation.person p on p.id = h.person_id
     where h.employer_id = $1 and h.since <= $2 and (h.until is null or h.until > $2) and p.ended_at is null`,
    [tx.employerId, tx.now],
  );
  return new Set(rows.map(({ role }) => role));
}
