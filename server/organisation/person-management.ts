import type { BodyOf } from '../../contract/endpoint.ts';
import type { addPerson, changePerson, PersonKind } from '../../contract/organisation.ts';
import { newId, type Refused, refuse, type Tx } from '../platform/index.ts';
import { lockEmployer } from './employer.ts';
import { lockPerson } from './people.ts';
import { isLastAdministrator } from './role-management.ts';
import { requireTeam } from './teams.ts';

export interface PersonDetails {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly jobTitle: string;
  readonly kind: PersonKind;
  readonly homeEmployerName: string | null;
}

export async function welcomePerson(tx: Tx, body: BodyOf<typeof addPerson>): Promise<{ personId: string } | Refused> {
  await lockEmployer(tx);
  const details: PersonDetails = {
    ...body,
    email: body.email ?? null,
    phone: body.phone ?? null,
    homeEmployerName: body.homeEmployerName ?? null,
  };
  const problem = await problemWith(tx, details, null);
  if (problem !== undefined) return refuse(problem);
  for (const teamId of body.teamIds) await requireTeam(tx, teamId);
  const personId = await insertPerson(tx, details);
  await setTeams(tx, personId, body.teamIds);
  return { personId };
}

export async function insertPerson(tx: Tx, details: PersonDetails, personId: string = newId()): Promise<string> {
  const { givenName, familyName, email, phone, jobTitle, kind, homeEmployerName } = details;
  await tx.execute(
    `insert into organisation.person
       (id, employer_id, given_name, family_name, email, phone, job_title, kind, home_employer_name, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [personId, tx.employerId, givenName, familyName, email, phone, jobTitle, kind, homeEmployerName, tx.now],
  );
  await tx.recordAudit({ action: 'person-added', objectKind: 'person', objectId: personId });
  return personId;
}

export async function savePerson(
  tx: Tx,
  personId: string,
  { teamIds, ...change }: BodyOf<typeof changePerson>,
): Promise<{ personId: string } | Refused> {
  await lockEmployer(tx);
  const current = await lockPerson(tx, personId);
  if (current.endedAt !== null) return refuse('person-has-left');
  const details: PersonDetails = { ...current, ...withoutUndefined(change) };
  const problem = await problemWith(tx, details, personId);
  if (problem !== undefined) return refuse(problem);
  for (const teamId of teamIds ?? []) await requireTeam(tx, teamId);
  await updatePerson(tx, personId, details, Object.keys(change));
  if (teamIds !== undefined) await setTeams(tx, personId, teamIds);
  return { personId };
}

export async function updatePerson(
  tx: Tx,
  personId: string,
  details: PersonDetails,
  changedFields: readonly string[],
): Promise<void> {
  const { givenName, familyName, email, phone, jobTitle, kind, homeEmployerName } = details;
  await tx.execute(
    `update organisation.person
     set given_name = $2, family_name = $3, email = $4, phone = $5, job_title = $6, kind = $7, home_employer_name = $8
     where id = $1`,
    [personId, givenName, familyName, email, phone, jobTitle, kind, homeEmployerName],
  );
  await tx.recordAudit({
    action: 'person-changed',
    objectKind: 'person',
    objectId: personId,
    detail: { fields: changedFields.join(' ') },
  });
}

/** Their history stays: what somebody reported or decided keeps their name. */
export async function endPerson(tx: Tx, personId: string): Promise<{ personId: string } | Refused> {
  await lockEmployer(tx);
  const person = await lockPerson(tx, personId);
  if (person.endedAt !== null) return refuse('person-has-left');
  if (await isLastAdministrator(tx, personId)) return refuse('last-administrator');
  await tx.execute('update organisation.person set ended_at = $2 where id = $1', [personId, tx.now]);
  for (const table of ['membership', 'role_holding']) {
    await tx.execute(
      `update organisation.${table} set until = greatest(since, $2) where person_id = $1 and (until is null or until > $2)`,
      [personId, tx.now],
    );
  }
  await tx.execute(
    `update organisation.deputyship set until = greatest(since, $2)
     where (deputy_person_id = $1 or absent_person_id = $1) and until > $2`,
    [personId, tx.now],
  );
  await tx.recordEvent({ name: 'person-left', data: { personId } });
  await tx.recordAudit({ action: 'person-left', objectKind: 'person', objectId: personId });
  return { personId };
}

/** Teams that stay keep their beginning; teams that are left end now. */
export async function setTeams(tx: Tx, personId: string, teamIds: readonly string[]): Promise<void> {
  await tx.execute(
    `update organisation.membership set until = greatest(since, $3)
     where person_id = $1 and team_id <> all ($2::uuid[]) and (until is null or until > $3)`,
    [personId, teamIds, tx.now],
  );
  for (const teamId of new Set(teamIds)) {
    await tx.execute(
      `insert into organisation.membership (id, employer_id, person_id, team_id, since) values ($1, $2, $3, $4, $5)
       on conflict (person_id, team_id) where until is null do nothing`,
      [newId(), tx.employerId, personId, teamId, tx.now],
    );
  }
}

async function problemWith(tx: Tx, details: PersonDetails, personId: string | null) {
  if (details.kind === 'guest' && details.homeEmployerName === null) return 'home-employer-missing';
  if (details.kind !== 'guest' && details.homeEmployerName !== null) return 'home-employer-only-for-guests';
  const other = await tx.maybeRow(
    'select 1 from organisation.person where employer_id = $1 and email = $2 and id is distinct from $3',
    [tx.employerId, details.email, personId],
  );
  return other === undefined ? undefined : 'email-taken';
}

function withoutUndefined<T extends object>(change: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { [Key in keyof T]: Exclude<T[Key], undefined> };
}
