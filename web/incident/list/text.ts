import { textIn } from '../../text/index.ts';
import { en } from './text.en.ts';
import { nl } from './text.nl.ts';

export type ListText = typeof nl;
export const useListText = textIn({ nl, en });
