import { useSyncExternalStore } from 'react';

/** How this device shows everything. Kept on the device itself: it says nothing about a person. */
interface Wish<Value extends string> {
  readonly values: readonly [Value, ...Value[]];
  readonly storageKey: string;
  readonly apply: (value: Value) => void;
}

export const themes = ['automatic', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const letterSizes = ['normal', 'large', 'largest'] as const;
export type LetterSize = (typeof letterSizes)[number];

const root = () => document.documentElement;

/** `automatic` follows the device. */
const theme: Wish<Theme> = {
  values: themes,
  storageKey: 'theme',
  apply: (value) => {
    if (value === 'automatic') delete root().dataset.theme;
    else root().dataset.theme = value;
  },
};

/** On top of what the browser itself was told. */
const letters: Wish<LetterSize> = {
  values: letterSizes,
  storageKey: 'letters',
  apply: (value) => {
    if (value === 'normal') delete root().dataset.letters;
    else root().dataset.letters = value;
  },
};

const listeners = new Set<() => void>();

function remembered<Value extends string>({ values, storageKey }: Wish<Value>): Value {
  return values.find((value) => value === localStorage.getItem(storageKey)) ?? values[0];
}

function choose<Value extends string>(wish: Wish<Value>, value: Value): void {
  localStorage.setItem(wish.storageKey, value);
  wish.apply(value);
  for (const tell of listeners) tell();
}

/** Called once before the first picture, so that nothing flashes or jumps. */
export function applyDisplay(): void {
  theme.apply(remembered(theme));
  letters.apply(remembered(letters));
}

export const chooseTheme = (value: Theme) => choose(theme, value);
export const chooseLetterSize = (value: LetterSize) => choose(letters, value);

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export function useTheme(): Theme {
  return useSyncExternalStore(listen, () => remembered(theme));
}

export function useLetterSize(): LetterSize {
  return useSyncExternalStore(listen, () => remembered(letters));
}
