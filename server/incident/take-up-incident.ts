import { type Refused, refuse, type Tx } from '../platform/index.ts';
import { lockChain, saveChain } from './chain-store.ts';
import { chainRules, expectNextStep } from './escalation.ts';
import { type Incident, lockIncident, refusalWhenOver, type Written } from './lock-incident.ts';
import { publishIncident } from './publish-incident.ts';
import { recordStep } from './record-step.ts';
import { pauseChain } from './rules/escalation-chain.ts';

export type TakeUpRefusal = 'already-taken-up' | 'incident-closed' | 'incident-corrected';

/**
 * "I take this up": the chain waits until contact is due, no longer. When nobody called by then it has gone on, and the next
 * one may take it up as well.
 */
export async function takeUpIncident(
  tx: Tx,
  personId: string,
  incidentId: string,
): Promise<Written | Refused<TakeUpRefusal>> {
  const incident = await lockIncident(tx, incidentId, 'take_up');
  const over = refusalWhenOver(incident);
  if (over) return over;
  if (incident.state === 'in_follow_up') return refuse('already-taken-up');

  const stored = await lockChain(tx, incidentId);
  if (incident.state === 'taken_up' && stored?.chain.state !== 'waiting') return refuse('already-taken-up');
  if (stored) {
    const paused = pauseChain(stored.chain, tx.now, await chainRules(tx, stored.urgency));
    await saveChain(tx, incidentId, paused);
    await expectNextStep(tx, incidentId, paused);
  }
  await noteTakenUp(tx, personId, incident);
  return { incidentId, state: 'taken_up' };
}

async function noteTakenUp(tx: Tx, personId: string, { incidentId }: Incident): Promise<void> {
  await tx.execute(
    `update incident.incident set state = 'taken_up', taken_up_by = $2, taken_up_at = $3 where id = $1`,
    [incidentId, personId, tx.now],
  );
  await recordStep(tx, incidentId, { kind: 'taken_up', actorId: personId, forReporter: true });
  await tx.recordEvent({ name: 'incident-taken-up', incidentId, data: {} });
  await tx.recordAudit({ action: 'incident-taken-up', objectKind: 'incident', objectId: incidentId, incidentId });
  await publishIncident(tx, incidentId);
}
