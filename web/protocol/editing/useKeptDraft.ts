import { useState } from 'react';

/** What somebody is changing, and the version that they started from. */
export interface Draft<Content> {
  readonly basedOnVersion: number;
  readonly content: Content;
}

export interface KeptDraft<Content> extends Draft<Content> {
  change: (content: Content) => void;
  /** Thrown away: begins again with what counts now. */
  beginAgain: () => void;
  /** It is in force, so there is nothing left to keep. */
  forget: () => void;
}

/** Counts up when the contract asks something new: a draft of before is then left where it is. */
const format = 1;

/**
 * A draft that survives a closed tab, on this device, until it is put in force or thrown away. It holds agreements and no
 * personal data.
 */
export function useKeptDraft<Content>(name: string, inForce: Draft<Content>): KeptDraft<Content> {
  const key = `protocol-draft:${format}:${name}`;
  const [draft, setDraft] = useState<Draft<Content>>(() => keptAt<Content>(key) ?? inForce);
  return {
    ...draft,
    change(content) {
      const changed = { basedOnVersion: draft.basedOnVersion, content };
      setDraft(changed);
      keep(key, JSON.stringify(changed));
    },
    beginAgain() {
      setDraft(inForce);
      localStorage.removeItem(key);
    },
    forget: () => localStorage.removeItem(key),
  };
}

/** A full disk must not stop somebody from typing: then the draft lives as long as the page. */
function keep(key: string, draft: string): void {
  try {
    localStorage.setItem(key, draft);
  } catch {}
}

function keptAt<Content>(key: string): Draft<Content> | null {
  const kept = localStorage.getItem(key);
  if (kept === null) return null;
  const draft: unknown = JSON.parse(kept);
  return isDraft<Content>(draft) ? draft : null;
}

/** Only this hook writes it, so what is below is what was kept; the server holds all of it against the contract again. */
function isDraft<Content>(value: unknown): value is Draft<Content> {
  return typeof value === 'object' && value !== null && 'basedOnVersion' in value && 'content' in value;
}
