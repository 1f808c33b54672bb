import type { Vocabulary, Word } from '../../../contract/vocabulary-words.ts';
import { isSame } from '../editing/same.ts';
import { useWordsText } from './text.ts';
import { useNameOf } from './useNameOf.ts';

/** What is different from what counts now, one line each. */
export function useChangesInWords(list: Vocabulary): (before: readonly Word[], after: readonly Word[]) => string[] {
  const { changes: text } = useWordsText();
  const { nameOf } = useNameOf(list);

  function changesOf(was: Word, is: Word): (string | false)[] {
    const [before, after] = [nameOf(was), nameOf(is)];
    return [
      before !== after ? text.called(before, after) : !isSame(was.label, is.label) && text.english(after),
      is.isRetired && !was.isRetired && text.retired(after),
      was.isRetired && !is.isRetired && text.back(after),
      was.ownCode !== is.ownCode && (is.ownCode ? text.code(after, is.ownCode) : text.noCode(after)),
    ];
  }

  return (before, after) => {
    const kept = after.filter(({ code }) => before.some((word) => word.code === code));
    return [
      ...after.filter((word) => !kept.includes(word)).map((word) => text.added(nameOf(word))),
      ...kept.flatMap((word) => {
        const was = before.find(({ code }) => code === word.code);
        return was ? changesOf(was, word) : [];
      }),
      !isSame(codesOf(kept), codesOf(before)) && text.order,
    ].filter((change) => change !== false);
  };
}

function codesOf(words: readonly Word[]): string[] {
  return words.map(({ code }) => code);
}
