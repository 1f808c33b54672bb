import type { Tx } from '../../platform/index.ts';
import { type FollowUpFacts, severityFacts } from '../follow-up-facts.ts';
import { addMinutes } from '../rules/deadlines.ts';
import { contactTermFor, urgencyOf } from '../rules/severity.ts';
import { lockChain, saveChain } from './chain-store.ts';
import { expectNextStep } from './escalation.ts';

/**
 * What turns out to be serious no longer waits for office hours: from the moment this is known there is an hour, and the next
 * one is told within a step.
 */
export async function hurryWhenSerious(
  tx: Tx,
  facts: FollowUpFacts,
  contact: Parameters<typeof contactTermFor>[1],
): Promise<void> {
  const stored = await lockChain(tx, facts.incidentId);
  if (stored?.urgency !== 'working_time' || stored.chain.state === 'ended') return;
  if (urgencyOf(contactTermFor(severityFacts(facts), contact)) !== 'immediate') return;
  const withinTheHour = addMinutes(tx.now, 60);
  const contactDueAt = stored.chain.contactDueAt < withinTheHour ? stored.chain.contactDueAt : withinTheHour;
  const soon = stored.chain.state === 'paused' ? contactDueAt : addMinutes(tx.now, 15);
  const chain = { ...stored.chain, contactDueAt, nextAt: stored.chain.nextAt < soon ? stored.chain.nextAt : soon };
  await saveChain(tx, facts.incidentId, chain);
  await tx.execute(`update incident.chain set urgency = 'immediate' where incident_id = $1`, [facts.incidentId]);
  await expectNextStep(tx, facts.incidentId, chain);
}
