import type { Job, Tx } from '../../platform/index.ts';

/**
 * A draft that nobody touches for thirty days is forgotten: it holds a story that was never told. A week before, its maker
 * is told, so that nothing is lost in silence.
 */
const WARNED_AFTER_DAYS = 23;
const FORGOTTEN_AFTER_DAYS = 30;

export type TellMaker = (tx: Tx, personId: string, forgottenAt: Date) => Promise<void>;

export async function planDraftEnd(tx: Tx, draftId: string, savedAt: Date): Promise<void> {
  await tx.enqueue({
    kind: 'draft-grows-old',
    runAt: daysAfter(savedAt, WARNED_AFTER_DAYS),
    key: `draft:${draftId}`,
    data: { draftId, warnedAt: null },
  });
}

/** One job per draft, which comes back until the draft is sent, thrown away or forgotten. */
export async function whenDraftGrowsOld(tx: Tx, { data }: Job, tellMaker: TellMaker): Promise<void> {
  const draftId = String(data['draftId']);
  const draft = await tx.maybeRow<{ personId: string; savedAt: Date }>(
    'select person_id as "personId", saved_at as "savedAt" from incident.draft where id = $1 for update',
    [draftId],
  );
  if (draft === undefined) return;
  const warnedAt = data['warnedAt'];
  const isUntouched = typeof warnedAt === 'string' && draft.savedAt.toISOString() <= warnedAt;
  if (isUntouched) {
    await tx.execute('delete from incident.draft where id = $1', [draftId]);
  } else if (daysAfter(draft.savedAt, WARNED_AFTER_DAYS) <= tx.now) {
    await warn(tx, draftId, draft.personId, tellMaker);
  } else {
    await planDraftEnd(tx, draftId, draft.savedAt);
  }
}

async function warn(tx: Tx, draftId: string, personId: string, tellMaker: TellMaker): Promise<void> {
  const forgottenAt = daysAfter(tx.now, FORGOTTEN_AFTER_DAYS - WARNED_AFTER_DAYS);
  await tellMaker(tx, personId, forgottenAt);
  await tx.enqueue({
    kind: 'draft-grows-old',
    runAt: forgottenAt,
    key: `draft:${draftId}`,
    data: { draftId, warnedAt: tx.now.toISOString() },
  });
}

function daysAfter(at: Date, days: number): Date {
  return new Date(at.getTime() + days * 24 * 3_600_000);
}
