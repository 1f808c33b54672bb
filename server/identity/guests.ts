import type { Tx } from '../platform/index.ts';
import { endSessionsOf, startSession } from './sessions.ts';
import type { Visit } from './sign-in.ts';

/** Whether somebody has a door of their own: then a personal link would be a second, weaker one. */
export async function canSignIn(tx: Tx, personId: string): Promise<boolean> {
  const accounts = await tx.rows(`select from identity.account where person_id = $1 and state <> 'invited'`, [
    personId,
  ]);
  return accounts.length > 0;
}

/** They showed their link and its code just now. The session never outlives the link. */
export async function startGuestSession(visit: Visit, personId: string, until: Date): Promise<void> {
  await startSession(visit.tx, visit, { personId, method: 'guest_link', isProven: true, until });
}

export async function endGuestSessions(tx: Tx, personId: string): Promise<void> {
  const found = await tx.rows(
    `select from identity.session where person_id = $1 and method = 'guest_link' and ended_at is null limit 1`,
    [personId],
  );
  if (found.length > 0) await endSessionsOf(tx, personId);
}
