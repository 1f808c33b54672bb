import type { CorrectionReason, IncidentState } from '../../contract/incident-words.ts';
import { Absent, Forbidden, type Refused, refuse, type Tx } from '../platform/index.ts';
import { type Action, mayEver } from './incident-access.ts';
import { type ClockColumns, clockFrom } from './response/response-clock-columns.ts';
import type { Incident } from './rules/incident-states.ts';
import type { ResponseClock } from './rules/response-clock.ts';

/** An incident as those who act on it start from; held, so that two never decide at once. */
export interface LockedIncident {
  readonly incidentId: string;
  readonly number: string;
  readonly reporterId: string;
  readonly incident: Incident;
  readonly clock: ResponseClock;
  /** What all grants of this person on it add up to. */
  readonly bits: number;
}

interface IncidentRow extends ClockColumns, StateColumns {
  readonly incidentId: string;
  readonly number: string;
  readonly reporterId: string;
  readonly bits: number;
}

interface StateColumns {
  readonly state: IncidentState;
  readonly takenUpBy: string | null;
  readonly takenUpAt: Date | null;
  readonly contactAt: Date | null;
  readonly closedAt: Date | null;
  readonly correctedReason: CorrectionReason | null;
}

const selectLocked = `select i.id as "incidentId", i.number, i.state, i.reporter_id as "reporterId", i.taken_up_by as "takenUpBy",
       i.taken_up_at as "takenUpAt", i.contact_at as "contactAt", i.closed_at as "closedAt",
       i.corrected_reason as "correctedReason", i.occurred_at as "occurredAt",
       i.response_due_at as "responseDueAt", i.response_sent_at as "responseSentAt",
       i.response_deferred_reason as "deferralReason", i.response_review_on as "reviewOn",
       (select bit_or(g.parts) from incident.access_grant g
        where g.incident_id = i.id and g.grantee_id = any ((select platform.grantees())::uuid[])) as bits
     from incident.incident i`;

/**
 * For a person who wants to do this. To whom it is secret it is absent; who may see it but not do this is told so.
 * What its state allows has a sentence of its own: that is for the use case.
 */
export async function lockIncident(tx: Tx, incidentId: string, action: Action): Promise<LockedIncident> {
  const row = await tx.maybeRow<IncidentRow>(`${selectLocked} where i.id = $1 for no key update of i`, [incidentId]);
  if (row && mayEver(action, row.bits)) return lockedFrom(row);
  const [seen] = await tx.rows('select from incident.incident where id = $1', [incidentId]);
  throw seen ? new Forbidden(action) : new Absent('incident');
}

/** Those of these that this person may hand on, held in one order so that two never wait for each other; the others are left out. */
export async function lockOwnIncidents(tx: Tx, incidentIds: readonly string[]): Promise<LockedIncident[]> {
  const rows = await tx.rows<IncidentRow>(
    `${selectLocked} where i.id = any ($1::uuid[]) order by i.id for no key update of i`,
    [incidentIds],
  );
  return rows.filter(({ bits }) => mayEver('take_up', bits)).map(lockedFrom);
}

function lockedFrom(row: IncidentRow): LockedIncident {
  return { ...row, incident: incidentFrom(row), clock: clockFrom(row) };
}

/** The next state, as a transition of the rules gave it. */
export async function saveState(tx: Tx, incidentId: string, incident: Incident): Promise<void> {
  const columns: Partial<StateColumns> =
    incident.state === 'corrected' ? { correctedReason: incident.reason } : incident;
  await tx.execute(
    `update incident.incident
     set state = $2, taken_up_by = coalesce($3, taken_up_by), taken_up_at = coalesce($4, taken_up_at),
       contact_at = coalesce($5, contact_at), closed_at = $6, corrected_reason = $7
     where id = $1`,
    [
      incidentId,
      incident.state,
      columns.takenUpBy ?? null,
      columns.takenUpAt ?? null,
      columns.contactAt ?? null,
      columns.closedAt ?? null,
      columns.correctedReason ?? null,
    ],
  );
}

/** Corrected: there is no dossier any more. Closed: first it must be opened again. */
export function refusalWhenOver(incident: Incident): Refused<'incident-closed' | 'incident-corrected'> | undefined {
  if (incident.state === 'corrected') return refuse('incident-corrected');
  if (incident.state === 'closed') return refuse('incident-closed');
  return undefined;
}

/** What a write answers: an id and a state, nothing personal. */
export interface Written {
  readonly incidentId: string;
  readonly state: IncidentState;
}

function incidentFrom({ state, ...row }: StateColumns): Incident {
  switch (state) {
    case 'reported':
      return { state };
    case 'taken_up':
      return { state, takenUpBy: present(row.takenUpBy), takenUpAt: present(row.takenUpAt) };
    case 'in_follow_up':
      return { state, ...followedUp(row) };
    case 'closed':
      return { state, ...followedUp(row), closedAt: present(row.closedAt) };
    case 'corrected':
      return { state, reason: present(row.correctedReason) };
  }
}

function followedUp(row: Omit<StateColumns, 'state'>) {
  const takenUpAt = present(row.takenUpAt);
  return {
    takenUpBy: present(row.takenUpBy),
    takenUpAt,
    // What came closed from an older register has no contact of its own: nobody knows when people spoke.
    contactAt: row.contactAt ?? takenUpAt,
  };
}

/** The checks of the table and the transitions say that it is there. */
function present<T>(value: T | null): T {
  if (value === null) throw new Error('An incident in this state has it');
  return value;
}
