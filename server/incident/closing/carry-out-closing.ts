import { cancelJobs, newId, type Tx } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { saveState } from '../lock-incident.ts';
import { publishIncident } from '../publish-incident.ts';
import { recordStep } from '../record-step.ts';
import { forgetResponseReminders } from '../response/watch-response.ts';
import type { Closing, OpenItem } from '../rules/closing.ts';
import type { Closed } from '../rules/incident-states.ts';
import { sealedAs } from '../sealed-names.ts';
import { dropOpenTasks } from '../tasks/task-store.ts';

export interface ToClose {
  readonly incidentId: string;
  readonly closed: Closed;
  readonly closing: Pick<Closing, 'discussed' | 'victimWish'> & { readonly conclusion: string };
  /** What stays undone. */
  readonly left: readonly OpenItem['kind'][];
}

/** It may be closed: the conclusion is kept, nobody is asked for anything any more, and those concerned hear of it. */
export async function carryOutClosing(needs: FollowUpNeeds, tx: Tx, personId: string, toClose: ToClose): Promise<void> {
  const { incidentId, closed } = toClose;
  await addClosure(needs, tx, personId, toClose);
  await saveState(tx, incidentId, closed);
  await endWork(needs, tx, incidentId);
  await recordStep(tx, incidentId, { kind: 'closed', actorId: personId, forReporter: true });
  await tx.recordEvent({ name: 'incident-closed', incidentId, data: {} });
  await tx.recordAudit({ action: 'incident-closed', objectKind: 'incident', objectId: incidentId, incidentId });
  await publishIncident(tx, incidentId);
}

async function addClosure(
  { vault }: FollowUpNeeds,
  tx: Tx,
  personId: string,
  { incidentId, closing: { conclusion, discussed, victimWish }, left }: ToClose,
): Promise<void> {
  const closureId = newId();
  const dossier = await vault.openDossier(tx, incidentId);
  const inMeeting = 'on' in discussed;
  await tx.execute(
    `insert into incident.closure (id, employer_id, incident_id, closed_at, closed_by, sealed_conclusion, discussed_on, attendees,
       not_discussed_reason, victim_wish, open_items)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      closureId,
      tx.employerId,
      incidentId,
      tx.now,
      personId,
      dossier.seal(sealedAs.conclusion(closureId), conclusion),
      inMeeting ? discussed.on : null,
      inMeeting ? discussed.attendeeIds : [],
      inMeeting ? null : discussed.notBecause,
      victimWish,
      JSON.stringify(left),
    ],
  );
}

/** What was left undone is dropped as "closed": it asks nobody for anything any more, and nobody keeps a view for it. */
async function endWork({ vault }: FollowUpNeeds, tx: Tx, incidentId: string): Promise<void> {
  const dossier = await vault.openDossier(tx, incidentId);
  await dropOpenTasks(tx, incidentId, (taskId) =>
    dossier.seal(sealedAs.taskRecord(taskId), JSON.stringify({ reason: 'afgesloten' })),
  );
  forgetResponseReminders(tx, incidentId);
  cancelJobs(tx, `overdue:${incidentId}:`);
}
