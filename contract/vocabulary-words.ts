import {
  aggressionForms,
  incidentFlags,
  incidentKinds,
  injuryKinds,
  momentActions,
  observedCauses,
  placeKinds,
  targets,
} from './incident-words.ts';
import type { Words } from './protocol-words.ts';

/**
 * The lists of words that an organisation may call otherwise and add to. Free of zod.
 * Every rule hangs on the built-in codes, so those are always there; a word of one's own counts as one of them.
 */
export const builtInCodes = {
  kind: incidentKinds,
  place: placeKinds,
  action: momentActions,
  cause: observedCauses,
  flag: incidentFlags,
  form: aggressionForms,
  target: targets,
  injury: injuryKinds,
} as const;

export type Vocabulary = keyof typeof builtInCodes;
export const vocabularies = Object.keys(builtInCodes) as readonly Vocabulary[];
export type BuiltInCode<List extends Vocabulary = Vocabulary> = (typeof builtInCodes)[List][number];

/** Told while reporting, and told calmly after sending. */
export const reportedVocabularies = ['kind', 'place', 'action', 'target'] as const satisfies readonly Vocabulary[];
export const detailVocabularies = ['cause', 'flag', 'form', 'injury'] as const satisfies readonly Vocabulary[];

/** What a word of an organisation's own begins with, so that no code of the program ever comes to mean the same. */
export const OWN_PREFIX = 'own_';

/** One choice of a list, as it counts in one version. */
export interface Word {
  readonly code: string;
  /** Null: as the program says it. */
  readonly label: Words | null;
  /** For a word of one's own: the built-in code whose rules it follows. */
  readonly countsAs: string | null;
  /** No longer offered; still shown where it was chosen. */
  readonly isRetired: boolean;
  /** What the organisation's other systems call it, in exports and imports. */
  readonly ownCode: string | null;
}

export const isOwnCode = (code: string): boolean => code.startsWith(OWN_PREFIX);

export function isBuiltIn(list: Vocabulary, code: string): boolean {
  return (builtInCodes[list] as readonly string[]).includes(code);
}

/** As the program says it, when nobody changed anything. */
export function builtInList(list: Vocabulary): Word[] {
  return builtInCodes[list].map((code) => ({ code, label: null, countsAs: null, isRetired: false, ownCode: null }));
}

/** A newer program may know a code that an older version of the list does not: it comes last, and is offered. */
export function withBuiltIns(list: Vocabulary, words: readonly Word[]): readonly Word[] {
  const missing = builtInList(list).filter(({ code }) => !words.some((word) => word.code === code));
  return missing.length === 0 ? words : [...words, ...missing];
}

/** "Weet ik niet" stays at the end, where everybody looks for it. */
export function beforeTheLast(words: readonly Word[], added: readonly Word[]): readonly Word[] {
  const at = words.findIndex(({ code }) => code === 'other' || code === 'nothing' || code === 'unknown');
  return at === -1 ? [...words, ...added] : [...words.slice(0, at), ...added, ...words.slice(at)];
}
