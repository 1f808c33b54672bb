import type { WithdrawalEnd } from '../../../contract/incident.ts';
import type { Tx } from '../../platform/index.ts';

/**
 * One after the other: who withdraws or thinks better of it, who answers, and who closes the dossier. The reporter cannot hold the
 * dossier itself. What was read of it before this may be of yesterday.
 */
export async function holdWithdrawals(tx: Tx, incidentId: string): Promise<void> {
  await tx.execute('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`withdrawals ${incidentId}`]);
}

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
