import type { AnswerOf } from '../../contract/endpoint.ts';
import type { listVocabularies } from '../../contract/vocabulary.ts';
import type { Vocabulary, Word } from '../../contract/vocabulary-words.ts';
import type { Choice } from '../components/ChoiceCards.tsx';
import type { Language } from '../text/index.ts';

/** What the organisation calls the choices; empty where the server could not be asked: then the program's own words serve. */
export type WordLists = AnswerOf<typeof listVocabularies>['lists'];
/** Per list what was chosen, as the organisation calls it. */
export type ChosenWords = { readonly [List in Vocabulary]?: readonly string[] };

const wordsIn = (lists: WordLists, list: Vocabulary): readonly Word[] =>
  lists.find(({ content }) => content.list === list)?.content.words ?? [];
const isOwn = ({ countsAs }: Word) => countsAs !== null;

/** The choices of a question: those of the program, called otherwise, added to, and without what was retired. */
export function choicesFrom<Code extends string>(
  lists: WordLists,
  list: Vocabulary,
  language: Language,
  builtIn: readonly Choice<Code>[],
): Choice<string>[] {
  const words = wordsIn(lists, list);
  if (words.length === 0) return [...builtIn];
  return words.flatMap((word): Choice<string>[] => {
    const known = builtIn.find(({ value }) => value === word.code);
    if (word.isRetired || !(known || isOwn(word))) return [];
    return word.label ? [{ value: word.code, label: word.label[language] }] : known ? [known] : [];
  });
}

/** The built-in codes that these words count as: what every rule reads, and what a report says. */
export function countedAs<Code extends string>(
  lists: WordLists,
  list: Vocabulary,
  codes: readonly string[],
  known: readonly Code[],
): Code[] {
  const counts = codes.map((code) => wordsIn(lists, list).find((word) => word.code === code)?.countsAs ?? code);
  return known.filter((code) => counts.includes(code));
}

/** What a chosen word is called; undefined: as the program says it. */
export function wordFor(lists: WordLists, list: Vocabulary, code: string, language: Language): string | undefined {
  return wordsIn(lists, list).find((word) => word.code === code)?.label?.[language];
}

/** Only the lists in which a word of one's own was chosen: the codes beside them say the rest. */
export function wordsToSend(chosen: ChosenWords): { chosenWords?: { [List in Vocabulary]?: string[] } } {
  const own = Object.entries(chosen).filter(([, codes]) => codes.some((code) => code.startsWith('own_')));
  return own.length === 0 ? {} : { chosenWords: Object.fromEntries(own.map(([list, codes]) => [list, [...codes]])) };
}
