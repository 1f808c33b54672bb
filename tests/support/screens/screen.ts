import type { Page } from 'playwright-core';
import type { CastKey } from '../../../database/demo/cast.ts';

/** Every state of a screen that people meet: looked at for accessibility, and pictured for the documentation. */
export interface Screen {
  readonly name: string;
  /** Null: somebody who is not signed in. */
  readonly who: CastKey | null;
  readonly size: 'phone' | 'desk' | 'narrow';
  readonly theme?: 'dark';
  readonly letters?: 'largest';
  readonly path: string;
  /** What somebody does to get there from that address. */
  readonly reach?: (page: Page) => Promise<void>;
  /** What stands there, by which we know that we have arrived. */
  readonly shows: string | RegExp;
}

export const signedOut = { who: null, size: 'phone' } as const;
export const fatima = { who: 'fatima', size: 'phone' } as const;
export const henk = { who: 'henk', size: 'desk' } as const;
export const bas = { who: 'bas', size: 'desk' } as const;
export const yusuf = { who: 'yusuf', size: 'desk' } as const;
export const dark = { theme: 'dark' } as const;
export const narrow = { size: 'narrow' } as const;
export const largest = { letters: 'largest' } as const;
