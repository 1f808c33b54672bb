import type { z } from 'zod';
import type { incidentRow } from '../../contract/incident.ts';
import type { IncidentKind, IncidentState, KeptPrecision, PlaceKind, Severity } from '../../contract/incident-words.ts';
import { partBits } from './incident-access.ts';
import { type ClockColumns, clockFrom } from './response/response-clock-columns.ts';
import { clockView } from './response/response-clock-view.ts';

export type IncidentRow = z.infer<typeof incidentRow>;

/** One line in a list of incidents, as it is selected. */
export interface ListedIncident extends ClockColumns {
  readonly incidentId: string;
  readonly number: string;
  readonly kind: IncidentKind;
  readonly severity: Severity;
  readonly state: IncidentState;
  readonly occurredPrecision: KeptPrecision;
  readonly reportedAt: Date;
  readonly placeName: string | null;
  readonly placeKind: PlaceKind;
  readonly teamName: string | null;
  readonly hasIt: string | null;
  readonly openTasks: number;
  readonly sameEvent: IncidentRow['sameEvent'];
}

/** By key for each line that is shown. Only what the reader acts on as well: of another dossier they do not learn the number. */
const sameEvent = `coalesce(
  (select json_build_object('part', 'joined', 'number', o.number, 'others', 1)
   from incident.same_event e join incident.incident o on o.id = e.leading_id and incident.may(o.id, ${partBits.act})
   where e.joined_id = i.id),
  (select json_build_object('part', 'leading', 'number', min(o.number), 'others', count(*))
   from incident.same_event e join incident.incident o on o.id = e.joined_id and incident.may(o.id, ${partBits.act})
   where e.leading_id = i.id having count(*) > 0))`;

/** To be selected from `incident.incident i`; `rowNames` joins what they need. */
export const rowColumns = `i.id as "incidentId", i.number, i.kind, i.severity, i.state, i.occurred_at as "occurredAt",
  i.occurred_precision as "occurredPrecision", i.reported_at as "reportedAt", l.name as "placeName", i.place_kind as "placeKind", t.name as "teamName",
  u.given_name || ' ' || u.family_name as "hasIt", i.response_due_at as "responseDueAt",
  i.response_sent_at as "responseSentAt", i.response_deferred_reason as "deferralReason", i.response_review_on as "reviewOn",
  (select count(*) from incident.task k where k.incident_id = i.id and k.state = 'open') as "openTasks", ${sameEvent} as "sameEvent"`;

/** Each looked up by its key: joined, a planner that knows little of the tables yet goes through everybody for a page of 25. */
export const rowNames = `
  left join lateral (select name from organisation.location where id = i.location_id limit 1) l on true
  left join lateral (select name from organisation.team where id = i.team_id limit 1) t on true
  left join lateral (select given_name, family_name from organisation.person where id = i.taken_up_by limit 1) u on true`;

export function incidentRowView(row: ListedIncident, now: Date): IncidentRow {
  return {
    incidentId: row.incidentId,
    number: row.number,
    kind: row.kind,
    severity: row.severity,
    state: row.state,
    occurredAt: row.occurredAt.toISOString(),
    occurredPrecision: row.occurredPrecision,
    reportedAt: row.reportedAt.toISOString(),
    placeName: row.placeName,
    placeKind: row.placeKind,
    teamName: row.teamName,
    hasIt: row.hasIt,
    // What was put right asks for no response any more.
    clock: clockView(row.state === 'corrected' ? { state: 'none' } : clockFrom(row), now),
    openTasks: row.openTasks,
    sameEvent: row.sameEvent,
  };
}
