import type { AnswerOf } from '../../../contract/endpoint.ts';
import type { readWithdrawal as endpoint } from '../../../contract/incident.ts';
import type { Tx } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { getIncidentHead, requirePart } from '../incident-head.ts';
import { type Named, refOf } from '../person-ref.ts';
import { sealedAs } from '../sealed-names.ts';
import { latestWithdrawal, type Withdrawal } from './withdrawal-row.ts';

/** For the reporter, and for who may read what people told. */
export async function readWithdrawal(
  { vault }: Pick<FollowUpNeeds, 'vault'>,
  tx: Tx,
  personId: string,
  incidentId: string,
): Promise<AnswerOf<typeof endpoint>> {
  const head = await getIncidentHead(tx, incidentId);
  if (head.reporterId !== personId) requirePart(head, 'narrative');
  const withdrawal = await latestWithdrawal(tx, incidentId);
  if (!withdrawal) return { withdrawal: null };
  await tx.recordAudit({ action: 'withdrawal-read', objectKind: 'incident', objectId: incidentId, incidentId });
  const { withdrawnAt, endedAs, endedAt, stepId } = withdrawal;
  const field = sealedAs.stepReason(stepId);
  const told = await tx.row<{ by: Named; endedBy: Named | null; sealed: Buffer | null }>(
    `select incident.person_as_json(p.id, p.given_name, p.family_name) as by,
       incident.person_as_json(e.id, e.given_name, e.family_name) as "endedBy",
       (select f.sealed_text from incident.sealed_field f where f.incident_id = $3 and f.field = $4) as sealed
     from organisation.person p left join organisation.person e on e.id = $2 where p.id = $1`,
    [withdrawal.personId, withdrawal.endedBy, incidentId, field],
  );
  return {
    withdrawal: {
      withdrawnAt: withdrawnAt.toISOString(),
      by: refOf(told.by),
      reason: told.sealed ? (await vault.openDossier(tx, incidentId)).open(field, told.sealed) : '',
      hasSpoken: await hasSpokenSince(tx, incidentId, withdrawal),
      endedAs,
      endedAt: endedAt?.toISOString() ?? null,
      endedBy: refOf(told.endedBy),
    },
  };
}

export async function hasSpokenSince(
  tx: Tx,
  incidentId: string,
  { personId, withdrawnAt }: Withdrawal,
): Promise<boolean> {
  const [spoken] = await tx.rows(
    'select from incident.contact where incident_id = $1 and with_person_id = $2 and reached and at >= $3 limit 1',
    [incidentId, personId, withdrawnAt],
  );
  return spoken !== undefined;
}
