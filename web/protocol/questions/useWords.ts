import type { WordsOf } from '../../../contract/question-words.ts';
import { listVocabularies } from '../../../contract/vocabulary.ts';
import { useRead } from '../../session/useRead.ts';

/** The organisation's words, list by list, as they count now; null until they are read. */
export function useWords(): WordsOf | null {
  const { data } = useRead(listVocabularies, {});
  return data ? (list) => data.lists.find(({ content }) => content.list === list)?.content.words ?? [] : null;
}
