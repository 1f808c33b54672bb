import { textIn } from '../text/index.ts';
import { en } from './text.en.ts';
import { nl } from './text.nl.ts';

export type IncidentText = typeof nl;
export const useIncidentText = textIn({ nl, en });
