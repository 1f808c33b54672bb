import { findPeople } from '../organisation/index.ts';
import { cancelJobs, newId, type Refused, refuse, type Tx } from '../platform/index.ts';
import { closingFacts } from './closing-facts.ts';
import type { Flawed } from './flaws.ts';
import type { FollowUpNeeds } from './follow-up-needs.ts';
import { citizenServiceNumbersIn } from './free-text.ts';
import { lockIncident, saveState, type Written } from './lock-incident.ts';
import { publishIncident } from './publish-incident.ts';
import { recordStep } from './record-step.ts';
import { type Closing, type ClosingRefusal, closingRefusal, type Discussed, openItems } from './rules/closing.ts';
import { close } from './rules/incident-states.ts';
import { sealedAs } from './sealed-names.ts';
import { dropOpenTasks } from './task-store.ts';
import { forgetResponseReminders } from './watch-response.ts';

export type CloseRefusal = ClosingRefusal | 'already-closed' | 'not-taken-up' | 'incident-corrected';

export interface ClosingBody extends Closing {
  readonly conclusion: string;
}

/**
 * in_follow_up → closed, with the conclusion, where it was discussed and what the victim wishes. What may stay open is said
 * out loud; its tasks end with the dossier.
 */
export async function closeIncident(
  needs: FollowUpNeeds,
  tx: Tx,
  personId: string,
  { incidentId, closing }: { readonly incidentId: string; readonly closing: ClosingBody },
): Promise<Written | Flawed | Refused<CloseRefusal>> {
  const flaws = [
    ...citizenServiceNumbersIn({ conclusion: closing.conclusion }),
    ...(await unknownAttendees(tx, closing.discussed)),
  ];
  if (flaws.length > 0) return { flaws };
  const locked = await lockIncident(tx, incidentId, 'close');
  const closed = close(locked.incident, tx.now);
  if ('refused' in closed) return refuse(closed.refused);
  const facts = await closingFacts(needs.vault, tx, locked);
  const items = openItems(facts);
  const refused = closingRefusal(closing, items, facts.hasVictims, tx.now);
  if (refused) return refuse(refused.refused);

  await addClosure(
    needs,
    tx,
    personId,
    incidentId,
    closing,
    items.map(({ kind }) => kind),
  );
  await saveState(tx, incidentId, closed);
  await endWork(needs, tx, incidentId);
  await recordStep(tx, incidentId, { kind: 'closed', actorId: personId, forReporter: true });
  await tx.recordEvent({ name: 'incident-closed', incidentId, data: {} });
  await tx.recordAudit({ action: 'incident-closed', objectKind: 'incident', objectId: incidentId, incidentId });
  await publishIncident(tx, incidentId);
  return { incidentId, state: closed.state };
}

async function addClosure(
  { vault }: FollowUpNeeds,
  tx: Tx,
  personId: string,
  incidentId: string,
  { conclusion, discussed, victimWish }: ClosingBody,
  openKinds: readonly string[],
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
      JSON.stringify(openKinds),
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

async function unknownAttendees(tx: Tx, discussed: Discussed) {
  if (!('on' in discussed)) return [];
  const known = await findPeople(tx, discussed.attendeeIds);
  return discussed.attendeeIds.flatMap((id, at) =>
    known.has(id) ? [] : [{ path: ['discussed', 'attendeeIds', at], code: 'unknown-colleague' } as const],
  );
}
