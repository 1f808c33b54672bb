import { useCallback, useEffect, useRef, useState } from 'react';
import { draftLock, takeOutOfOutbox } from '../outbox/box.ts';
import { currentDevice } from '../outbox/device.ts';
import { serverNow } from '../session/now.ts';
import { type OpenedDraft, type Problem, read, write } from './api.ts';
import { type Draft, hasAnswers, packDraft, startDraft, unpackDraft } from './draft.ts';

const pauseBeforeSaving = 700;
/** Which draft this tab is working on; an id tells nothing, so it may stay behind on the device. */
export const draftOfTab = 'draft';

export interface DraftInHand {
  readonly draft: Draft;
  readonly change: (answers: Partial<Draft>) => void;
  readonly open: (draftId: string) => Promise<boolean>;
  /** Takes up what was unlocked on this device; `baseRevision` is what the server had of it. */
  readonly takeUp: (draft: Draft, baseRevision: number) => void;
  readonly startAnew: () => void;
  readonly discard: (draftId: string) => Promise<void>;
  /** Done with it: it was sent, or became a note. */
  readonly letGo: () => void;
  readonly savedAt: string | null;
  /** Why the last answers are not kept. */
  readonly notSaved: Problem | null;
  /** Not with the server, but locked on this device. */
  readonly isOnDevice: boolean;
  /** The last revision that the server has. */
  readonly baseRevision: () => number;
  readonly isOpening: boolean;
}

/** What was ticked while the program was still on its way: see first/front.ts. */
export function answersOnScreen(screen: Element): Partial<Draft> {
  const ticked = screen.querySelectorAll<HTMLInputElement>('input:checked');
  return Object.fromEntries(Array.from(ticked, ({ name, value }) => [name, value]));
}

const freshDraft = () => startDraft(serverNow(), () => crypto.randomUUID());

/** The draft of this tab, saved a moment after each answer while there is somebody signed in to save it for. */
export function useDraft(canSave: boolean, answered: Partial<Draft>): DraftInHand {
  const [draft, setDraft] = useState<Draft>(() => ({ ...freshDraft(), ...answered }));
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [notSaved, setNotSaved] = useState<Problem | null>(null);
  const [isOpening, setIsOpening] = useState(() => sessionStorage.getItem(draftOfTab) !== null);
  const [isOnDevice, setIsOnDevice] = useState(false);
  const revision = useRef(1);
  const base = useRef(0);
  const changed = useRef(Object.keys(answered).length);
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
    base.current = opened.body.revision;
    changed.current = 0;
    setDraft(unpackDraft(opened.body.content, serverNow()));
    setSavedAt(opened.body.savedAt);
    sessionStorage.setItem(draftOfTab, draftId);
    return true;
  }, []);

  const takeUp = useCallback((unlocked: Draft, baseRevision: number) => {
    wanted.current = null;
    revision.current = baseRevision + 1;
    base.current = baseRevision;
    // It counts as changed: the server does not have it yet.
    changed.current = 1;
    setDraft(unlocked);
    sessionStorage.setItem(draftOfTab, unlocked.draftId);
  }, []);

  const letGo = useCallback(() => {
    sessionStorage.removeItem(draftOfTab);
    wanted.current = null;
    setIsOpening(false);
    revision.current = 1;
    base.current = 0;
    changed.current = 0;
    setSavedAt(null);
    setNotSaved(null);
    setIsOnDevice(false);
    setDraft(freshDraft());
  }, []);

  const discard = useCallback(
    async (draftId: string) => {
      await write('DELETE', `/drafts/${draftId}`, crypto.randomUUID());
      if (sessionStorage.getItem(draftOfTab) === draftId) letGo();
    },
    [letGo],
  );

  useEffect(() => holdLock(draftLock(draft.draftId)), [draft.draftId]);

  // After a reload the tab goes on where it was.
  useEffect(() => {
    const mine = sessionStorage.getItem(draftOfTab);
    if (!canSave) return;
    if (mine && changed.current === 0) void open(mine);
    else setIsOpening(false);
  }, [canSave, open]);

  useEffect(() => {
    if (!canSave || changed.current === 0 || !hasAnswers(draft)) return;
    let isCurrent = true;
    const save = async () => {
      revision.current += 1;
      sessionStorage.setItem(draftOfTab, draft.draftId);
      const body = { revision: revision.current, content: packDraft(draft) };
      const saved = await write<{ revision: number; savedAt: string }>(
        'PUT',
        `/drafts/${draft.draftId}`,
        crypto.randomUUID(),
        body,
      );
      if (saved.ok) base.current = saved.body.revision;
      if (!isCurrent) return;
      setNotSaved(saved.ok ? null : saved.problem);
      if (saved.ok) setSavedAt(saved.body.savedAt);
      const isOver = !saved.ok && saved.problem.code === 'draft-over';
      if (!saved.ok && !isOver) return setIsOnDevice(await keepOnDevice(draft, base.current));
      setIsOnDevice(false);
      await takeOutOfOutbox(draft.draftId).catch(() => undefined);
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

  const baseRevision = useCallback(() => base.current, []);
  const kept = { savedAt, notSaved, isOnDevice, baseRevision };
  return { draft, change, open, takeUp, startAnew: letGo, discard, letGo, ...kept, isOpening };
}

/** Locked, and ready to go to the server. False where this device is nobody's, or keeps nothing. */
async function keepOnDevice(draft: Draft, baseRevision: number): Promise<boolean> {
  try {
    const device = await currentDevice();
    if (!device) return false;
    // Fetched when needed: sealing is not for the first screen of a slow phone. The service worker keeps it.
    const { putDraftInOutbox } = await import('../outbox/outbox.ts');
    await putDraftInOutbox(device, { draft: { ...draft }, report: null, isToldByClock: false, baseRevision });
    return true;
  } catch {
    return false;
  }
}

/** While this tab works on it, nobody else sends what is kept of it. */
function holdLock(name: string): () => void {
  const asking = new AbortController();
  let release: (() => void) | undefined;
  const held = () =>
    new Promise<void>((resolve) => {
      release = resolve;
    });
  navigator.locks?.request(name, { signal: asking.signal }, held).catch(() => undefined);
  return () => {
    asking.abort();
    release?.();
  };
}
