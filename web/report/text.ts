import { textIn } from '../text/index.ts';
import { en } from './text.en.ts';
import { nl } from './text.nl.ts';

export type ReportText = typeof nl;
export const useReportText = textIn({ nl, en });
