import type { EventHandler } from '../platform/index.ts';
import { playbookAt } from '../protocol/index.ts';
import { lockChain } from './chain/chain-store.ts';
import { hurryWhenSerious } from './chain/hurry-chain.ts';
import { type FollowUpFacts, lockFollowUpFacts, severityFacts } from './follow-up-facts.ts';
import { publishIncident } from './publish-incident.ts';
import { severityOf } from './rules/severity.ts';
import { planWhatFits } from './tasks/plan-what-fits.ts';

/**
 * More became known: a weapon, discrimination, an injury. The playbook that the dossier started with may have tasks for that,
 * and what turns out to be serious no longer waits for office hours.
 */
export function whenDetailsAdded(): EventHandler {
  return async (tx, { incidentId }) => {
    if (incidentId === null) return;
    const facts = await lockFollowUpFacts(tx, incidentId);
    if (facts.playbookCode === null || facts.playbookVersion === null || isOver(facts)) return;
    const playbook = await playbookAt(tx, facts.playbookCode, facts.playbookVersion);
    const stored = await lockChain(tx, incidentId);
    if (!stored) return;

    const severity = severityOf(severityFacts(facts));
    await tx.execute('update incident.incident set severity = $2 where id = $1', [incidentId, severity]);
    await planWhatFits(tx, facts, { playbook, contactDueAt: stored.chain.contactDueAt });
    await hurryWhenSerious(tx, facts, playbook.contact);
    await publishIncident(tx, incidentId);
  };
}

function isOver({ state }: FollowUpFacts): boolean {
  return state === 'closed' || state === 'corrected';
}
