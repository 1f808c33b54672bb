import type { Deed } from './deeds/deed.ts';
import { onEnding } from './deeds/on-ending.ts';
import { onFiling } from './deeds/on-filing.ts';
import { onPatterns } from './deeds/on-patterns.ts';
import { onPeople } from './deeds/on-people.ts';
import { onWhatIsTold } from './deeds/on-what-is-told.ts';

/** What may be done with an open dossier, in this order: a deed changes what the next one finds. */
export const deeds: readonly Deed[] = [...onPeople, ...onPatterns, ...onWhatIsTold, ...onFiling, ...onEnding];
