import type { Tx } from '../platform/index.ts';
import type { FollowUpNeeds } from './follow-up-needs.ts';
import { partBits } from './incident-access.ts';
import { sealedAs } from './sealed-names.ts';

export interface SealedField {
  readonly incidentId: string;
  readonly field: string;
  /** The part of the dossier it belongs to, as its bit. */
  readonly part: number;
  readonly text: string;
}

/** Keeps a single text of a dossier, or replaces it. */
export async function sealField(
  { vault }: Pick<FollowUpNeeds, 'vault'>,
  tx: Tx,
  { incidentId, field, part, text }: SealedField,
): Promise<void> {
  const sealed = (await vault.openDossier(tx, incidentId)).seal(field, text);
  await tx.execute(
    `insert into incident.sealed_field (employer_id, incident_id, field, part, written_by, written_at, sealed_text)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (incident_id, field) do update
     set sealed_text = excluded.sealed_text, written_by = excluded.written_by, written_at = excluded.written_at`,
    [tx.employerId, incidentId, field, part, tx.personId, tx.now, sealed],
  );
}

/** Why somebody took a step, in their own words: for who may read what people told, and for themselves. */
export async function sealReason(
  { vault }: Pick<FollowUpNeeds, 'vault'>,
  tx: Tx,
  { incidentId, stepId, reason }: { readonly incidentId: string; readonly stepId: string; readonly reason: string },
): Promise<void> {
  const field = sealedAs.stepReason(stepId);
  const sealed = (await vault.openDossier(tx, incidentId)).seal(field, reason);
  await tx.execute(
    `insert into incident.sealed_field (employer_id, incident_id, field, part, written_by, written_at, sealed_text)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.employerId, incidentId, field, partBits.narrative, tx.personId, tx.now, sealed],
  );
}
