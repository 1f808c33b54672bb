import { textIn } from '../text/index.ts';
import { en } from './text.en.ts';
import { nl } from './text.nl.ts';

export type IdentityText = typeof nl;
export const useIdentityText = textIn({ nl, en });
