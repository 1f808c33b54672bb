import type { IncidentState } from '../../contract/incident-words.ts';
import { Absent, Forbidden, type Refused, refuse, type Tx } from '../platform/index.ts';
import { type Action, mayEver } from './incident-access.ts';
import { type ClockColumns, clockFrom } from './response-clock-columns.ts';
import type { ResponseClock } from './rules/response-clock.ts';

/** An incident as those who act on it start from; held, so that two never decide at once. */
export interface Incident {
  readonly incidentId: string;
  readonly number: string;
  readonly state: IncidentState;
  readonly reporterId: string;
  readonly reportedAt: Date;
  readonly takenUpBy: string | null;
  readonly contactAt: Date | null;
  readonly clock: ResponseClock;
  /** What all grants of this person on it add up to. */
  readonly bits: number;
}

interface IncidentRow extends Omit<Incident, 'clock'>, ClockColumns {}

/**
 * For a person who wants to do this. To whom it is secret it is absent; who may see it but not do this is told so.
 * What its state allows has a sentence of its own: that is for the use case.
 */
export async function lockIncident(tx: Tx, incidentId: string, action: Action): Promise<Incident> {
  const row = await tx.maybeRow<IncidentRow>(
    `select i.id as "incidentId", i.number, i.state, i.reporter_id as "reporterId", i.reported_at as "reportedAt",
       i.taken_up_by as "takenUpBy", i.contact_at as "contactAt", i.occurred_at as "occurredAt",
       i.response_due_at as "responseDueAt", i.response_sent_at as "responseSentAt",
       i.response_deferred_reason as "deferralReason", i.response_review_on as "reviewOn",
       (select bit_or(g.parts) from incident.access_grant g
        where g.incident_id = i.id and g.grantee_id = any ((select platform.grantees())::uuid[])) as bits
     from incident.incident i where i.id = $1
     for no key update of i`,
    [incidentId],
  );
  if (row && mayEver(action, row.bits)) return { ...row, clock: clockFrom(row) };
  const [seen] = await tx.rows('select from incident.incident where id = $1', [incidentId]);
  throw seen ? new Forbidden(action) : new Absent('incident');
}

/** Corrected: there is no dossier any more. Closed: first it must be opened again. */
export function refusalWhenOver({
  state,
}: Pick<Incident, 'state'>): Refused<'incident-closed' | 'incident-corrected'> | undefined {
  if (state === 'corrected') return refuse('incident-corrected');
  if (state === 'closed') return refuse('incident-closed');
  return undefined;
}

/** What a write answers: an id and a state, nothing personal. */
export interface Written {
  readonly incidentId: string;
  readonly state: IncidentState;
}
