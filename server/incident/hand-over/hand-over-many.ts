import type { HandOverAnswer } from '../../../contract/incident-hand-overs.ts';
import type { Refused, Tx } from '../../platform/index.ts';
import type { Flawed } from '../flaws.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { whyNotFor } from '../tasks/assign-task.ts';
import { handOverDossiers } from './hand-over-dossiers.ts';
import { answerOf, findHandOver, type HandOverBody, keepHandOver } from './hand-over-store.ts';
import { handOverTasks } from './hand-over-tasks.ts';

/**
 * Several at once, to one colleague. What can go goes, and of the rest is told why not: one that somebody just finished holds up
 * nothing. The same id sent again, also much later, does nothing and answers the same.
 */
export async function handOverMany(
  needs: FollowUpNeeds,
  tx: Tx,
  handOverId: string,
  asked: HandOverBody,
): Promise<HandOverAnswer | Flawed | Refused<'person-has-left'>> {
  // Two tabs, or a second try while the first is still at work.
  await tx.execute('select pg_advisory_xact_lock(hashtextextended($1, 0))', [handOverId]);
  const before = await findHandOver(tx, handOverId);
  if (before) return answerOf(before);
  const refused = await whyNotFor(tx, asked.toPersonId, 'toPersonId');
  if (refused) return refused;

  const ids = [...new Set(asked.ids)].sort();
  const items =
    asked.what === 'tasks' ? await handOverTasks(needs, tx, asked, ids) : await handOverDossiers(needs, tx, asked, ids);
  const handOver = { ...asked, handOverId, items, at: tx.now };
  await keepHandOver(tx, handOver);
  return answerOf(handOver);
}
