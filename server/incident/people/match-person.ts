import type { PersonIdentity, SamePersonReason } from '../../../contract/incident.ts';
import { type JobHandler, newId, type Tx, type Vault } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { publishIncident } from '../publish-incident.ts';
import { type Known, knownPeople, knownPerson, looksOf } from './known-person.ts';
import { type Apart, mayLookAlike } from './looks-alike.ts';
import { onlyNamed, printsOf } from './person-keys.ts';
import { keepWords, othersDescribedSo } from './person-words.ts';
import { type Candidate, whoMayBeTheSame } from './same-person.ts';

export const matchPersonJob = 'match-person';

/** In a job: whoever reports or follows up does not wait, and never sees what it is compared with. */
export async function matchPersonSoon(tx: Tx, incidentId: string): Promise<void> {
  await tx.enqueue({ kind: matchPersonJob, runAt: tx.now, key: `match-person:${incidentId}`, data: { incidentId } });
}

/** After a report, when it says anything of who did it. */
export async function matchWhoIsTold(tx: Tx, incidentId: string): Promise<void> {
  const isTold = await tx.maybeRow(
    `select from incident.involved where incident_id = $1 and role = 'aggressor' and sealed_identity is not null limit 1`,
    [incidentId],
  );
  if (isTold) await matchPersonSoon(tx, incidentId);
}

/** Keeps the fingerprints of who did it up to date, and proposes who may be the same. What a person decided stays. */
export function matchPerson({ vault }: Pick<FollowUpNeeds, 'vault'>): JobHandler {
  return async (tx, { data }) => {
    const incidentId = String(data['incidentId']);
    const known = await knownPerson(vault, tx, incidentId);
    if (!known) return;
    await tx.execute('delete from incident.person_key where involved_id = $1', [known.involvedId]);
    await keepKeys(vault, tx, known);
    const candidates = whoMayBeTheSame(await candidatesFor(vault, tx, { known, incidentId }));
    await takeBackOthers(tx, known.involvedId, candidates);
    for (const candidate of candidates) await propose(tx, { involvedId: known.involvedId, incidentId }, candidate);
    await publishIncident(tx, incidentId);
  };
}

/** What was found out counts; where that is silent, the name that was reported. */
function comparable({ identity, reportedName }: Known): Omit<PersonIdentity, 'description' | 'looks'> {
  return { ...onlyNamed(null), ...identity, name: identity?.name ?? reportedName };
}

async function keepKeys(vault: Vault, tx: Tx, known: Known): Promise<void> {
  for (const { kind, fingerprint } of printsOf(comparable(known), (text) => vault.blindIndex(tx.employerId, text))) {
    await tx.execute(
      'insert into incident.person_key (involved_id, employer_id, kind, fingerprint) values ($1, $2, $3, $4)',
      [known.involvedId, tx.employerId, kind, fingerprint],
    );
  }
}

interface Mine {
  readonly known: Known;
  readonly incidentId: string;
}

/** Whoever has a name, a birthday, an address or a seldom word in common; and of these, who also looks alike. */
async function candidatesFor(vault: Vault, tx: Tx, { known, incidentId }: Mine): Promise<Candidate[]> {
  const { occurredAt } = await tx.row<{ occurredAt: Date }>(
    'select occurred_at as "occurredAt" from incident.incident where id = $1',
    [incidentId],
  );
  const looks = looksOf(known);
  const described = { involvedId: known.involvedId, occurredAt, words: looks.words };
  await keepWords(vault, tx, described);
  const { involvedIds, common } = await othersDescribedSo(vault, tx, described);
  const rows = await candidateRows(tx, known.involvedId, incidentId, involvedIds);
  const others = await knownPeople(
    vault,
    tx,
    rows.map((row) => row.incidentId),
  );
  return rows.map((row) => {
    const other = others.get(row.incidentId);
    const looksAlike = other && mayLookAlike(looks, looksOf(other), row, common);
    return { ...row, alike: [...row.alike, ...(looksAlike ? (['looks'] as const) : [])] };
  });
}

/** More than this many alike say nothing; the newest are looked at. */
const MOST = 100;

interface CandidateRow extends Apart {
  readonly involvedId: string;
  readonly incidentId: string;
  readonly alike: readonly SamePersonReason[];
  readonly isBornOnAnotherDay: boolean;
}

async function candidateRows(
  tx: Tx,
  involvedId: string,
  incidentId: string,
  described: readonly string[],
): Promise<CandidateRow[]> {
  return tx.rows<CandidateRow>(
    `select c.involved_id as "involvedId", v.incident_id as "incidentId", c.alike,
       coalesce(theirs.room_id = mine.room_id, false) as "isSameRoom",
       coalesce(theirs.location_id = mine.location_id, false) as "isSameLocation",
       abs(extract(epoch from theirs.occurred_at - mine.occurred_at) / 86400)::float as days,
       exists (select from incident.person_key a join incident.person_key b on b.kind = a.kind
         where a.kind = 'born' and a.involved_id = $2 and b.involved_id = c.involved_id
           and a.fingerprint <> b.fingerprint) as "isBornOnAnotherDay"
     from (
       select t.involved_id, coalesce(array_agg(t.kind order by t.kind) filter (where t.kind is not null), '{}') as alike
       from (
         (select o.involved_id, o.kind
          from incident.person_key m
          join incident.person_key o on o.employer_id = $1 and o.fingerprint = m.fingerprint and o.kind = m.kind
          where m.involved_id = $2 and o.involved_id <> $2
          order by o.involved_id desc limit ${4 * MOST})
         union all select unnest($4::uuid[]), null) t
       group by t.involved_id order by t.involved_id desc limit ${MOST}) c
     join incident.involved v on v.id = c.involved_id
     join incident.incident theirs on theirs.id = v.incident_id
     join incident.incident mine on mine.id = $3
     where v.incident_id <> $3`,
    [tx.employerId, involvedId, incidentId, described],
  );
}

/** What nothing speaks for any more; what is still so keeps its id, because somebody may be deciding on it this moment. */
async function takeBackOthers(tx: Tx, involvedId: string, candidates: readonly Candidate[]): Promise<void> {
  await tx.execute(
    `delete from incident.same_person where state = 'proposed'
       and ((one_id = $1 and other_id <> all($2::uuid[])) or (other_id = $1 and one_id <> all($2::uuid[])))`,
    [involvedId, candidates.map((candidate) => candidate.involvedId)],
  );
}

async function propose(tx: Tx, mine: { involvedId: string; incidentId: string }, other: Candidate): Promise<void> {
  const [one, two] = mine.involvedId < other.involvedId ? [mine, other] : [other, mine];
  const why: readonly SamePersonReason[] = other.alike;
  await tx.execute(
    `insert into incident.same_person (id, employer_id, one_id, one_incident_id, other_id, other_incident_id, why, found_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (one_id, other_id) do update set why = excluded.why, found_at = excluded.found_at
       where same_person.state = 'proposed' and same_person.why <> excluded.why`,
    [newId(), tx.employerId, one.involvedId, one.incidentId, two.involvedId, two.incidentId, why, tx.now],
  );
  await publishIncident(tx, other.incidentId);
}
