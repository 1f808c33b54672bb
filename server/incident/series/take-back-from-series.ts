import type { Tx } from '../../platform/index.ts';
import { publishIncident } from '../publish-incident.ts';

/** What was added by mistake is no longer shown. Only whoever added it can; done twice is as good as once. */
export async function takeBackFromSeries(tx: Tx, eventId: string): Promise<{ eventId: string }> {
  const { incidentId, isTakenBack } = await tx.row<{ incidentId: string; isTakenBack: boolean }>(
    `select incident_id as "incidentId", taken_back_at is not null as "isTakenBack"
     from incident.series_event where id = $1 and person_id = $2`,
    [eventId, tx.personId],
  );
  if (isTakenBack) return { eventId };
  await tx.execute('update incident.series_event set taken_back_at = $2 where id = $1 and taken_back_at is null', [
    eventId,
    tx.now,
  ]);
  await tx.recordEvent({ name: 'series-taken-back', incidentId, data: { eventId } });
  await tx.recordAudit({ action: 'series-taken-back', objectKind: 'series-event', objectId: eventId, incidentId });
  await publishIncident(tx, incidentId);
  return { eventId };
}
