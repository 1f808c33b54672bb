import type { AnswerOf } from '../../../contract/endpoint.ts';
import type { readWhoDidIt as endpoint } from '../../../contract/incident.ts';
import { Absent, newId, type Refused, refuse, type Tx } from '../../platform/index.ts';
import { partBits } from '../incident-access.ts';
import { lockIncident } from '../lock-incident.ts';
import { publishIncident } from '../publish-incident.ts';
import { matchPersonSoon } from './match-person.ts';

export type SameState = AnswerOf<typeof endpoint>['others'][number]['state'];

export interface DecidedSame {
  readonly sameId: string;
  readonly state: SameState;
}

interface Pair {
  readonly sameId: string;
  readonly oneId: string;
  readonly oneIncidentId: string;
  readonly otherId: string;
  readonly otherIncidentId: string;
}

const pairColumns = `id as "sameId", one_id as "oneId", one_incident_id as "oneIncidentId", other_id as "otherId",
  other_incident_id as "otherIncidentId"`;

/**
 * Who may act on both dossiers decides. Taken back, it is a proposal again; the two are then compared anew, and without
 * anything in common the proposal goes too.
 */
export async function decideSamePerson(
  tx: Tx,
  { sameId, decision }: { readonly sameId: string; readonly decision: SameState },
): Promise<DecidedSame> {
  const pair = await tx.maybeRow<Pair>(
    `update incident.same_person set state = $2, decided_at = $3, decided_by = $4 where id = $1 returning ${pairColumns}`,
    [sameId, decision, tx.now, tx.personId],
  );
  if (!pair) throw new Absent('proposal');
  await keepDecision(tx, pair, decision);
  if (decision === 'proposed') await matchPersonSoon(tx, pair.oneIncidentId);
  return { sameId, state: decision };
}

/** Of two that nothing was proposed about, or were said to be different: somebody knows that they are one. */
export async function joinPerson(
  tx: Tx,
  { incidentId, number }: { readonly incidentId: string; readonly number: string },
): Promise<DecidedSame | Refused<'no-person-to-join'>> {
  await lockIncident(tx, incidentId, 'add_people');
  const people = await tx.rows<{ incidentId: string; involvedId: string }>(
    `select distinct on (i.id) i.id as "incidentId", v.id as "involvedId"
     from incident.incident i join incident.involved v on v.incident_id = i.id and v.role = 'aggressor'
     where (i.id = $1 or (i.employer_id = $2 and i.number = $3)) and i.state <> 'corrected' and incident.may(i.id, $4)
     order by i.id, v.added_at, v.id`,
    [incidentId, tx.employerId, number, partBits.act],
  );
  const [one, two] = people.toSorted((first, second) => (first.involvedId < second.involvedId ? -1 : 1));
  if (!one || !two) return refuse('no-person-to-join');
  await tx.execute(
    `insert into incident.same_person (id, employer_id, one_id, one_incident_id, other_id, other_incident_id, why, state,
       found_at, decided_at, decided_by)
     values ($1, $2, $3, $4, $5, $6, '{said}', 'same', $7, $7, $8) on conflict (one_id, other_id) do nothing`,
    [newId(), tx.employerId, one.involvedId, one.incidentId, two.involvedId, two.incidentId, tx.now, tx.personId],
  );
  const { sameId } = await tx.row<{ sameId: string }>(
    'select id as "sameId" from incident.same_person where one_id = $1 and other_id = $2',
    [one.involvedId, two.involvedId],
  );
  return decideSamePerson(tx, { sameId, decision: 'same' });
}

/** Every decision stays, also one that was taken back: on both dossiers, and in their logs. */
async function keepDecision(tx: Tx, pair: Pair, decision: SameState): Promise<void> {
  await tx.execute(
    `insert into incident.same_person_decision (id, employer_id, one_id, one_incident_id, other_id, other_incident_id,
       decision, decided_at, decided_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      newId(),
      tx.employerId,
      pair.oneId,
      pair.oneIncidentId,
      pair.otherId,
      pair.otherIncidentId,
      decision,
      tx.now,
      tx.personId,
    ],
  );
  for (const incidentId of [pair.oneIncidentId, pair.otherIncidentId]) {
    await tx.recordAudit({
      action: 'same-person-decided',
      objectKind: 'same-person',
      objectId: pair.sameId,
      incidentId,
      detail: { decision },
    });
    await publishIncident(tx, incidentId);
  }
}
