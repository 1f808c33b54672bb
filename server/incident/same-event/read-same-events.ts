import type { AnswerOf } from '../../../contract/endpoint.ts';
import type { readSameEvents as endpoint, SameEventReason, SameEventState } from '../../../contract/incident.ts';
import type { IncidentState } from '../../../contract/incident-words.ts';
import { Forbidden, type Refused, refuse, type Tx } from '../../platform/index.ts';
import { mayEver, partBits } from '../incident-access.ts';
import { getIncidentHead } from '../incident-head.ts';
import { lockIncident } from '../lock-incident.ts';
import { type Named, refOf } from '../person-ref.ts';
import { publishIncident } from '../publish-incident.ts';
import { happeningOf } from './happening.ts';
import { addProposal } from './match-event.ts';
import { likenessOf } from './may-be-same-event.ts';
import type { Decided } from './pair.ts';

type SameEvents = AnswerOf<typeof endpoint>;

interface EventRow {
  readonly sameEventId: string;
  readonly state: SameEventState;
  readonly why: SameEventReason[];
  readonly minutesApart: number;
  readonly part: 'leading' | 'joined' | null;
  readonly incidentId: string | null;
  readonly number: string | null;
  readonly occurredAt: Date | null;
  readonly reportedAt: Date | null;
  readonly otherState: IncidentState | null;
  readonly decidedBy: Named | null;
}

/** For who acts on it. What is joined comes first; a dossier that is not theirs to act on has no number here. */
export async function readSameEvents(tx: Tx, incidentId: string): Promise<SameEvents> {
  const { bits } = await getIncidentHead(tx, incidentId);
  if (!mayEver('join', bits)) throw new Forbidden('same event');
  const rows = await tx.rows<EventRow>(
    `select e.id as "sameEventId", e.state, e.why, e.minutes_apart as "minutesApart",
       case $1 when e.leading_id then 'leading' when e.joined_id then 'joined' end as part,
       i.id as "incidentId", i.number, i.occurred_at as "occurredAt", i.reported_at as "reportedAt", i.state as "otherState",
       case when p.id is not null then
         json_build_object('id', p.id, 'givenName', p.given_name, 'familyName', p.family_name) end as "decidedBy"
     from incident.same_event e
     left join incident.incident i on i.id = case when e.one_id = $1 then e.other_id else e.one_id end
       and incident.may(i.id, ${partBits.act})
     left join organisation.person p on p.id = e.decided_by and i.id is not null
     where e.one_id = $1 or e.other_id = $1
     order by array_position(array['same', 'proposed', 'different'], e.state), e.minutes_apart, e.id
     limit 50`,
    [incidentId],
  );
  return { events: rows.map(eventView) };
}

function eventView(row: EventRow): SameEvents['events'][number] {
  const { sameEventId, state, why, minutesApart, part, incidentId, number, occurredAt, reportedAt, otherState } = row;
  const isSeen = incidentId && number && occurredAt && reportedAt && otherState;
  return {
    sameEventId,
    state,
    // What the two have in common says something about the other, too.
    why: isSeen ? why : [],
    minutesApart: isSeen ? minutesApart : 0,
    part,
    other: isSeen
      ? {
          incidentId,
          number,
          occurredAt: occurredAt.toISOString(),
          reportedAt: reportedAt.toISOString(),
          state: otherState,
        }
      : null,
    decidedBy: refOf(row.decidedBy),
  };
}

/** A person saw what no rule found: the two stand beside each other from now on. */
export async function proposeSameEvent(
  tx: Tx,
  personId: string,
  { incidentId, number }: { readonly incidentId: string; readonly number: string },
): Promise<Decided | Refused<'number-not-yours' | 'incident-corrected'>> {
  const { incident } = await lockIncident(tx, incidentId, 'join');
  if (incident.state === 'corrected') return refuse('incident-corrected');
  const found = await tx.maybeRow<{ otherId: string }>(
    `select i.id as "otherId" from incident.incident i
     where i.employer_id = $1 and i.number = $2 and i.id <> $3 and i.state <> 'corrected' and incident.may(i.id, ${partBits.act})`,
    [tx.employerId, number, incidentId],
  );
  const [mine, other] = found ? [await happeningOf(tx, incidentId), await happeningOf(tx, found.otherId)] : [];
  if (!found || !mine || !other) return refuse('number-not-yours');
  const likeness = likenessOf(mine, other);
  const proposal = { ...likeness, incidentId: other.incidentId, why: [...likeness.why, 'chosen'] as SameEventReason[] };
  const added = await addProposal(tx, incidentId, proposal, personId);
  if (added === null) return known(tx, incidentId, other.incidentId);
  for (const id of [incidentId, other.incidentId]) {
    await tx.recordAudit({ action: 'same-event-proposed', objectKind: 'same-event', objectId: added, incidentId: id });
    await publishIncident(tx, id);
  }
  return { sameEventId: added, state: 'proposed' };
}

async function known(tx: Tx, incidentId: string, otherId: string): Promise<Decided> {
  return tx.row<{ sameEventId: string; state: SameEventState }>(
    'select id as "sameEventId", state from incident.same_event where one_id = least($1::uuid, $2) and other_id = greatest($1::uuid, $2)',
    [incidentId, otherId],
  );
}
