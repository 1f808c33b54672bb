import { textIn } from '../../text/index.ts';
import { en } from './text.en.ts';
import { nl } from './text.nl.ts';

export type TasksText = typeof nl;
export const useTasksText = textIn({ nl, en });
