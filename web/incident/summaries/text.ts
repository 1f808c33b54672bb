import { textIn } from '../../text/index.ts';
import { en } from './text.en.ts';
import { nl } from './text.nl.ts';

export type SummariesText = typeof nl;
export const useSummariesText = textIn({ nl, en });
