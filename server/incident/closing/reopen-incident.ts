import { type Refused, refuse, type Tx } from '../../platform/index.ts';
import type { Flawed } from '../flaws.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { lockIncident, saveState, type Written } from '../lock-incident.ts';
import { publishIncident } from '../publish-incident.ts';
import { recordStep } from '../record-step.ts';
import { expectResponseReminders } from '../response/watch-response.ts';
import { reopen } from '../rules/incident-states.ts';
import { sealedAs } from '../sealed-names.ts';

/** closed → in_follow_up, with the reason. The closing stays on record. */
export async function reopenIncident(
  { vault }: FollowUpNeeds,
  tx: Tx,
  personId: string,
  { incidentId, reason }: { readonly incidentId: string; readonly reason: string },
): Promise<Written | Flawed | Refused<'not-closed'>> {
  const flaws = citizenServiceNumbersIn({ reason });
  if (flaws.length > 0) return { flaws };
  const locked = await lockIncident(tx, incidentId, 'reopen');
  const reopened = reopen(locked.incident);
  if ('refused' in reopened) return refuse(reopened.refused);

  const { id } = await tx.row<{ id: string }>(
    'select id from incident.closure where incident_id = $1 and reopened_at is null order by closed_at desc limit 1',
    [incidentId],
  );
  const sealed = (await vault.openDossier(tx, incidentId)).seal(sealedAs.reopenReason(id), reason);
  await tx.execute(
    'update incident.closure set reopened_at = $2, reopened_by = $3, sealed_reopen_reason = $4 where id = $1',
    [id, tx.now, personId, sealed],
  );
  await saveState(tx, incidentId, reopened);
  if (locked.clock.state === 'running') await expectResponseReminders(tx, incidentId, locked.clock.dueAt);
  await recordStep(tx, incidentId, { kind: 'reopened', actorId: personId, forReporter: true });
  await tx.recordEvent({ name: 'incident-reopened', incidentId, data: {} });
  await tx.recordAudit({ action: 'incident-reopened', objectKind: 'incident', objectId: incidentId, incidentId });
  await publishIncident(tx, incidentId);
  return { incidentId, state: reopened.state };
}
