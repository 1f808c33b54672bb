import { textIn } from '../../text/index.ts';
import { en } from './text.en.ts';
import { nl } from './text.nl.ts';

export type HandOverText = typeof nl;
export const useHandOverText = textIn({ nl, en });
