import { textIn } from '../../text/index.ts';
import { en } from './text.en.ts';
import { nl } from './text.nl.ts';

export const useClassificationText = textIn({ nl, en });
