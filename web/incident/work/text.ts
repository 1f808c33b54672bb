import { textIn } from '../../text/index.ts';
import { en } from './text.en.ts';
import { nl } from './text.nl.ts';

export type WorkText = typeof nl;
export const useWorkText = textIn({ nl, en });
