import type { JobHandler, Tx } from '../../platform/index.ts';
import { type FollowUpFacts, lockFollowUpFacts } from '../follow-up-facts.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { publishIncident } from '../publish-incident.ts';
import { recordStep } from '../record-step.ts';
import { type Chain, moveOn } from '../rules/escalation-chain.ts';
import { lockChain, saveChain } from './chain-store.ts';
import { candidatesOn, carryOut, chainRules, routeNow } from './escalation.ts';

/**
 * The moment at which the chain goes on, unless a person stopped it. What the chain says now decides, never the job: a job
 * that comes late or twice changes nothing.
 */
export function chainStep(needs: FollowUpNeeds): JobHandler {
  return async (tx, { incidentId }) => {
    if (incidentId === null) return;
    const facts = await lockFollowUpFacts(tx, incidentId);
    const stored = await lockChain(tx, incidentId);
    if (stored === undefined || !isDue(stored.chain, tx.now)) return;
    const rules = await chainRules(tx, stored.urgency);
    const move = moveOn(stored.chain, tx.now, await candidatesOn(tx, await routeNow(tx, facts)), rules);
    await saveChain(tx, incidentId, move.chain);
    await carryOut(needs, tx, facts, move);
    if (stored.chain.state === 'paused') await tellThatNobodyCalled(needs, tx, facts, stored.chain);
    await publishIncident(tx, incidentId);
  };
}

/** Whoever took it up has not spoken to the colleague: they hear it, and the colleague hears that somebody else comes. */
async function tellThatNobodyCalled(
  { notify }: FollowUpNeeds,
  tx: Tx,
  { incidentId, takenUpBy }: FollowUpFacts,
  { contactDueAt }: Chain,
): Promise<void> {
  await recordStep(tx, incidentId, { kind: 'chain_moved_on', actorId: null, forReporter: true });
  if (takenUpBy === null) return;
  const data = { dueAt: contactDueAt.toISOString() };
  await notify(tx, { personId: takenUpBy, template: 'contact-due', incidentId, urgent: true, data });
}

function isDue(chain: Chain, now: Date): boolean {
  return chain.state !== 'ended' && chain.nextAt <= now;
}
