import { textIn } from '../../text/index.ts';
import { en } from './text.en.ts';
import { nl } from './text.nl.ts';

export const usePeopleText = textIn({ nl, en });
export type PeopleText = typeof nl;
