import { textIn } from '../../text/index.ts';
import { en } from './text.en.ts';
import { nl } from './text.nl.ts';

export const useSameEventText = textIn({ nl, en });
export type SameEventText = typeof nl;
