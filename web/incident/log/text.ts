import { textIn } from '../../text/index.ts';
import { en } from './text.en.ts';
import { nl } from './text.nl.ts';

export type LogText = typeof nl;
export const useLogText = textIn({ nl, en });
