import { textIn } from '../../text/index.ts';
import { en } from './text.en.ts';
import { nl } from './text.nl.ts';

export type NextVisitText = typeof nl;
export const useNextVisitText = textIn({ nl, en });
