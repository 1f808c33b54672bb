import type { AnswerOf } from '../../../contract/endpoint.ts';
import type { readWhoDidIt as endpoint, PersonIdentity, SamePersonReason } from '../../../contract/incident.ts';
import type { Sentence } from '../../../contract/problem.ts';
import { Absent, Forbidden, type Refused, refuse, type Tx } from '../../platform/index.ts';
import type { Flawed } from '../flaws.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { mayEver, partBits } from '../incident-access.ts';
import { lockIncident, type Written } from '../lock-incident.ts';
import { type Named, refOf } from '../person-ref.ts';
import { publishIncident } from '../publish-incident.ts';
import { sealField } from '../seal-field.ts';
import { foundSealedAs, knownPerson } from './known-person.ts';
import { matchPersonSoon } from './match-person.ts';

type WhoDidIt = AnswerOf<typeof endpoint>;
export type SameState = WhoDidIt['others'][number]['state'];

type PersonRefusal = 'nobody-to-identify' | 'emotion-goes-without-a-name';
export const personRefusals = {
  'nobody-to-identify': {
    nl: 'Bij deze melding hoort niemand die het deed.',
    en: 'Nobody is said to have done this.',
  },
  'emotion-goes-without-a-name': {
    nl: 'Wie alleen boos of verdrietig is, leggen we niet vast op naam.',
    en: 'Somebody who is only angry or sad is not put on record by name.',
  },
} as const satisfies Record<PersonRefusal, Sentence>;

/** For who leads the whole of it and the coordinator. Every look is on the record. */
export async function readWhoDidIt(
  { vault }: Pick<FollowUpNeeds, 'vault'>,
  tx: Tx,
  incidentId: string,
): Promise<WhoDidIt> {
  await requireLead(tx, incidentId);
  const known = await knownPerson(vault, tx, incidentId);
  await tx.recordAudit({ action: 'who-did-it-read', objectKind: 'incident', objectId: incidentId, incidentId });
  return {
    identity: known?.identity ?? null,
    isOnDossier: known !== undefined,
    others: known ? await othersLike(tx, known.involvedId) : [],
  };
}

/** What was found out later about who was described or unknown; it is compared by a job. */
export async function identifyPerson(
  needs: FollowUpNeeds,
  tx: Tx,
  { incidentId, identity }: { readonly incidentId: string; readonly identity: PersonIdentity },
): Promise<Written | Flawed | Refused<PersonRefusal | 'incident-corrected'>> {
  const flaws = citizenServiceNumbersIn(identity);
  if (flaws.length > 0) return { flaws };
  const { incident } = await lockIncident(tx, incidentId, 'add_people');
  if (incident.state === 'corrected') return refuse('incident-corrected');
  const known = await knownPerson(needs.vault, tx, incidentId);
  if (!known) return refuse('nobody-to-identify');
  const { severity } = await tx.row<{ severity: string }>('select severity from incident.incident where id = $1', [
    incidentId,
  ]);
  // The reporter may describe somebody whose anger persists; where that was not so, nobody else may either.
  if (severity === 'emotion' && known.knowledge === 'unknown') return refuse('emotion-goes-without-a-name');
  await sealField(needs, tx, {
    incidentId,
    field: foundSealedAs,
    part: partBits.aggressor,
    text: JSON.stringify(identity),
  });
  await tx.recordAudit({
    action: 'person-identified',
    objectKind: 'involved',
    objectId: known.involvedId,
    incidentId,
  });
  await matchPersonSoon(tx, incidentId);
  await publishIncident(tx, incidentId);
  return { incidentId, state: incident.state };
}

/** A person decides, and can take it back: then it is a proposal again. Only who may act on both. */
export async function decideSamePerson(
  tx: Tx,
  { sameId, decision }: { readonly sameId: string; readonly decision: SameState },
): Promise<{ sameId: string; state: SameState }> {
  const decided = await tx.maybeRow<{ oneId: string; otherId: string }>(
    `update incident.same_person set state = $2, decided_at = $3, decided_by = $4 where id = $1
     returning one_incident_id as "oneId", other_incident_id as "otherId"`,
    [sameId, decision, tx.now, tx.personId],
  );
  if (!decided) throw new Absent('proposal');
  for (const incidentId of [decided.oneId, decided.otherId]) {
    await tx.recordAudit({
      action: 'same-person-decided',
      objectKind: 'same-person',
      objectId: sameId,
      incidentId,
      detail: { decision },
    });
    await publishIncident(tx, incidentId);
  }
  return { sameId, state: decision };
}

async function requireLead(tx: Tx, incidentId: string): Promise<void> {
  const seen = await tx.maybeRow<{ bits: number | null }>(
    `select (select bit_or(g.parts) from incident.access_grant g
       where g.incident_id = i.id and g.grantee_id = any ((select platform.grantees())::uuid[])) as bits
     from incident.incident i where i.id = $1`,
    [incidentId],
  );
  if (!seen) throw new Absent('incident');
  if (!mayEver('add_people', seen.bits ?? 0)) throw new Forbidden('who did it');
}

interface OtherRow {
  readonly sameId: string;
  readonly state: SameState;
  readonly why: SamePersonReason[];
  readonly incidentId: string | null;
  readonly number: string | null;
  readonly occurredAt: Date | null;
  readonly decidedBy: Named | null;
}

/**
 * All that a person said to be the same, and from there on; and what is proposed about this one. A dossier that this reader does
 * not see has no number here.
 */
async function othersLike(tx: Tx, involvedId: string): Promise<WhoDidIt['others']> {
  const rows = await tx.rows<OtherRow>(
    `with recursive same (id, edge) as (
       select $1::uuid, null::uuid
       union
       select case when s.one_id = same.id then s.other_id else s.one_id end, s.id
       from same join incident.same_person s on same.id in (s.one_id, s.other_id) and s.state = 'same'
     ), found as (
       (select distinct on (id) id, edge from same where id <> $1 order by id, edge)
       union all
       select case when s.one_id = $1 then s.other_id else s.one_id end, s.id
       from incident.same_person s where $1 in (s.one_id, s.other_id) and s.state <> 'same'
     )
     select s.id as "sameId", s.state, s.why, i.id as "incidentId", i.number, i.occurred_at as "occurredAt",
       case when p.id is not null then
         json_build_object('id', p.id, 'givenName', p.given_name, 'familyName', p.family_name) end as "decidedBy"
     from found
     join incident.same_person s on s.id = found.edge
     left join incident.incident i
       on i.id = case when s.one_id = found.id then s.one_incident_id else s.other_incident_id end
       and incident.may(i.id, ${partBits.act})
     left join organisation.person p on p.id = s.decided_by
     order by array_position(array['same', 'proposed', 'different'], s.state), i.occurred_at desc nulls last, s.id
     limit 100`,
    [involvedId],
  );
  return rows.map(({ sameId, state, why, incidentId, number, occurredAt, decidedBy }) => ({
    sameId,
    state,
    why,
    incident: incidentId && number && occurredAt ? { incidentId, number, occurredAt: occurredAt.toISOString() } : null,
    decidedBy: refOf(decidedBy),
  }));
}
