import type { AnswerOf, BodyOf } from '../../contract/endpoint.ts';
import type { changeMe, getMe } from '../../contract/organisation.ts';
import type { Tx } from '../platform/index.ts';
import { presenceOf } from './calendars.ts';
import { getEmployer } from './employer.ts';
import { colleagueRef } from './names.ts';
import { deputiesOf, getPerson, managersOf, rolesOf, teamsOf } from './people.ts';
import { reachabilityOf } from './presence.ts';
import { wordsOf } from './sector-packs.ts';
import { reachableColleagues } from './who-to-call.ts';

export async function readMe(tx: Tx, personId: string): Promise<AnswerOf<typeof getMe>> {
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
    roles: roles.get(personId) ?? [],
    teams: myTeams.map((team) => ({
      ...team,
      managers: (managers.get(team.id) ?? []).flatMap(({ id: managerId }) => reachable.get(managerId) ?? []),
    })),
    deputies: deputies.get(personId) ?? [],
    reachability: presence ? reachabilityOf(presence) : { isReachable: false, untilAt: null, because: null },
  };
}

export async function saveMe(tx: Tx, personId: string, change: BodyOf<typeof changeMe>): Promise<{ personId: string }> {
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
