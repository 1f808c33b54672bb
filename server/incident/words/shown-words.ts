import type { Words } from '../../../contract/protocol-words.ts';
import { type detailVocabularies, isBuiltIn, type Vocabulary } from '../../../contract/vocabulary-words.ts';
import { type WordsThroughTime, wordAt } from '../../protocol/index.ts';

/** What was told, as codes, and when. Null: this reader does not see that part. */
export interface ToldCodes {
  readonly reportedAt: Date;
  readonly kind: string | null;
  /** As it was filed afterwards; what the calm details say of it counts until then. */
  readonly form: string | null;
  readonly place: string | null;
  readonly target: string | null;
  readonly actions: readonly string[] | null;
  /** Every time details were given, oldest first. */
  readonly details: readonly { readonly at: Date; readonly codes: Readonly<Record<string, unknown>> }[];
  /** What was chosen among the organisation's own words, oldest first. */
  readonly chosen: readonly ChosenRow[];
}

export interface ChosenRow {
  readonly list: Vocabulary;
  readonly codes: readonly string[];
  readonly at: Date;
}

/** One thing that was chosen, under the words and the own code of the moment when it was told. */
export interface ShownWord {
  /** The built-in code it counts as. */
  readonly code: string;
  /** Null: as the program says it. */
  readonly label: Words | null;
  readonly ownCode: string | null;
}

/** How the answers of a dossier are called, list by list. Relabelling changes nothing here: each keeps the version of then. */
export function shownWords(history: WordsThroughTime, told: ToldCodes): Record<Vocabulary, readonly ShownWord[]> {
  const shown = (list: Vocabulary) => shownOf(history, told, list);
  return {
    kind: shown('kind'),
    place: shown('place'),
    action: shown('action'),
    target: shown('target'),
    cause: shown('cause'),
    flag: shown('flag'),
    form: shown('form'),
    injury: shown('injury'),
  };
}

function shownOf(history: WordsThroughTime, told: ToldCodes, list: Vocabulary): ShownWord[] {
  const { codes, at } = countedIn(told, list);
  if (codes.length === 0) return [];
  const chosen = told.chosen.findLast((row) => row.list === list);
  const words = chosen && wordsFor(history, list, chosen.codes, chosen.at);
  // Filed differently since: then what was chosen no longer says it.
  return words && isSameSet(words, codes) ? words : wordsFor(history, list, codes, at);
}

function wordsFor(history: WordsThroughTime, list: Vocabulary, codes: readonly string[], at: Date): ShownWord[] {
  return codes.flatMap((code): ShownWord[] => {
    const word = wordAt(history, list, code, at);
    const counts = isBuiltIn(list, code) ? code : word?.countsAs;
    return counts ? [{ code: counts, label: word?.label ?? null, ownCode: word?.ownCode ?? null }] : [];
  });
}

function isSameSet(words: readonly ShownWord[], codes: readonly string[]): boolean {
  return (
    words.every(({ code }) => codes.includes(code)) && codes.every((code) => words.some((word) => word.code === code))
  );
}

/** The built-in codes of a list, and when they were told: with the report, or with the details that answered it last. */
function countedIn(told: ToldCodes, list: Vocabulary): { codes: readonly string[]; at: Date } {
  const { reportedAt } = told;
  if (list === 'kind' || list === 'place' || list === 'target') return { codes: listed(told[list]), at: reportedAt };
  if (list === 'action') return { codes: told.actions ?? [], at: reportedAt };
  if (list === 'form' && told.form) return { codes: [told.form], at: reportedAt };
  const answered = told.details.findLast(({ codes }) => codes[detailFields[list]] !== undefined);
  return { codes: listed(answered?.codes[detailFields[list]]), at: answered?.at ?? reportedAt };
}

/** The answers of the calm details, by the list they are chosen from. */
export const detailFields: Readonly<Record<(typeof detailVocabularies)[number], string>> = {
  cause: 'cause',
  flag: 'flags',
  form: 'form',
  injury: 'injuries',
};

function listed(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value as string[];
  return typeof value === 'string' ? [value] : [];
}
