import { textIn } from '../../text/index.ts';
import { en } from './text.en.ts';
import { nl } from './text.nl.ts';

export type MineText = typeof nl;
export const useMineText = textIn({ nl, en });
