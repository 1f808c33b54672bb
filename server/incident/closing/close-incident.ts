import { findPeople } from '../../organisation/index.ts';
import { type Refused, refuse, type Tx } from '../../platform/index.ts';
import type { Flawed } from '../flaws.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { lockIncident, type Written } from '../lock-incident.ts';
import { type Closing, type ClosingRefusal, closingRefusal, type Discussed, openItems } from '../rules/closing.ts';
import { close } from '../rules/incident-states.ts';
import { holdWithdrawals, openWithdrawal } from '../withdrawal/withdrawal-row.ts';
import { carryOutClosing } from './carry-out-closing.ts';
import { closingFacts } from './closing-facts.ts';

export type CloseRefusal = ClosingRefusal | 'already-closed' | 'not-taken-up' | 'incident-corrected';

export interface ClosingBody extends Closing {
  readonly conclusion: string;
}

/**
 * in_follow_up → closed, with the conclusion, where it was discussed and what the victim wishes. What may stay open is said
 * out loud; its tasks end with the dossier.
 */
export async function closeIncident(
  needs: FollowUpNeeds,
  tx: Tx,
  personId: string,
  { incidentId, closing }: { readonly incidentId: string; readonly closing: ClosingBody },
): Promise<Written | Flawed | Refused<CloseRefusal | 'withdrawal-not-answered'>> {
  const flaws = [
    ...citizenServiceNumbersIn({ conclusion: closing.conclusion }),
    ...(await unknownAttendees(tx, closing.discussed)),
  ];
  if (flaws.length > 0) return { flaws };
  const locked = await lockIncident(tx, incidentId, 'close');
  const closed = close(locked.incident, tx.now);
  if ('refused' in closed) return refuse(closed.refused);
  await holdWithdrawals(tx, incidentId);
  if (await openWithdrawal(tx, incidentId)) return refuse('withdrawal-not-answered');
  const facts = await closingFacts(needs.vault, tx, locked);
  const items = openItems(facts);
  const refused = closingRefusal(closing, items, facts.hasVictims, tx.now);
  if (refused) return refuse(refused.refused);

  await carryOutClosing(needs, tx, personId, { incidentId, closed, closing, left: items.map(({ kind }) => kind) });
  return { incidentId, state: closed.state };
}

async function unknownAttendees(tx: Tx, discussed: Discussed) {
  if (!('on' in discussed)) return [];
  const known = await findPeople(tx, discussed.attendeeIds);
  return discussed.attendeeIds.flatMap((id, at) =>
    known.has(id) ? [] : [{ path: ['discussed', 'attendeeIds', at], code: 'unknown-colleague' } as const],
  );
}
