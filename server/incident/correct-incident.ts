import type { CorrectionReason } from '../../contract/incident-words.ts';
import { cancelJobs, type EventHandler, Forbidden, type Refused, refuse, type Tx } from '../platform/index.ts';
import { lockChain, saveChain } from './chain/chain-store.ts';
import { expectNextStep } from './chain/escalation.ts';
import type { FollowUpNeeds } from './follow-up-needs.ts';
import { lockIncident, saveState, type Written } from './lock-incident.ts';
import { publishIncident } from './publish-incident.ts';
import { recordStep } from './record-step.ts';
import { forgetResponseReminders } from './response/watch-response.ts';
import { endChain } from './rules/escalation-chain.ts';
import { correct } from './rules/incident-states.ts';
import { separateFromCorrected } from './same-event/separate-dossiers.ts';

export type CorrectRefusal = 'only-lead-or-coordinator' | 'incident-corrected' | 'incident-closed';

/**
 * reported, taken_up, in_follow_up → corrected. It was no aggression: a critical citizen is not an aggressor. From this moment
 * nobody reads anything of it: its key goes with it, in the same transaction. A job takes the unreadable texts away.
 */
export async function correctIncident(
  { vault }: Pick<FollowUpNeeds, 'vault'>,
  tx: Tx,
  personId: string,
  { incidentId, reason }: { readonly incidentId: string; readonly reason: CorrectionReason },
): Promise<Written | Refused<CorrectRefusal>> {
  const locked = await lockIncident(tx, incidentId, 'correct').catch(sayWhoMay);
  if ('refused' in locked) return locked;
  const corrected = correct(locked.incident, reason);
  if ('refused' in corrected) return refuse(corrected.refused);

  await saveState(tx, incidentId, corrected);
  await vault.destroyDossier(tx, incidentId);
  await tx.execute(`delete from incident.involved where incident_id = $1 and role in ('aggressor', 'child')`, [
    incidentId,
  ]);
  await endWork(tx, incidentId);
  await recordStep(tx, incidentId, { kind: 'corrected', actorId: personId, data: { reason }, forReporter: true });
  await tx.recordEvent({ name: 'incident-corrected', incidentId, data: { reason } });
  await tx.recordAudit({
    action: 'incident-corrected',
    objectKind: 'incident',
    objectId: incidentId,
    incidentId,
    detail: { reason },
  });
  await publishIncident(tx, incidentId);
  return { incidentId, state: corrected.state };
}

async function endWork(tx: Tx, incidentId: string): Promise<void> {
  const stored = await lockChain(tx, incidentId);
  if (stored) {
    const ended = endChain(stored.chain, tx.now);
    await saveChain(tx, incidentId, ended);
    await expectNextStep(tx, incidentId, ended);
  }
  await tx.execute(
    `update incident.task set state = 'dropped', finished_at = $2, finished_by = $3 where incident_id = $1 and state = 'open'`,
    [incidentId, tx.now, tx.personId],
  );
  forgetResponseReminders(tx, incidentId);
  cancelJobs(tx, `overdue:${incidentId}:`);
}

function sayWhoMay(cause: unknown): Refused<'only-lead-or-coordinator'> {
  if (cause instanceof Forbidden) return refuse('only-lead-or-coordinator');
  throw cause;
}

/** The texts of a dossier, wherever one is kept. What stays are codes, moments and who did what. */
const forgetTexts = [
  `delete from incident.involved where incident_id = $1 and role in ('aggressor', 'child')`,
  'delete from incident.relative where incident_id = $1',
  'delete from incident.report_signal where incident_id = $1',
  'delete from incident.pattern_report where incident_id = $1',
  'update incident.account set sealed_story = null where incident_id = $1',
  'delete from incident.addendum where incident_id = $1',
  'delete from incident.detail where incident_id = $1',
  'delete from incident.chosen_word where incident_id = $1',
  'delete from incident.sealed_field where incident_id = $1',
  'delete from incident.task where incident_id = $1 and sealed_title is not null',
  'update incident.task set sealed_record = null where incident_id = $1',
  'update incident.contact set sealed_note = null where incident_id = $1',
  'delete from incident.closure where incident_id = $1',
  'delete from incident.team_summary where incident_id = $1',
];

/** Nothing is left on the person: their key was destroyed, so that no copy of a row can be read; now the rows themselves go. */
export function whenIncidentCorrected(): EventHandler {
  return async (tx, { incidentId }) => {
    if (incidentId === null) return;
    for (const statement of forgetTexts) await tx.execute(statement, [incidentId]);
    await separateFromCorrected(tx, incidentId);
    await tx.recordAudit({ action: 'dossier-erased', objectKind: 'incident', objectId: incidentId, incidentId });
  };
}
