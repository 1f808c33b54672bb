import { findPeople } from '../organisation/index.ts';
import { newId, type Refused, refuse, type Tx } from '../platform/index.ts';
import type { Flawed } from './flaws.ts';
import { lockIncident, refusalWhenOver, type Written } from './lock-incident.ts';
import { publishIncident } from './publish-incident.ts';
import { recordStep } from './record-step.ts';

export interface NewInvolved {
  readonly incidentId: string;
  readonly involvedId: string;
  readonly role: 'victim' | 'witness';
}

export type AddInvolvedRefusal = 'already-on-this-incident' | 'incident-closed' | 'incident-corrected';

/** A victim or witness of whom the report did not speak; they are asked for their own story. */
export async function addInvolved(
  tx: Tx,
  personId: string,
  { incidentId, involvedId, role }: NewInvolved,
): Promise<Written | Flawed | Refused<AddInvolvedRefusal>> {
  const { incident } = await lockIncident(tx, incidentId, 'add_people');
  const over = refusalWhenOver(incident);
  if (over) return over;
  const person = (await findPeople(tx, [involvedId])).get(involvedId);
  if (!person) return { flaws: [{ path: ['personId'], code: 'unknown-colleague' }] };
  const [there] = await tx.rows(
    `select from incident.involved where incident_id = $1 and person_id = $2 and role in ('victim', 'witness')`,
    [incidentId, involvedId],
  );
  if (there) return refuse('already-on-this-incident');

  await add(tx, personId, { incidentId, involvedId, role });
  await recordStep(tx, incidentId, {
    kind: 'person_added',
    actorId: personId,
    concernsId: involvedId,
    forReporter: false,
  });
  await tx.recordEvent({ name: 'account-asked', incidentId, data: { personId: involvedId } });
  await tx.recordAudit({
    action: 'person-added',
    objectKind: 'person',
    objectId: involvedId,
    incidentId,
    detail: { role },
  });
  await publishIncident(tx, incidentId);
  return { incidentId, state: incident.state };
}

/** Who reported it and turns out to be a victim too has told their story already: nothing is asked twice. */
async function add(tx: Tx, addedBy: string, { incidentId, involvedId, role }: NewInvolved): Promise<void> {
  await tx.execute(
    `insert into incident.involved (id, employer_id, incident_id, role, person_id, team_subject_id, added_by, added_at)
     values ($1, $2, $3, $4, $5, organisation.role_subject(incident.team_of($5, $7), 'manager'), $6, $7)`,
    [newId(), tx.employerId, incidentId, role, involvedId, addedBy, tx.now],
  );
  await tx.execute(
    `insert into incident.account (id, employer_id, incident_id, person_id, team_subject_id, state, asked_at)
     values ($1, $2, $3, $4, organisation.role_subject(incident.team_of($4, $5), 'manager'), 'asked', $5)
     on conflict (incident_id, person_id) do nothing`,
    [newId(), tx.employerId, incidentId, involvedId, tx.now],
  );
}
