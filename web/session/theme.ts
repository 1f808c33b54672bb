import { useSyncExternalStore } from 'react';

export const themes = ['automatic', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const storageKey = 'theme';
const listeners = new Set<() => void>();

function remembered(): Theme {
  return themes.find((theme) => theme === localStorage.getItem(storageKey)) ?? 'automatic';
}

/** `automatic` follows the device. Called once before the first picture, so that nothing flashes. */
export function applyTheme(theme: Theme = remembered()): void {
  if (theme === 'automatic') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(storageKey, theme);
  applyTheme(theme);
  for (const tell of listeners) tell();
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export function useTheme(): Theme {
  return useSyncExternalStore(listen, remembered, () => 'automatic');
}
