import { textIn } from '../../text/index.ts';
import { en } from './text.en.ts';
import { nl } from './text.nl.ts';

export type ImportText = typeof nl;
export const useImportText = textIn({ nl, en });
