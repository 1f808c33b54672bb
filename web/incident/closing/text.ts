import { textIn } from '../../text/index.ts';
import { en } from './text.en.ts';
import { nl } from './text.nl.ts';

export type ClosingText = typeof nl;
export const useClosingText = textIn({ nl, en });
