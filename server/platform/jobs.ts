import type { Tx } from './tx.ts';

/** Takes back the pending jobs of this employer whose key starts with `prefix`. Goes with the commit. */
export function cancelJobs(tx: Tx, prefix: string): void {
  // `~>=~` and `~<~` compare bytes and are leakproof, so they reach the index under row-level security; `like` would not.
  tx.later(
    `delete from platform.job
     where employer_id = $1 and key is not null and key ~>=~ $2 and key ~<~ ($2 || chr(1114111))`,
    [tx.employerId, prefix],
  );
}
