import type { ChainTerms } from '../../contract/chain-terms.ts';
import type { ColleagueRef } from '../../contract/organisation.ts';
import { colleagueRef, getEmployer } from '../organisation/index.ts';
import { newId, type Refused, refuse, type Tx } from '../platform/index.ts';
import { type Author, authorColumns } from './authors.ts';

export interface KeptTerms {
  /** Zero: the organisation never chose its own. */
  readonly version: number;
  readonly since: Date | null;
  readonly by: ColleagueRef | null;
  readonly terms: ChainTerms;
}

/** What counts where nobody chose. */
const minutesToBeginWith = 15;

/** The terms that count now. What an organisation set before there were two of them goes on counting for both. */
export async function chainTermsInForce(tx: Tx): Promise<KeptTerms> {
  const newest = await tx.maybeRow<ChainTerms & { version: number; since: Date; author: Author }>(
    `select v.version, v.since, v.immediate_minutes as "immediateMinutes", v.working_time_minutes as "workingTimeMinutes",
            ${authorColumns}
     from protocol.chain_term_version v
     join organisation.person p on p.employer_id = v.employer_id and p.id = v.created_by
     where v.employer_id = $1 order by v.version desc limit 1`,
    [tx.employerId],
  );
  if (newest) {
    const { version, since, author, ...terms } = newest;
    return { version, since, by: colleagueRef(author), terms };
  }
  const { settings } = await getEmployer(tx);
  const minutes = settings.chainStepMinutes ?? minutesToBeginWith;
  return {
    version: 0,
    since: null,
    by: null,
    terms: { immediateMinutes: minutes, workingTimeMinutes: minutes },
  };
}

/** New terms count from the next step of every chain, also of those that run. */
export async function changeChainTerms(
  tx: Tx,
  change: { readonly basedOnVersion: number; readonly terms: ChainTerms },
): Promise<{ version: number } | Refused<'protocol-changed-meanwhile'>> {
  const { version: before } = await chainTermsInForce(tx);
  const [id, version] = [newId(), change.basedOnVersion + 1];
  if (before !== change.basedOnVersion || !(await addTerms(tx, id, version, change.terms))) {
    return refuse('protocol-changed-meanwhile');
  }
  await tx.recordAudit({ action: 'chain-terms-changed', objectKind: 'chain-terms', objectId: id, detail: { version } });
  await tx.recordEvent({ name: 'chain-terms-changed', data: { versionId: id, version } });
  return { version };
}

/** False when somebody else put that version in force first. */
async function addTerms(tx: Tx, id: string, version: number, terms: ChainTerms): Promise<boolean> {
  const added = await tx.execute(
    `insert into protocol.chain_term_version
       (id, employer_id, version, immediate_minutes, working_time_minutes, since, created_by)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (employer_id, version) do nothing`,
    [id, tx.employerId, version, terms.immediateMinutes, terms.workingTimeMinutes, tx.now, tx.personId],
  );
  return added === 1;
}
