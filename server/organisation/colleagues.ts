import type { AnswerOf, BodyOf } from '../../contract/endpoint.ts';
import type { Colleague, getColleague, PersonKind, searchPeople } from '../../contract/organisation.ts';
import type { Tx } from '../platform/index.ts';
import { presenceOf } from './calendars.ts';
import { colleagueRef, type Named, searchPatterns } from './names.ts';
import { deputiesOf, getPerson, rolesOf, teamsOf } from './people.ts';
import { reachabilityOf } from './presence.ts';

interface ColleagueRow extends Named {
  readonly jobTitle: string;
  readonly kind: PersonKind;
  readonly homeEmployerName: string | null;
}

/** A page of colleagues in order of family name. The cursor is the last person of the page before: no name travels. */
export async function findColleagues(
  tx: Tx,
  { name, teamId, after, limit }: BodyOf<typeof searchPeople>,
): Promise<AnswerOf<typeof searchPeople>> {
  const found = await tx.rows<ColleagueRow>(
    `select p.id, p.given_name as "givenName", p.family_name as "familyName", p.job_title as "jobTitle", p.kind,
       p.home_employer_name as "homeEmployerName"
     from organisation.person p
     where p.employer_id = $1 and (p.ended_at is null or p.ended_at > $2) and not p.is_by_link
       and p.search_name like all ($3::text[])
       and ($4::uuid is null or exists (
         select from organisation.membership m
         where m.person_id = p.id and m.team_id = $4 and m.since <= $2 and (m.until is null or m.until > $2)))
       and ($5::uuid is null or (p.sort_name, p.id) > (select q.sort_name, q.id from organisation.person q where q.id = $5))
     order by p.sort_name, p.id
     limit $6`,
    [tx.employerId, tx.now, name === undefined ? [] : searchPatterns(name), teamId ?? null, after ?? null, limit + 1],
  );
  const page = found.slice(0, limit);
  return { people: await withTeams(tx, page), next: found.length > limit ? (page.at(-1)?.id ?? null) : null };
}

/** More of one name than this nobody tells apart by name. */
const NAMESAKES = 100;
/** Whether a word is on more than so many names makes no difference any more: there are soon enough of them. */
const COUNTED = 2_000;
/** No letter comes after the one, and none before the other: between a word and these lies what begins so, or the word alone. */
const LAST_LETTER = '\u{10ffff}';
const FIRST_LETTER = '\u{1}';

/**
 * Everybody with such a name, also who left: each word begins a word of the name; one of two letters is a whole word. Looked up
 * by the word that the fewest have.
 */
export async function peopleNamed(tx: Tx, words: readonly string[]): Promise<string[]> {
  if (words.length === 0) return [];
  const asked = words.map((word) =>
    word.length > 2
      ? { since: word, until: `${word}${LAST_LETTER}`, pattern: `% ${word}%` }
      : { since: word, until: `${word}${FIRST_LETTER}`, pattern: `% ${word} %` },
  );
  const found = await tx.rows<{ personId: string }>(
    `with rarest as materialized (
       select a.since, a.until from unnest($2::text[], $3::text[]) as a (since, until)
       order by (
         select count(*) from (
           select from organisation.name_word n
           where n.employer_id = $1 and n.word >= a.since and n.word < a.until limit ${COUNTED}) few)
       limit 1)
     select n.person_id as "personId"
     from rarest r
     cross join lateral (
       select n.word, n.person_id from organisation.name_word n
       where n.employer_id = $1 and n.word >= r.since and n.word < r.until and n.words like all ($4::text[])
       order by n.word, n.person_id
       limit ${NAMESAKES}) n`,
    [
      tx.employerId,
      asked.map(({ since }) => since),
      asked.map(({ until }) => until),
      asked.map(({ pattern }) => pattern),
    ],
  );
  return [...new Set(found.map(({ personId }) => personId))];
}

export async function readColleague(tx: Tx, personId: string): Promise<AnswerOf<typeof getColleague>> {
  const person = await getPerson(tx, personId);
  const [teams, roles, deputies, presences] = await Promise.all([
    teamsOf(tx, [personId], tx.now),
    rolesOf(tx, [personId], tx.now),
    deputiesOf(tx, [personId], tx.now),
    presenceOf(tx, [personId], tx.now),
  ]);
  const presence = presences.get(personId);
  const { jobTitle, kind, homeEmployerName, email, phone, endedAt } = person;
  return {
    ...colleagueRef(person),
    jobTitle,
    kind,
    homeEmployerName,
    email,
    phone,
    teams: teams.get(personId) ?? [],
    roles: roles.get(personId) ?? [],
    reachability: presence ? reachabilityOf(presence) : { isReachable: false, untilAt: null, because: null },
    deputies: deputies.get(personId) ?? [],
    hasLeft: endedAt !== null && endedAt <= tx.now,
  };
}

async function withTeams(tx: Tx, page: readonly ColleagueRow[]): Promise<Colleague[]> {
  const teams = await teamsOf(
    tx,
    page.map(({ id }) => id),
    tx.now,
  );
  return page.map((row) => ({
    ...colleagueRef(row),
    jobTitle: row.jobTitle,
    kind: row.kind,
    homeEmployerName: row.homeEmployerName,
    teams: teams.get(row.id) ?? [],
  }));
}
