import { newId, type Tx } from '../../platform/index.ts';
import { type DraftNeeds, saveDraft } from '../drafts/drafts.ts';
import type { OpenedContent } from './open-envelope.ts';

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/**
 * Keeps the answers as a draft of their maker and tells which. Where the draft went on elsewhere meanwhile, was sent or thrown
 * away, it becomes a draft beside it: of two versions neither is lost.
 */
export async function returnToMaker(
  needs: DraftNeeds,
  tx: Tx,
  { draft, baseRevision }: Pick<OpenedContent, 'draft' | 'baseRevision'>,
  { asNewReport = false } = {},
): Promise<string> {
  const own = String(draft['draftId'] ?? '').toLowerCase();
  const kept = uuid.test(own) ? await revisionOf(tx, own) : undefined;
  const wentOnElsewhere = (kept ?? 0) > baseRevision;
  if (uuid.test(own) && !wentOnElsewhere && !asNewReport) {
    const saved = await saveDraft(needs, tx, {
      draftId: own,
      revision: baseRevision + 1,
      content: JSON.stringify(draft),
    });
    if (!('refused' in saved)) return own;
  }
  const beside = { ...draft, draftId: newId(), incidentId: newId() };
  await saveDraft(needs, tx, { draftId: beside.draftId, revision: 1, content: JSON.stringify(beside) });
  return beside.draftId;
}

async function revisionOf(tx: Tx, draftId: string): Promise<number | undefined> {
  const kept = await tx.maybeRow<{ revision: number }>(
    'select revision from incident.draft where id = $1 and person_id = $2',
    [draftId, tx.personId],
  );
  return kept?.revision;
}
