import { type Refused, refuse, type Tx } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { lockIncident, saveState, type Written } from '../lock-incident.ts';
import { publishIncident } from '../publish-incident.ts';
import { recordStep } from '../record-step.ts';
import { peopleToSpeakTo } from '../rules/contact.ts';
import { pauseChain } from '../rules/escalation-chain.ts';
import { makeContact, takeUp } from '../rules/incident-states.ts';
import { lockChain, saveChain } from './chain-store.ts';
import { chainRules, expectNextStep } from './escalation.ts';
import { somebodyHasIt } from './somebody-has-it.ts';

export type TakeUpRefusal = 'already-taken-up' | 'incident-closed' | 'incident-corrected';

/**
 * "I take this up": the chain waits until contact is due, no longer. When nobody called by then it has gone on, and the next
 * one may take it up as well.
 */
export async function takeUpIncident(
  needs: Pick<FollowUpNeeds, 'vault'>,
  tx: Tx,
  personId: string,
  incidentId: string,
): Promise<Written | Refused<TakeUpRefusal>> {
  const { incident, reporterId } = await lockIncident(tx, incidentId, 'take_up');
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
  const victimIds = await victimsOf(tx, incidentId);
  if (peopleToSpeakTo({ reporterId, victimIds, takenUpBy: personId }).length > 0)
    return { incidentId, state: taken.state };

  // Who reported a broken door and takes it up has nobody to call: then there is nothing to wait for.
  const spoken = makeContact(taken, personId, tx.now);
  if ('refused' in spoken) throw new Error('What was just taken up is open');
  await somebodyHasIt(needs, tx, personId, { incidentId, spoken, record: {} });
  return { incidentId, state: spoken.state };
}

async function victimsOf(tx: Tx, incidentId: string): Promise<readonly string[]> {
  const victims = await tx.rows<{ id: string }>(
    `select person_id as id from incident.involved where incident_id = $1 and role = 'victim'`,
    [incidentId],
  );
  return victims.map(({ id }) => id);
}
