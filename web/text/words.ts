import { textIn } from './index.ts';
import { en } from './words.en.ts';
import { nl } from './words.nl.ts';

/** `const words = useWords(); words.roles.manager` → "teammanager" */
export const useWords = textIn({ nl, en });
