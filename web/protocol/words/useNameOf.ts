import { builtInWordsFor } from '../../../contract/built-in-words.ts';
import { wordsOf } from '../../../contract/vocabulary-flaws.ts';
import type { Vocabulary, Word } from '../../../contract/vocabulary-words.ts';
import { useBilingual } from '../../text/index.ts';
import { useWordsText } from './text.ts';

/** What a word is called in the language of the reader. */
export function useNameOf(list: Vocabulary) {
  const text = useWordsText();
  const say = useBilingual();
  return {
    nameOf(word: Pick<Word, 'code' | 'label'>): string {
      const words = wordsOf(list, word);
      return (words && say(words).trim()) || text.unnamed;
    },
    builtInName(code: string): string {
      const words = builtInWordsFor(list, code);
      return words ? say(words) : code;
    },
  };
}
