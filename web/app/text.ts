import { textIn } from '../text/index.ts';
import { en } from './text.en.ts';
import { nl } from './text.nl.ts';

export type AppText = typeof nl;
export const useAppText = textIn({ nl, en });
