import type { PlaceReason } from '../../../contract/incident.ts';
import { placeOpenMinutes } from '../../../contract/incident.ts';
import { newId, type Tx } from '../../platform/index.ts';
import { getIncidentHead, requirePart } from '../incident-head.ts';

/** The reason is part of what the log tells. */
const opened = {
  speak_there: 'protected-place-opened-to-speak-there',
  police: 'protected-place-opened-for-police',
  safety_there: 'protected-place-opened-for-safety',
} as const satisfies Record<PlaceReason, string>;

/** Where an office-holder lives, for an hour, to who leads and says why. The reason is on the record; the words are not. */
export async function openProtectedPlace(
  tx: Tx,
  { incidentId, reason }: { readonly incidentId: string; readonly reason: PlaceReason },
): Promise<{ incidentId: string }> {
  requirePart(await getIncidentHead(tx, incidentId), 'act');
  await tx.execute(
    `insert into incident.place_look (id, employer_id, incident_id, person_id, reason, at, until)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      newId(),
      tx.employerId,
      incidentId,
      tx.personId,
      reason,
      tx.now,
      new Date(tx.now.getTime() + placeOpenMinutes * 60_000),
    ],
  );
  await tx.recordAudit({
    action: opened[reason],
    objectKind: 'incident',
    objectId: incidentId,
    incidentId,
    detail: { reason },
  });
  return { incidentId };
}

/** Whether its place is one that asks for a reason, and this reader did not give one. */
export async function isPlaceClosed(tx: Tx, incidentId: string): Promise<boolean> {
  const { closed } = await tx.row<{ closed: boolean }>('select not incident.place_is_open($1) as closed', [incidentId]);
  return closed;
}
