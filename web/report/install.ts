import { useSyncExternalStore } from 'react';

interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

/** `by-hand`: an iPhone or iPad, where only the person can do it. */
export type Installing = { readonly ask: () => Promise<unknown> } | 'by-hand' | null;

const closedKey = 'install-hint-closed';
const listeners = new Set<() => void>();
let installing: Installing = isOnApple() && localStorage.getItem(closedKey) === null ? 'by-hand' : null;

/** Only Safari on a phone or tablet knows this word; it is false in the browser and true once installed. */
function isOnApple(): boolean {
  return 'standalone' in navigator && navigator.standalone === false;
}

function become(next: Installing): void {
  installing = next;
  for (const tell of listeners) tell();
}

/** Browsers that can install us say so once, early. */
export function hearAboutInstalling(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    if (localStorage.getItem(closedKey) === null) become({ ask: () => (event as InstallPrompt).prompt() });
  });
  window.addEventListener('appinstalled', () => become(null));
}

/** How this app gets onto the phone; null where it is there already, cannot be, or is not wanted. */
export function useInstalling(): Installing {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => installing,
    () => null,
  );
}

export function closeInstallHint(): void {
  localStorage.setItem(closedKey, 'yes');
  become(null);
}
