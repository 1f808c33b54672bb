import type { Classification, Classified } from '../../../contract/incident.ts';
import type { AggressorKnowledge, ObservedCause } from '../../../contract/incident-words.ts';
import { newId, type Refused, refuse, type Tx } from '../../platform/index.ts';
import type { Flawed } from '../flaws.ts';
import { type FollowUpFacts, lockFollowUpFacts } from '../follow-up-facts.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { lockIncident, refusalWhenOver, type Written } from '../lock-incident.ts';
import { publishIncident } from '../publish-incident.ts';
import { recordStep } from '../record-step.ts';
import { sealReason } from '../seal-field.ts';
import { causeOf } from './read-classification.ts';
import { classifiedAs, flawsInClassification, type ReclassifyRefusal, reclassifyRefusal } from './reclassification.ts';

type Asked = Classification & { readonly reason: string };

/** Filed differently by who follows it up, with the reason. How it was filed stays; a job lets the work follow. */
export async function reclassifyIncident(
  needs: FollowUpNeeds,
  tx: Tx,
  personId: string,
  { incidentId, asked }: { readonly incidentId: string; readonly asked: Asked },
): Promise<Written | Flawed | Refused<ReclassifyRefusal | 'incident-closed' | 'incident-corrected'>> {
  const { reason, ...wanted } = asked;
  const flaws = [...flawsInClassification(wanted), ...citizenServiceNumbersIn({ reason })];
  if (flaws.length > 0) return { flaws };
  const { incident } = await lockIncident(tx, incidentId, 'reclassify');
  const over = refusalWhenOver(incident);
  if (over) return over;
  const facts = await lockFollowUpFacts(tx, incidentId);
  const before = { ...filedNow(facts, await causeOf(tx, incidentId)), severity: facts.severity };
  const after = classifiedAs(wanted, facts);
  const refused = reclassifyRefusal(before, after, await knowledgeOf(tx, incidentId));
  if (refused) return refuse(refused);

  const stepId = await recordStep(tx, incidentId, {
    kind: 'reclassified',
    actorId: personId,
    data: {
      fromKind: before.kind,
      toKind: after.kind,
      fromSeverity: before.severity,
      toSeverity: after.severity,
      // What was promised by the playbook of before is still told in its words.
      playbookCode: facts.playbookCode,
      playbookVersion: facts.playbookVersion,
    },
    forReporter: true,
  });
  await sealReason(needs, tx, { incidentId, stepId, reason });
  await keep(tx, personId, { incidentId, stepId, before, after });
  await tx.recordEvent({ name: 'incident-reclassified', incidentId, data: {} });
  await tx.recordAudit({
    action: 'incident-reclassified',
    objectKind: 'incident',
    objectId: incidentId,
    incidentId,
    detail: { from: before.severity, to: after.severity, fromKind: before.kind, toKind: after.kind },
  });
  await publishIncident(tx, incidentId);
  return { incidentId, state: incident.state };
}

interface Change {
  readonly incidentId: string;
  readonly stepId: string;
  readonly before: Classified;
  readonly after: Classified;
}

async function keep(tx: Tx, personId: string, { incidentId, stepId, before, after }: Change): Promise<void> {
  await tx.execute(
    'update incident.incident set kind = $2, severity = $3, form = $4, matrix_columns = $5 where id = $1',
    [incidentId, after.kind, after.severity, after.form, after.columns],
  );
  const id = newId();
  // An answer like any other, and the first that counts from now on: what was answered before stays to be read.
  await tx.execute(
    `insert into incident.detail (id, employer_id, incident_id, person_id, added_at, codes) values ($1, $2, $3, $4, $5, $6)`,
    [newId(), tx.employerId, incidentId, personId, tx.now, JSON.stringify({ flags: after.flags, cause: after.cause })],
  );
  await tx.execute(
    `insert into incident.reclassification (id, employer_id, incident_id, step_id, person_id, at, before, after)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, tx.employerId, incidentId, stepId, personId, tx.now, JSON.stringify(before), JSON.stringify(after)],
  );
}

function filedNow({ kind, columns, form, flags }: FollowUpFacts, cause: ObservedCause | null): Classification {
  return { kind, columns: [...columns], form, flags: [...flags] as Classification['flags'], cause };
}

async function knowledgeOf(tx: Tx, incidentId: string): Promise<AggressorKnowledge | null> {
  const named = await tx.maybeRow<{ knowledge: AggressorKnowledge | null }>(
    `select knowledge from incident.involved where incident_id = $1 and role = 'aggressor'
     order by knowledge = 'named' desc limit 1`,
    [incidentId],
  );
  return named?.knowledge ?? null;
}
