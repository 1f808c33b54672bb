import type { AnswerOf, BodyOf } from '../../contract/endpoint.ts';
import type { changeMe, getMe } from '../../contract/organisation.ts';
import { Forbidden, type Session, type Tx } from '../platform/index.ts';
import { presenceOf } from './calendars.ts';
import { getEmployer } from './employer.ts';
import { colleagueRef } from './names.ts';
import { deputiesOf, getPerson, managersOf, rolesOf, teamsOf } from './people.ts';
import { reachabilityOf } from './presence.ts';
import { wordsOf } from './sector-packs.ts';
import { reachableColleagues } from './who-to-call.ts';

export async function readMe(tx: Tx, session: Session): Promise<AnswerOf<typeof getMe>> {
  const { personId } = session;
  const [person, employer, roles, teams, deputies, presences] = await Promise.all([
    getPerson(tx, personId),
    getEmployer(tx),
    rolesOf(tx, [personId], tx.now),
    teamsOf(tx, [personId], tx.now),
    deputiesOf(tx, [personId], tx.now),
    presenceOf(tx, [personId], tx.now),
  ]);
  const myTeams = teams.get(personId) ?? [];
  const managers = await managersOf(
    tx,
    myTeams.map(({ id }) => id),
    tx.now,
  );
  const managerIds = [...managers.values()].flat().map(({ id }) => id);
  const reachable = await reachableColleagues(tx, managerIds, tx.now);
  const { email, phone, jobTitle, kind, homeEmployerName, language, givenName, familyName } = person;
  const { id, name, sector, isDemonstration, words } = employer;
  const presence = presences.get(personId);
  return {
    person: {
      ...colleagueRef(person),
      givenName,
      familyName,
      email,
      phone,
      jobTitle,
      kind,
      homeEmployerName,
      language,
    },
    employer: { id, name, sector, isDemonstration, words: wordsOf(sector, words) },
    cameByLink: isByLink(session),
    roles: roles.get(personId) ?? [],
    teams: myTeams.map((team) => ({
      ...team,
      managers: (managers.get(team.id) ?? []).flatMap(({ id: managerId }) => reachable.get(managerId) ?? []),
    })),
    deputies: deputies.get(personId) ?? [],
    reachability: presence ? reachabilityOf(presence) : { isReachable: false, untilAt: null, because: null },
  };
}

/** A guest's number is where their code goes: it is changed by who invited them, never from within. */
export async function saveMe(tx: Tx, session: Session, change: BodyOf<typeof changeMe>): Promise<{ personId: string }> {
  if (change.phone !== undefined && isByLink(session)) throw new Forbidden('a guest');
  const { personId } = session;
  await tx.execute(
    `update organisation.person
     set language = coalesce($2, language), phone = case when $3 then $4 else phone end
     where id = $1`,
    [personId, change.language ?? null, change.phone !== undefined, change.phone ?? null],
  );
  await tx.recordAudit({
    action: 'person-changed',
    objectKind: 'person',
    objectId: personId,
    detail: { fields: Object.keys(change).join(' ') },
  });
  return { personId };
}

function isByLink(session: Session): boolean {
  return session['method'] === 'guest_link';
}
