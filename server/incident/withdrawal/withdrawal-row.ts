import type { WithdrawalEnd } from '../../../contract/incident.ts';
import type { Tx } from '../../platform/index.ts';

/** The latest withdrawal of a dossier. */
export interface Withdrawal {
  readonly withdrawalId: string;
  readonly stepId: string;
  readonly personId: string;
  readonly withdrawnAt: Date;
  readonly endedAs: WithdrawalEnd | null;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
}

export async function latestWithdrawal(tx: Tx, incidentId: string): Promise<Withdrawal | undefined> {
  return tx.maybeRow<Withdrawal>(
    `select id as "withdrawalId", step_id as "stepId", person_id as "personId", withdrawn_at as "withdrawnAt",
       ended_as as "endedAs", ended_at as "endedAt", ended_by as "endedBy"
     from incident.withdrawal where incident_id = $1 order by withdrawn_at desc, id desc limit 1`,
    [incidentId],
  );
}

/** Withdrawn, and nobody answered it yet. */
export async function openWithdrawal(tx: Tx, incidentId: string): Promise<Withdrawal | undefined> {
  const latest = await latestWithdrawal(tx, incidentId);
  return latest?.endedAs === null ? latest : undefined;
}

export async function endWithdrawal(tx: Tx, { withdrawalId }: Withdrawal, as: WithdrawalEnd): Promise<void> {
  await tx.execute('update incident.withdrawal set ended_as = $2, ended_at = $3, ended_by = $4 where id = $1', [
    withdrawalId,
    as,
    tx.now,
    tx.personId,
  ]);
}
