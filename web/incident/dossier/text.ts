import { textIn } from '../../text/index.ts';
import { en } from './text.en.ts';
import { nl } from './text.nl.ts';

export type DossierText = typeof nl;
export const useDossierText = textIn({ nl, en });
