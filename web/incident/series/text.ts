import { textIn } from '../../text/index.ts';
import { en } from './text.en.ts';
import { nl } from './text.nl.ts';

export type SeriesText = typeof nl;
export const useSeriesText = textIn({ nl, en });
