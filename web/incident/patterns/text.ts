import { textIn } from '../../text/index.ts';
import { en } from './text.en.ts';
import { nl } from './text.nl.ts';

export type PatternText = typeof nl;
export const usePatternText = textIn({ nl, en });
