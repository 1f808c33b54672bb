import type { AnswerOf } from '../../../contract/endpoint.ts';
import type * as contract from '../../../contract/setup.ts';
import { finishSettingUp } from '../../organisation/index.ts';
import { type Refused, refuse, type Tx } from '../../platform/index.ts';

export async function readProgress(tx: Tx): Promise<AnswerOf<typeof contract.getSetUpProgress>> {
  return tx.row(
    `select e.settings ? 'setUpFinishedAt' as "isFinished",
       (select count(*)::int from organisation.location l where l.employer_id = e.id and l.ended_at is null) as locations,
       (select count(*)::int from organisation.team t where t.employer_id = e.id and t.ended_at is null) as teams,
       (select count(*)::int from organisation.person p where p.employer_id = e.id and p.ended_at is null) as people,
       (select count(distinct h.team_id)::int from organisation.role_holding h
        where h.employer_id = e.id and h.role = 'manager' and (h.until is null or h.until > $2)) as "teamsWithManager",
       exists (select from organisation.role_holding h
        where h.employer_id = e.id and h.role = 'coordinator' and (h.until is null or h.until > $2)) as "hasCoordinator",
       exists (select from organisation.role_holding h
        where h.employer_id = e.id and h.role = 'confidential_adviser' and (h.until is null or h.until > $2))
         as "hasConfidentialAdviser"
     from organisation.employer e where e.id = $1`,
    [tx.employerId, tx.now],
  );
}

/** A report must have somewhere to go before anybody can make one. */
export async function finish(tx: Tx): Promise<{ state: 'finished' } | Refused> {
  const progress = await readProgress(tx);
  if (progress.teams === 0) return refuse('set-up-needs-a-team');
  if (!progress.hasCoordinator) return refuse('set-up-needs-a-coordinator');
  await finishSettingUp(tx);
  return { state: 'finished' };
}
