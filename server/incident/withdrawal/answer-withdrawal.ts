import type { BodyOf } from '../../../contract/endpoint.ts';
import type { answerWithdrawal as answering } from '../../../contract/incident.ts';
import { type Refused, refuse, type Tx } from '../../platform/index.ts';
import { carryOutClosing } from '../closing/carry-out-closing.ts';
import { closingFacts } from '../closing/closing-facts.ts';
import type { Flawed } from '../flaws.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { type LockedIncident, lockIncident, type Written } from '../lock-incident.ts';
import { publishIncident } from '../publish-incident.ts';
import { recordStep } from '../record-step.ts';
import { openItems } from '../rules/closing.ts';
import { close } from '../rules/incident-states.ts';
import { hasSpokenSince } from './read-withdrawal.ts';
import { endWithdrawal, holdWithdrawals, openWithdrawal, type Withdrawal } from './withdrawal-row.ts';
import { type AnswerRefusal, answerRefusal } from './withdrawing.ts';

type CloseRefused = 'not-taken-up' | 'contact-not-recorded' | 'already-closed' | 'incident-corrected';

/** Somebody spoke with the reporter about why. Then it rests as withdrawn, or the employer goes on without them. */
export async function answerWithdrawal(
  needs: FollowUpNeeds,
  tx: Tx,
  personId: string,
  { incidentId, answer }: { readonly incidentId: string; readonly answer: BodyOf<typeof answering> },
): Promise<Written | Flawed | Refused<AnswerRefusal | CloseRefused>> {
  const flaws = answer.decision === 'close' ? citizenServiceNumbersIn({ conclusion: answer.conclusion }) : [];
  if (flaws.length > 0) return { flaws };
  const locked = await lockIncident(tx, incidentId, 'answer_withdrawal');
  await holdWithdrawals(tx, incidentId);
  const open = await openWithdrawal(tx, incidentId);
  const refused = answerRefusal({
    isWithdrawn: open !== undefined,
    isOwnReport: locked.reporterId === personId,
    hasSpoken: open !== undefined && (await hasSpokenSince(tx, incidentId, open)),
  });
  if (refused || !open) return refuse(refused ?? 'not-withdrawn');
  return answer.decision === 'close'
    ? closeAsWithdrawn(needs, tx, personId, { locked, open, conclusion: answer.conclusion })
    : goOn(tx, personId, locked, open);
}

interface Closing {
  readonly locked: LockedIncident;
  readonly open: Withdrawal;
  readonly conclusion: string;
}

/** What was still to be done is left, and nobody is answered: the colleague does not want it. */
async function closeAsWithdrawn(
  needs: FollowUpNeeds,
  tx: Tx,
  personId: string,
  { locked, open, conclusion }: Closing,
): Promise<Written | Refused<CloseRefused>> {
  const { incidentId } = locked;
  const closed = close(locked.incident, tx.now);
  if ('refused' in closed) return refuse(closed.refused);
  const left = openItems(await closingFacts(needs.vault, tx, locked)).map(({ kind }) => kind);
  const discussed = { notBecause: 'victim_does_not_want_it' } as const;
  await endWithdrawal(tx, open, 'closed');
  await noteEnd(tx, incidentId, 'closed');
  await carryOutClosing(needs, tx, personId, {
    incidentId,
    closed,
    closing: { conclusion, discussed, victimWish: 'does_not_want_it' },
    left,
  });
  await tx.recordEvent({ name: 'closed-as-withdrawn', incidentId, data: {} });
  return { incidentId, state: closed.state };
}

async function goOn(tx: Tx, personId: string, locked: LockedIncident, open: Withdrawal): Promise<Written> {
  const { incidentId, incident } = locked;
  await endWithdrawal(tx, open, 'continued');
  await recordStep(tx, incidentId, { kind: 'withdrawal_continued', actorId: personId, forReporter: true });
  await noteEnd(tx, incidentId, 'continued');
  await publishIncident(tx, incidentId);
  return { incidentId, state: incident.state };
}

async function noteEnd(tx: Tx, incidentId: string, as: 'closed' | 'continued'): Promise<void> {
  await tx.recordAudit({
    action: 'withdrawal-ended',
    objectKind: 'incident',
    objectId: incidentId,
    incidentId,
    detail: { as },
  });
}
