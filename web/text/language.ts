import { useSyncExternalStore } from 'react';

export type Language = 'nl' | 'en';

const storageKey = 'language';
const listeners = new Set<() => void>();
let current: Language = remembered();

function remembered(): Language {
  if (typeof localStorage === 'undefined') return 'nl';
  return localStorage.getItem(storageKey) === 'en' ? 'en' : 'nl';
}

export function currentLanguage(): Language {
  return current;
}

/** Switches every text on the screen at once, and tells screen readers and spelling checkers through `<html lang>`. */
export function chooseLanguage(language: Language): void {
  speak(language);
  localStorage.setItem(storageKey, language);
  document.documentElement.lang = language;
  for (const tell of listeners) tell();
}

/** Without remembering it: for what is written where there is no browser. */
export function speak(language: Language): void {
  current = language;
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export function useLanguage(): Language {
  return useSyncExternalStore(listen, currentLanguage, currentLanguage);
}
