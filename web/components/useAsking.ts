import { useState } from 'react';

export interface Asking<What> {
  /** What the open dialog is about; null when there is none. */
  readonly what: What | null;
  readonly ask: (what: What) => void;
  readonly stop: () => void;
}

/**
 * Which dialog is open. Each opening is one of its own: a dialog that was put away, and of which the answer comes later, leaves alone
 * what was opened since.
 */
export function useAsking<What>(): Asking<What> {
  const [opened, setOpened] = useState<{ readonly what: What } | null>(null);
  return {
    what: opened?.what ?? null,
    ask: (what) => setOpened({ what }),
    stop: () => setOpened((now) => (now === opened ? null : now)),
  };
}
