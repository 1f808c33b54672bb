import { holdersOf } from '../organisation/index.ts';
import type { Tx } from '../platform/index.ts';
import type { IdentityNeeds } from './needs.ts';

/**
 * An administrator opened the way to an account that somebody had already. Whoever holds the new way comes in as that person, so
 * the person hears of it, and so do those who watch over the dossiers. No name travels.
 */
export async function tellAboutAccess(
  tx: Tx,
  { notify }: IdentityNeeds,
  personId: string,
  what: 'account-reset' | 'invitation-handed-over',
): Promise<void> {
  const [officers, coordinators] = await Promise.all([
    holdersOf(tx, 'privacy_officer', tx.now),
    holdersOf(tx, 'coordinator', tx.now),
  ]);
  const told = new Set([personId]);
  await notify(tx, { personId, template: what, urgent: false });
  const watching = [
    ...officers.map(({ id }) => ({ id, template: 'access-changed' as const })),
    ...coordinators.map(({ id }) => ({ id, template: 'access-changed-elsewhere' as const })),
  ];
  for (const { id, template } of watching) {
    if (told.has(id)) continue;
    told.add(id);
    await notify(tx, { personId: id, template, urgent: false });
  }
}
