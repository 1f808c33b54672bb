import type { PersonIdentity, SamePersonReason } from '../../../contract/incident.ts';
import { type JobHandler, newId, type Tx, type Vault } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { publishIncident } from '../publish-incident.ts';
import { type Known, knownPerson } from './known-person.ts';
import { keysOf } from './person-keys.ts';
import { type Candidate, whoMayBeTheSame } from './same-person.ts';

export const matchPersonJob = 'match-person';

/** In a job: whoever reports or follows up does not wait, and never sees what it is compared with. */
export async function matchPersonSoon(tx: Tx, incidentId: string): Promise<void> {
  await tx.enqueue({ kind: matchPersonJob, runAt: tx.now, key: `match-person:${incidentId}`, data: { incidentId } });
}

/** Keeps the fingerprints of who did it up to date, and proposes who may be the same. What a person decided stays. */
export function matchPerson({ vault }: Pick<FollowUpNeeds, 'vault'>): JobHandler {
  return async (tx, { data }) => {
    const incidentId = String(data['incidentId']);
    const known = await knownPerson(vault, tx, incidentId);
    if (!known) return;
    await tx.execute('delete from incident.person_key where involved_id = $1', [known.involvedId]);
    await tx.execute(`delete from incident.same_person where state = 'proposed' and (one_id = $1 or other_id = $1)`, [
      known.involvedId,
    ]);
    await keepKeys(vault, tx, known);
    for (const candidate of whoMayBeTheSame(await candidatesFor(tx, known.involvedId))) {
      await propose(tx, { involvedId: known.involvedId, incidentId }, candidate);
    }
    await publishIncident(tx, incidentId);
  };
}

/** What was found out counts; where that is silent, the name that was reported. */
function comparable({ identity, reportedName }: Known): Omit<PersonIdentity, 'description'> {
  const nothing = { name: null, bornOn: null, postcode: null, houseNumber: null };
  return { ...nothing, ...identity, name: identity?.name ?? reportedName };
}

async function keepKeys(vault: Vault, tx: Tx, known: Known): Promise<void> {
  for (const [kind, text] of Object.entries(keysOf(comparable(known)))) {
    await tx.execute(
      'insert into incident.person_key (involved_id, employer_id, kind, fingerprint) values ($1, $2, $3, $4)',
      [known.involvedId, tx.employerId, kind, vault.blindIndex(tx.employerId, `person ${kind} ${text}`)],
    );
  }
}

/** More than this many alike say nothing; the newest are looked at. */
const MOST = 100;

async function candidatesFor(tx: Tx, involvedId: string): Promise<Candidate[]> {
  return tx.rows<Candidate>(
    `select c.involved_id as "involvedId", v.incident_id as "incidentId", c.alike,
       exists (select from incident.person_key a join incident.person_key b on b.kind = a.kind
         where a.kind = 'born' and a.involved_id = $2 and b.involved_id = c.involved_id
           and a.fingerprint <> b.fingerprint) as "isBornOnAnotherDay"
     from (
       select o.involved_id, array_agg(o.kind order by o.kind) as alike
       from incident.person_key m
       join incident.person_key o on o.employer_id = $1 and o.fingerprint = m.fingerprint and o.kind = m.kind
       where m.involved_id = $2 and o.involved_id <> $2
       group by o.involved_id order by o.involved_id desc limit ${MOST}) c
     join incident.involved v on v.id = c.involved_id`,
    [tx.employerId, involvedId],
  );
}

async function propose(tx: Tx, mine: { involvedId: string; incidentId: string }, other: Candidate): Promise<void> {
  const [one, two] = mine.involvedId < other.involvedId ? [mine, other] : [other, mine];
  const why: readonly SamePersonReason[] = other.alike;
  await tx.execute(
    `insert into incident.same_person (id, employer_id, one_id, one_incident_id, other_id, other_incident_id, why, found_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (one_id, other_id) do nothing`,
    [newId(), tx.employerId, one.involvedId, one.incidentId, two.involvedId, two.incidentId, why, tx.now],
  );
  await publishIncident(tx, other.incidentId);
}
