import type { Tx } from '../tx.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const POSTBOX_DAYS = 30;
const NOTIFICATION_DAYS = 365;

/** The work of a daily job per employer. What a dossier must remember stands in the dossier. */
export async function forgetOldMessages(tx: Tx): Promise<void> {
  const before = (days: number) => new Date(tx.now.getTime() - days * DAY_MS);
  await tx.execute('delete from platform.postbox_message where arrived_at < $1', [before(POSTBOX_DAYS)]);
  await tx.execute('delete from platform.notification where created_at < $1', [before(NOTIFICATION_DAYS)]);
}
