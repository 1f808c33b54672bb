import { Forbidden, newId, type Refused, refuse, type Tx } from '../../platform/index.ts';
import type { Flawed } from '../flaws.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { getIncidentHead, type IncidentHead } from '../incident-head.ts';
import type { Written } from '../lock-incident.ts';
import { publishIncident } from '../publish-incident.ts';
import { recordStep } from '../record-step.ts';
import { sealReason } from '../seal-field.ts';
import { endWithdrawal, holdWithdrawals, openWithdrawal } from './withdrawal-row.ts';
import { type WithdrawRefusal, withdrawRefusal } from './withdrawing.ts';

/** The reporter takes the report back. It is kept, with why; the work goes on until somebody spoke with them. */
export async function withdrawReport(
  needs: FollowUpNeeds,
  tx: Tx,
  personId: string,
  { incidentId, reason }: { readonly incidentId: string; readonly reason: string },
): Promise<Written | Flawed | Refused<WithdrawRefusal>> {
  const { state } = await ownReport(tx, personId, incidentId);
  const flaws = citizenServiceNumbersIn({ reason });
  if (flaws.length > 0) return { flaws };
  const refused = withdrawRefusal(state, (await openWithdrawal(tx, incidentId)) !== undefined);
  if (refused) return refuse(refused);
  const stepId = await recordStep(tx, incidentId, { kind: 'withdrawn', actorId: personId, forReporter: true });
  await sealReason(needs, tx, { incidentId, stepId, reason });
  await tx.execute(
    `insert into incident.withdrawal (id, employer_id, incident_id, step_id, person_id, withdrawn_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [newId(), tx.employerId, incidentId, stepId, personId, tx.now],
  );
  await tx.recordEvent({ name: 'report-withdrawn', incidentId, data: {} });
  await tx.recordAudit({ action: 'report-withdrawn', objectKind: 'incident', objectId: incidentId, incidentId });
  await publishIncident(tx, incidentId);
  return { incidentId, state };
}

/** On after all. The reason stays with the dossier: that somebody hesitated says something too. */
export async function takeBackWithdrawal(
  tx: Tx,
  personId: string,
  incidentId: string,
): Promise<Written | Refused<'not-withdrawn'>> {
  const { state } = await ownReport(tx, personId, incidentId);
  const open = await openWithdrawal(tx, incidentId);
  if (!open) return refuse('not-withdrawn');
  await endWithdrawal(tx, open, 'taken_back');
  await recordStep(tx, incidentId, { kind: 'withdrawal_taken_back', actorId: personId, forReporter: true });
  await tx.recordAudit({
    action: 'withdrawal-ended',
    objectKind: 'incident',
    objectId: incidentId,
    incidentId,
    detail: { as: 'taken_back' },
  });
  await publishIncident(tx, incidentId);
  return { incidentId, state };
}

/** Of the reporter alone: what others are told of it, is not theirs to take back. */
async function ownReport(tx: Tx, personId: string, incidentId: string): Promise<IncidentHead> {
  await holdWithdrawals(tx, incidentId);
  const head = await getIncidentHead(tx, incidentId);
  if (head.reporterId !== personId) throw new Forbidden('withdraw');
  return head;
}
