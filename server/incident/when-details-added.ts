import { employerCalendar } from '../organisation/index.ts';
import type { EventHandler, Tx } from '../platform/index.ts';
import { playbookAt } from '../protocol/index.ts';
import { lockChain, saveChain } from './chain-store.ts';
import { conditionsIn } from './conditions.ts';
import { expectNextStep } from './escalation.ts';
import { type FollowUpFacts, lockFollowUpFacts, severityFacts } from './follow-up-facts.ts';
import { publishIncident } from './publish-incident.ts';
import { addMinutes } from './rules/deadlines.ts';
import { planTasks } from './rules/playbook.ts';
import { contactTermFor, severityOf, urgencyOf } from './rules/severity.ts';
import { addPlannedTasks, ownersOfTasks } from './task-store.ts';

/**
 * More became known: a weapon, discrimination, an injury. The playbook that the dossier started with may have tasks for that,
 * and what turns out to be serious no longer waits for office hours. Nothing is planned twice.
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
    const planned = planTasks(
      playbook,
      {
        ...facts,
        conditions: conditionsIn(facts),
        contactDueAt: stored.chain.contactDueAt,
        alreadyPlanned: await codesPlanned(tx, incidentId),
      },
      await employerCalendar(tx),
    );
    if (planned.length > 0)
      await addPlannedTasks(tx, facts, planned, await ownersOfTasks(tx, await leadOf(tx, incidentId)));
    const urgency = urgencyOf(contactTermFor(severityFacts(facts), playbook.contact));
    if (urgency === 'immediate' && stored.urgency === 'working_time') await hurry(tx, incidentId);
    await publishIncident(tx, incidentId);
  };
}

/** From the moment this is known there is an hour, and the next one is told within a step. */
async function hurry(tx: Tx, incidentId: string): Promise<void> {
  const stored = await lockChain(tx, incidentId);
  if (!stored || stored.chain.state === 'ended') return;
  const withinTheHour = addMinutes(tx.now, 60);
  const contactDueAt = stored.chain.contactDueAt < withinTheHour ? stored.chain.contactDueAt : withinTheHour;
  const soon = stored.chain.state === 'paused' ? contactDueAt : addMinutes(tx.now, 15);
  const chain = { ...stored.chain, contactDueAt, nextAt: stored.chain.nextAt < soon ? stored.chain.nextAt : soon };
  await saveChain(tx, incidentId, chain);
  await tx.execute(`update incident.chain set urgency = 'immediate' where incident_id = $1`, [incidentId]);
  await expectNextStep(tx, incidentId, chain);
}

function isOver({ state }: FollowUpFacts): boolean {
  return state === 'closed' || state === 'corrected';
}

async function codesPlanned(tx: Tx, incidentId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.rows<{ code: string }>('select code from incident.task where incident_id = $1', [incidentId]);
  return new Set(rows.map(({ code }) => code));
}

async function leadOf(tx: Tx, incidentId: string): Promise<string> {
  const { id } = await tx.row<{ id: string }>(
    `select subject_id as id from incident.lead where incident_id = $1 and scope = 'whole' limit 1`,
    [incidentId],
  );
  return id;
}
