import type { Tx } from '../../platform/index.ts';
import type { Happening } from './may-be-same-event.ts';

/** As much of an incident as is compared; `i` is the incident. */
const happeningColumns = `i.id as "incidentId", i.kind, i.severity, i.occurred_at as "occurredAt",
  i.occurred_precision = 'day' as "isDayOnly", i.reporter_id as "reporterId", i.team_id as "teamId",
  i.place_kind as "placeKind", i.location_id as "locationId", i.room_id as "roomId",
  array(select p.person_id from incident.involved p
        where p.incident_id = i.id and p.role in ('reporter', 'victim', 'witness') and p.person_id is not null) as "peopleIds",
  array(select distinct jsonb_array_elements_text(d.codes -> 'flags') from incident.detail d
        where d.incident_id = i.id and jsonb_typeof(d.codes -> 'flags') = 'array'
          and not exists (select from incident.reclassification r where r.incident_id = i.id and (r.at, r.id) > (d.added_at, d.id))) as flags`;

/** Undefined: no such incident for these eyes, or it was set right. */
export async function happeningOf(tx: Tx, incidentId: string): Promise<Happening | undefined> {
  return tx.maybeRow<Happening>(
    `select ${happeningColumns} from incident.incident i where i.id = $1 and i.state <> 'corrected'`,
    [incidentId],
  );
}

/** More than this many within hours is a flood; the nearest in time are looked at. */
const MOST = 100;
/** Of which only the day is known may stand anywhere on that day. */
const dayMinutes = 24 * 60;

/** What happened near in time. What came from an older register knows only a month, and is not compared. */
export async function happeningsNear(tx: Tx, mine: Happening): Promise<Happening[]> {
  return tx.rows<Happening>(
    `select ${happeningColumns} from incident.incident i
     where i.employer_id = $1 and i.id <> $2 and i.state <> 'corrected' and i.occurred_precision in ('exact', 'about', 'day')
       and i.occurred_at between $3::timestamptz - make_interval(mins => $4) and $3::timestamptz + make_interval(mins => $4)
     order by abs(extract(epoch from i.occurred_at - $3::timestamptz)), i.id limit ${MOST}`,
    [tx.employerId, mine.incidentId, mine.occurredAt, dayMinutes],
  );
}
