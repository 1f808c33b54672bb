import { textIn } from '../../text/index.ts';
import { en } from './text.en.ts';
import { nl } from './text.nl.ts';

export type AnonymousText = typeof nl;
export const useAnonymousText = textIn({ nl, en });
