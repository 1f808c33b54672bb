import type { AnswerOf } from '../../contract/endpoint.ts';
import type { listCast } from '../../contract/identity.ts';
import { colleagueRef, rolesOf, teamsOf } from '../organisation/index.ts';
import { Absent, type Refused, type Tx } from '../platform/index.ts';
import { countTry } from './attempts.ts';
import { startSession } from './sessions.ts';
import type { Visit } from './sign-in.ts';

interface CastRow {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly jobTitle: string;
  readonly homeEmployerName: string | null;
  readonly intro: { readonly nl: string; readonly en: string } | null;
}

/** Without introductions these came first; in a large demonstration thousands follow whom nobody steps in as. */
const castSize = 60;

type Listed = AnswerOf<typeof listCast>['employers'][number];

export async function readCast(tx: Tx): Promise<AnswerOf<typeof listCast>> {
  const employers: Listed[] = [];
  for (const { id, name } of await demonstrations(tx)) {
    await tx.enter(id, null);
    employers.push({ id, name, cast: await introduce(tx) });
  }
  return { employers };
}

async function introduce(tx: Tx): Promise<Listed['cast']> {
  const cast = await castOf(tx);
  const ids = cast.map(({ id }) => id);
  const [teams, roles] = await Promise.all([teamsOf(tx, ids, tx.now), rolesOf(tx, ids, tx.now)]);
  return cast.map((person) => {
    const held = roles.get(person.id) ?? [];
    const own = held.filter(({ deputyFor }) => deputyFor === null).map(({ role }) => role);
    return {
      ...colleagueRef(person),
      jobTitle: person.jobTitle,
      homeEmployerName: person.homeEmployerName,
      intro: person.intro,
      teams: (teams.get(person.id) ?? []).map(({ name }) => name),
      roles: [...new Set(own)],
      deputyFor: [...new Set(held.flatMap(({ deputyFor }) => deputyFor?.name ?? []))],
    };
  });
}

/** Only into a demonstration, and only as one of its cast: an organisation with real people has no such door. */
export async function stepIn(visit: Visit, personId: string): Promise<{ state: 'signed_in' } | Refused> {
  const { tx, asker } = visit;
  const tooMany = await countTry(tx, 'step-in', asker.address);
  if (tooMany) return tooMany;
  const employer = await employerOf(tx, personId);
  await tx.enter(employer.id, personId);
  await startSession(tx, visit, { personId, method: 'demonstration', isProven: false });
  return { state: 'signed_in' };
}

/** Only from inside an employer its people can be seen, so each is looked into. */
async function employerOf(tx: Tx, personId: string): Promise<Demonstration> {
  for (const employer of await demonstrations(tx)) {
    await tx.enter(employer.id, null);
    if ((await castOf(tx)).some(({ id }) => id === personId)) return employer;
  }
  throw new Absent('cast');
}

interface Demonstration {
  readonly id: string;
  readonly name: string;
}

/** Throws `Absent` where there is none. */
async function demonstrations(tx: Tx): Promise<Demonstration[]> {
  const found = await tx.rows<Demonstration>('select id, name from organisation.demonstration_employers()');
  if (found.length === 0) throw new Absent('demonstration');
  return found;
}

/**
 * Those whom the settings of the demonstration introduce, in that order: `cast: [{ id, nl, en }]`.
 * Without introductions: its first people.
 */
async function castOf(tx: Tx): Promise<CastRow[]> {
  return tx.rows<CastRow>(
    `select p.id, p.given_name as "givenName", p.family_name as "familyName", p.job_title as "jobTitle",
       p.home_employer_name as "homeEmployerName",
       case when introduced.position is not null then
         jsonb_build_object('nl', introduced.member ->> 'nl', 'en', introduced.member ->> 'en') end as intro
     from organisation.person p
     join organisation.employer e on e.id = p.employer_id and e.is_demonstration
     left join lateral (
       select member, position from jsonb_array_elements(e.settings -> 'cast') with ordinality as each (member, position)
       where member ->> 'id' = p.id::text
     ) introduced on true
     where p.employer_id = $1 and p.ended_at is null
       and (introduced.position is not null or jsonb_typeof(e.settings -> 'cast') is distinct from 'array')
     order by introduced.position, p.created_at, p.id
     limit $2`,
    [tx.employerId, castSize],
  );
}
