import { type Refused, refuse, type Tx } from '../platform/index.ts';
import { lockChain, saveChain } from './chain-store.ts';
import { chainRules, expectNextStep } from './escalation.ts';
import { lockIncident, saveState, type Written } from './lock-incident.ts';
import { publishIncident } from './publish-incident.ts';
import { recordStep } from './record-step.ts';
import { pauseChain } from './rules/escalation-chain.ts';
import { takeUp } from './rules/incident-states.ts';

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
  const { incident } = await lockIncident(tx, incidentId, 'take_up');
  const stored = await lockChain(tx, incidentId);
  const taken = takeUp(incident, personId, tx.now, stored?.chain.state === 'waiting');
  if ('refused' in taken) return refuse(taken.refused);

  await saveState(tx, incidentId, taken);
  if (stored) {
    const paused = pauseChain(stored.chain, tx.now, await chainRules(tx, stored.urgency));
    await saveChain(tx, incidentId, paused);
    await expectNextStep(tx, incidentId, paused);
  }
  await recordStep(tx, incidentId, { kind: 'taken_up', actorId: personId, forReporter: true });
  await tx.recordEvent({ name: 'incident-taken-up', incidentId, data: {} });
  await tx.recordAudit({ action: 'incident-taken-up', objectKind: 'incident', objectId: incidentId, incidentId });
  await publishIncident(tx, incidentId);
  return { incidentId, state: taken.state };
}
