import type { AskedQuestion, Question } from './questions.ts';
import { wordsOf } from './vocabulary-flaws.ts';
import { builtInCodes, isOwnCode, type Vocabulary, type Word } from './vocabulary-words.ts';

/** The words of a list, as they count at some moment. */
export type WordsOf = (list: Vocabulary) => readonly Word[];

/**
 * Questions whose choices are a list of words, with those words as choices: so every rule for choices holds for them too.
 * A retired word is not among them. Pure and free of zod.
 */
export function withWords(questions: readonly Question[], words: WordsOf): AskedQuestion[] {
  return questions.map((question) => {
    if (!('list' in question)) return question;
    const { list, kind, ...asked } = question;
    const offered = words(list).filter(({ isRetired }) => !isRetired);
    return {
      ...asked,
      kind: kind === 'word' ? 'choice' : 'choices',
      choices: offered.map((word) => choiceOf(list, word)),
    };
  });
}

export function hasWords(questions: readonly Question[]): boolean {
  return questions.some((question) => 'list' in question);
}

/** Where nobody knows which words of its own an organisation has: whatever is asked for could be one. */
export function withAnyWords(questions: readonly Question[]): AskedQuestion[] {
  const asked = questions.flatMap(({ showWhen }) => showWhen?.conditions ?? []);
  const own = new Set(asked.flatMap((one) => (one.kind === 'chosen' ? one.values.filter(isOwnCode) : [])));
  return withWords(questions, (list) => [...builtInCodes[list], ...own].map(named));
}

function named(code: string): Word {
  return { code, label: { nl: code, en: code }, countsAs: null, isRetired: false, ownCode: null };
}

function choiceOf(list: Vocabulary, word: Word) {
  return { value: word.code, label: wordsOf(list, word) ?? { nl: word.code, en: word.code } };
}
