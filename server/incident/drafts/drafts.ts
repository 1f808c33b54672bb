import type { Refused, Tx, Vault } from '../../platform/index.ts';
import { draftSealedAs } from '../sealed-names.ts';
import { keepRevision, ownDraft, ownDrafts, removeOwnDraft } from './draft-store.ts';
import { planDraftEnd } from './when-draft-grows-old.ts';

/** A report that is being made: sealed, its maker's own, and kept when the tab or the telephone gives up. */
export interface DraftNeeds {
  readonly vault: Vault;
}

export async function saveDraft(
  { vault }: DraftNeeds,
  tx: Tx,
  draft: { readonly draftId: string; readonly revision: number; readonly content: string },
): Promise<{ draftId: string; revision: number; savedAt: string } | Refused<'draft-over'>> {
  const { draftId, revision } = draft;
  const sealedContent = (await vault.forEmployer(tx)).seal(draftSealedAs(draftId), draft.content);
  const kept = await keepRevision(tx, { draftId, revision, sealedContent });
  if ('refused' in kept) return kept;
  if (kept.isNew) await planDraftEnd(tx, draftId, kept.savedAt);
  return { draftId, revision: kept.revision, savedAt: kept.savedAt.toISOString() };
}

export async function listDrafts(tx: Tx): Promise<{ draftId: string; startedAt: string; savedAt: string }[]> {
  const drafts = await ownDrafts(tx);
  return drafts.map(({ draftId, startedAt, savedAt }) => ({
    draftId,
    startedAt: startedAt.toISOString(),
    savedAt: savedAt.toISOString(),
  }));
}

export async function openDraft(
  { vault }: DraftNeeds,
  tx: Tx,
  draftId: string,
): Promise<{ draftId: string; revision: number; savedAt: string; content: string }> {
  const draft = await ownDraft(tx, draftId);
  const content = (await vault.forEmployer(tx)).open(draftSealedAs(draftId), draft.sealedContent);
  return { draftId, revision: draft.revision, savedAt: draft.savedAt.toISOString(), content };
}

export async function discardDraft(tx: Tx, draftId: string): Promise<{ draftId: string }> {
  await removeOwnDraft(tx, draftId);
  return { draftId };
}
