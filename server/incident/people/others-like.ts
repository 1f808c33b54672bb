import type { AnswerOf } from '../../../contract/endpoint.ts';
import type { readWhoDidIt as endpoint, SamePersonReason } from '../../../contract/incident.ts';
import type { Tx, Vault } from '../../platform/index.ts';
import { partBits } from '../incident-access.ts';
import { type Named, refOf } from '../person-ref.ts';
import type { SameState } from './decide-same-person.ts';
import { type Known, knownPeople, looksOf } from './known-person.ts';
import { sharedLooks } from './looks-alike.ts';

type Other = AnswerOf<typeof endpoint>['others'][number];

interface OtherRow {
  readonly sameId: string;
  readonly state: SameState;
  readonly why: SamePersonReason[];
  readonly incidentId: string | null;
  readonly number: string | null;
  readonly occurredAt: Date | null;
  readonly samePlace: string | null;
  readonly daysApart: number | null;
  readonly decidedBy: Named | null;
  readonly history: readonly { decision: SameState; at: string; by: Named }[] | null;
}

/**
 * All that a person said to be the same, and from there on; and what is proposed about this one, each with why. A dossier that this
 * reader does not see has no number here, and nothing of what stands in it is compared.
 */
export async function othersLike(
  vault: Vault,
  tx: Tx,
  { mine, incidentId }: { readonly mine: Known; readonly incidentId: string },
): Promise<Other[]> {
  const rows = await otherRows(tx, mine.involvedId, incidentId);
  const seen = rows.flatMap((row) => (row.incidentId && (isSame(row) || byLooks(row)) ? [row.incidentId] : []));
  const others = await knownPeople(vault, tx, seen);
  await recordLooks(tx, rows);
  return rows.map((row) => shown(row, mine, row.incidentId === null ? undefined : others.get(row.incidentId)));
}

const isSame = ({ state }: OtherRow) => state === 'same';
const byLooks = ({ why }: OtherRow) => why.includes('looks');

/** Six words say why; more would be the description itself. */
const MOST_WORDS = 6;

function shown(row: OtherRow, mine: Known, other: Known | undefined): Other {
  const { sameId, state, why, incidentId, number, occurredAt, samePlace, daysApart, decidedBy, history } = row;
  const shared = other && byLooks(row) ? sharedLooks(looksOf(mine), looksOf(other)) : null;
  return {
    sameId,
    state,
    why,
    incident: incidentId && number && occurredAt ? { incidentId, number, occurredAt: occurredAt.toISOString() } : null,
    looks: shared && {
      words: shared.words.slice(0, MOST_WORDS).map(({ written }) => written),
      hints: [...shared.hints],
    },
    samePlace,
    daysApart,
    identity: other && isSame(row) ? identityIn(other) : null,
    decidedBy: refOf(decidedBy),
    history: (history ?? []).map(({ decision, at, by }) => ({
      decision,
      at: new Date(at).toISOString(),
      by: refOf(by),
    })),
  };
}

/** What is known there: what was found out, or else as it was reported. */
function identityIn({ identity, reportedName, reportedDescription }: Known): Other['identity'] {
  const nothing = { name: null, bornOn: null, postcode: null, houseNumber: null, description: null };
  const found = { ...nothing, ...identity };
  return { ...found, name: found.name ?? reportedName, description: found.description ?? reportedDescription };
}

/** Of one who is the same, this shows what another dossier knows: a look there as well. */
async function recordLooks(tx: Tx, rows: readonly OtherRow[]): Promise<void> {
  for (const { incidentId } of rows.filter(isSame)) {
    if (incidentId === null) continue;
    await tx.recordAudit({ action: 'who-did-it-read', objectKind: 'incident', objectId: incidentId, incidentId });
  }
}

async function otherRows(tx: Tx, involvedId: string, incidentId: string): Promise<OtherRow[]> {
  return tx.rows<OtherRow>(
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
       case when i.room_id = mine.room_id then r.name when i.location_id = mine.location_id then l.name end as "samePlace",
       floor(abs(extract(epoch from i.occurred_at - mine.occurred_at)) / 86400)::int as "daysApart",
       case when p.id is not null then
         json_build_object('id', p.id, 'givenName', p.given_name, 'familyName', p.family_name) end as "decidedBy",
       h.history
     from found
     join incident.same_person s on s.id = found.edge
     join incident.incident mine on mine.id = $2
     left join incident.incident i
       on i.id = case when s.one_id = found.id then s.one_incident_id else s.other_incident_id end
       and incident.may(i.id, ${partBits.act})
     left join organisation.room r on r.id = i.room_id
     left join organisation.location l on l.id = i.location_id
     left join organisation.person p on p.id = s.decided_by
     left join lateral (
       select json_agg(json_build_object('decision', d.decision, 'at', d.decided_at, 'by',
         json_build_object('id', q.id, 'givenName', q.given_name, 'familyName', q.family_name))
         order by d.decided_at desc, d.id desc) as history
       from incident.same_person_decision d join organisation.person q on q.id = d.decided_by
       where d.one_id = s.one_id and d.other_id = s.other_id) h on true
     order by array_position(array['same', 'proposed', 'different'], s.state), i.occurred_at desc nulls last, s.id
     limit 100`,
    [involvedId, incidentId],
  );
}
