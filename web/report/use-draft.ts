import { useCallback, useEffect, useRef, useState } from 'react';
import { serverNow } from '../session/now.ts';
import { type OpenedDraft, type Problem, read, write } from './api.ts';
import { type Draft, hasAnswers, packDraft, startDraft, unpackDraft } from './draft.ts';

const pauseBeforeSaving = 700;
/** Which draft this tab is working on; an id tells nothing, so it may stay behind on the device. */
const tabKey = 'draft';

export interface DraftInHand {
  readonly draft: Draft;
  readonly change: (answers: Partial<Draft>) => void;
  readonly open: (draftId: string) => Promise<boolean>;
  readonly startAnew: () => void;
  readonly discard: (draftId: string) => Promise<void>;
  /** Done with it: it was sent, or became a note. */
  readonly letGo: () => void;
  readonly savedAt: string | null;
  /** Why the last answers are not kept. */
  readonly notSaved: Problem | null;
  readonly isOpening: boolean;
}

const freshDraft = () => startDraft(serverNow(), () => crypto.randomUUID());

/** The draft of this tab, saved a moment after each answer while there is somebody signed in to save it for. */
export function useDraft(canSave: boolean): DraftInHand {
  const [draft, setDraft] = useState(freshDraft);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [notSaved, setNotSaved] = useState<Problem | null>(null);
  const [isOpening, setIsOpening] = useState(() => sessionStorage.getItem(tabKey) !== null);
  const revision = useRef(1);
  const changed = useRef(0);
  /** The draft that is being opened, until somebody starts anew. */
  const wanted = useRef<string | null>(null);

  const change = useCallback((answers: Partial<Draft>) => {
    changed.current += 1;
    setDraft((now) => ({ ...now, ...answers }));
  }, []);

  const open = useCallback(async (draftId: string) => {
    wanted.current = draftId;
    const opened = await read<OpenedDraft>(`/drafts/${draftId}`);
    if (wanted.current !== draftId) return false;
    setIsOpening(false);
    if (!opened.ok) return false;
    revision.current = opened.body.revision;
    changed.current = 0;
    setDraft(unpackDraft(opened.body.content, serverNow()));
    setSavedAt(opened.body.savedAt);
    sessionStorage.setItem(tabKey, draftId);
    return true;
  }, []);

  const letGo = useCallback(() => {
    sessionStorage.removeItem(tabKey);
    wanted.current = null;
    setIsOpening(false);
    revision.current = 1;
    changed.current = 0;
    setSavedAt(null);
    setNotSaved(null);
    setDraft(freshDraft());
  }, []);

  const discard = useCallback(
    async (draftId: string) => {
      await write('DELETE', `/drafts/${draftId}`, crypto.randomUUID());
      if (sessionStorage.getItem(tabKey) === draftId) letGo();
    },
    [letGo],
  );

  // After a reload the tab goes on where it was.
  useEffect(() => {
    const mine = sessionStorage.getItem(tabKey);
    if (!canSave) return;
    if (mine && changed.current === 0) void open(mine);
    else setIsOpening(false);
  }, [canSave, open]);

  useEffect(() => {
    if (!canSave || changed.current === 0 || !hasAnswers(draft)) return;
    let isCurrent = true;
    const save = async () => {
      revision.current += 1;
      sessionStorage.setItem(tabKey, draft.draftId);
      const body = { revision: revision.current, content: packDraft(draft) };
      const saved = await write<{ savedAt: string }>('PUT', `/drafts/${draft.draftId}`, crypto.randomUUID(), body);
      if (!isCurrent) return;
      setNotSaved(saved.ok ? null : saved.problem);
      if (saved.ok) setSavedAt(saved.body.savedAt);
    };
    const timer = setTimeout(() => void save(), pauseBeforeSaving);
    const saveNow = () => void save();
    window.addEventListener('online', saveNow);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
      window.removeEventListener('online', saveNow);
    };
  }, [draft, canSave]);

  return { draft, change, open, startAnew: letGo, discard, letGo, savedAt, notSaved, isOpening };
}
