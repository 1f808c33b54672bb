import type { AnswerOf } from '../../../contract/endpoint.ts';
import type { Classification, Classified, readClassification as endpoint } from '../../../contract/incident.ts';
import type { AggressorKnowledge, ObservedCause } from '../../../contract/incident-words.ts';
import { newId, type Refused, refuse, type Tx } from '../../platform/index.ts';
import type { Flawed } from '../flaws.ts';
import { type FollowUpFacts, lockFollowUpFacts } from '../follow-up-facts.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { getIncidentHead, requirePart } from '../incident-head.ts';
import { lockIncident, refusalWhenOver, type Written } from '../lock-incident.ts';
import { type Named, refOf } from '../person-ref.ts';
import { publishIncident } from '../publish-incident.ts';
import { recordStep } from '../record-step.ts';
import { sealReason } from '../seal-field.ts';
import { sealedAs } from '../sealed-names.ts';
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

/** The last time that somebody answered it counts. */
async function causeOf(tx: Tx, incidentId: string): Promise<ObservedCause | null> {
  const answered = await tx.maybeRow<{ cause: ObservedCause | null }>(
    `select codes ->> 'cause' as cause from incident.detail
     where incident_id = $1 and codes ? 'cause' order by added_at desc, id desc limit 1`,
    [incidentId],
  );
  return answered?.cause ?? null;
}

async function knowledgeOf(tx: Tx, incidentId: string): Promise<AggressorKnowledge | null> {
  const named = await tx.maybeRow<{ knowledge: AggressorKnowledge | null }>(
    `select knowledge from incident.involved where incident_id = $1 and role = 'aggressor'
     order by knowledge = 'named' desc limit 1`,
    [incidentId],
  );
  return named?.knowledge ?? null;
}

interface ChangeRow {
  readonly at: Date;
  readonly by: Named;
  readonly before: Classified;
  readonly after: Classified;
  readonly stepId: string;
  readonly sealedReason: Buffer | null;
}

/** For who may read what people told: how it is filed, and each time that it was filed differently. */
export async function readClassification(
  { vault }: Pick<FollowUpNeeds, 'vault'>,
  tx: Tx,
  incidentId: string,
): Promise<AnswerOf<typeof endpoint>> {
  requirePart(await getIncidentHead(tx, incidentId), 'narrative');
  const filed = await tx.row<Omit<Classified, 'cause'>>(
    `select i.kind, i.severity, i.form, i.matrix_columns as columns,
       coalesce((select d.codes -> 'flags' from incident.detail d
         where d.incident_id = i.id and jsonb_typeof(d.codes -> 'flags') = 'array'
         order by d.added_at desc, d.id desc limit 1), '[]') as flags
     from incident.incident i where i.id = $1`,
    [incidentId],
  );
  const rows = await tx.rows<ChangeRow>(
    `select r.at, r.before, r.after, r.step_id as "stepId", f.sealed_text as "sealedReason",
       json_build_object('id', p.id, 'givenName', p.given_name, 'familyName', p.family_name) as by
     from incident.reclassification r
     join organisation.person p on p.id = r.person_id
     left join incident.sealed_field f on f.incident_id = r.incident_id and f.field = 'reason:' || r.step_id
     where r.incident_id = $1 order by r.at desc, r.id desc limit 100`,
    [incidentId],
  );
  const texts = rows.some(({ sealedReason }) => sealedReason) ? await vault.openDossier(tx, incidentId) : null;
  if (rows.length > 0) {
    await tx.recordAudit({
      action: 'classification-read',
      objectKind: 'incident',
      objectId: incidentId,
      incidentId,
    });
  }
  return {
    current: { ...filed, cause: await causeOf(tx, incidentId) },
    changes: rows.map(({ at, by, before, after, stepId, sealedReason }) => ({
      at: at.toISOString(),
      by: refOf(by),
      before,
      after,
      reason: sealedReason && texts ? texts.open(sealedAs.stepReason(stepId), sealedReason) : '',
    })),
  };
}
