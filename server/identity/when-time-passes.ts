import type { Tx } from '../platform/index.ts';

const keptAfterEndMs = 30 * 24 * 60 * 60 * 1000;

/** The work of a daily job per employer: sessions that ended a month ago say nothing to anybody any more. */
export async function forgetOldSessions(tx: Tx): Promise<void> {
  await tx.execute('delete from identity.session where least(ended_at, expires_at) < $1', [
    new Date(tx.now.getTime() - keptAfterEndMs),
  ]);
}

/** The work of an hourly job of the house: ceremonies and counted tries whose time is over. */
export async function forgetOldTries(tx: Tx): Promise<void> {
  await tx.execute('delete from identity.ceremony where expires_at < $1', [tx.now]);
  await tx.execute('delete from identity.attempt where window_ends_at < $1', [tx.now]);
}
