import type { AnswerOf, BodyOf } from '../../../contract/endpoint.ts';
import type { answerWithdrawal as answering, readWithdrawal as reading } from '../../../contract/incident.ts';
import { type Refused, refuse, type Tx } from '../../platform/index.ts';
import { carryOutClosing } from '../carry-out-closing.ts';
import { closingFacts } from '../closing-facts.ts';
import type { Flawed } from '../flaws.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { getIncidentHead, requirePart } from '../incident-head.ts';
import { type LockedIncident, lockIncident, type Written } from '../lock-incident.ts';
import { type Named, refOf } from '../person-ref.ts';
import { publishIncident } from '../publish-incident.ts';
import { recordStep } from '../record-step.ts';
import { openItems } from '../rules/closing.ts';
import { close } from '../rules/incident-states.ts';
import { sealedAs } from '../sealed-names.ts';
import { endWithdrawal, latestWithdrawal, openWithdrawal, type Withdrawal } from './withdrawal-row.ts';
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

async function hasSpokenSince(tx: Tx, incidentId: string, { personId, withdrawnAt }: Withdrawal): Promise<boolean> {
  const [spoken] = await tx.rows(
    'select from incident.contact where incident_id = $1 and with_person_id = $2 and reached and at >= $3 limit 1',
    [incidentId, personId, withdrawnAt],
  );
  return spoken !== undefined;
}

/** For the reporter, and for who may read what people told. */
export async function readWithdrawal(
  { vault }: Pick<FollowUpNeeds, 'vault'>,
  tx: Tx,
  personId: string,
  incidentId: string,
): Promise<AnswerOf<typeof reading>> {
  const head = await getIncidentHead(tx, incidentId);
  if (head.reporterId !== personId) requirePart(head, 'narrative');
  const withdrawal = await latestWithdrawal(tx, incidentId);
  if (!withdrawal) return { withdrawal: null };
  await tx.recordAudit({ action: 'withdrawal-read', objectKind: 'incident', objectId: incidentId, incidentId });
  const { withdrawnAt, endedAs, endedAt, stepId } = withdrawal;
  const field = sealedAs.stepReason(stepId);
  const told = await tx.row<{ by: Named; endedBy: Named | null; sealed: Buffer | null }>(
    `select incident.person_as_json(p.id, p.given_name, p.family_name) as by,
       incident.person_as_json(e.id, e.given_name, e.family_name) as "endedBy",
       (select f.sealed_text from incident.sealed_field f where f.incident_id = $3 and f.field = $4) as sealed
     from organisation.person p left join organisation.person e on e.id = $2 where p.id = $1`,
    [withdrawal.personId, withdrawal.endedBy, incidentId, field],
  );
  return {
    withdrawal: {
      withdrawnAt: withdrawnAt.toISOString(),
      by: refOf(told.by),
      reason: told.sealed ? (await vault.openDossier(tx, incidentId)).open(field, told.sealed) : '',
      hasSpoken: await hasSpokenSince(tx, incidentId, withdrawal),
      endedAs,
      endedAt: endedAt?.toISOString() ?? null,
      endedBy: refOf(told.endedBy),
    },
  };
}
