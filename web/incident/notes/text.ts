import { textIn } from '../../text/index.ts';
import { en } from './text.en.ts';
import { nl } from './text.nl.ts';

export type NotesText = typeof nl;
export const useNotesText = textIn({ nl, en });
