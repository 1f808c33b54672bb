import type { AnswerOf } from '../../../contract/endpoint.ts';
import type { Classified, readClassification as endpoint } from '../../../contract/incident.ts';
import type { ObservedCause } from '../../../contract/incident-words.ts';
import type { Tx } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { getIncidentHead, requirePart } from '../incident-head.ts';
import { type Named, refOf } from '../person-ref.ts';
import { sealedAs } from '../sealed-names.ts';

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

/** The last time that somebody answered it counts. */
export async function causeOf(tx: Tx, incidentId: string): Promise<ObservedCause | null> {
  const answered = await tx.maybeRow<{ cause: ObservedCause | null }>(
    `select codes ->> 'cause' as cause from incident.detail
     where incident_id = $1 and codes ? 'cause' order by added_at desc, id desc limit 1`,
    [incidentId],
  );
  return answered?.cause ?? null;
}
