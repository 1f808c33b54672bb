import { incidentKinds, listOfColumn, wordColumns } from '../../../contract/incident.ts';
import { type OwnWord, ownWordOf } from '../../../contract/own-word-filters.ts';
import { listVocabularies } from '../../../contract/vocabulary.ts';
import { isOwnCode, type Vocabulary } from '../../../contract/vocabulary-words.ts';
import { useRead } from '../../session/useRead.ts';
import { useBilingual } from '../../text/index.ts';
import { useIncidentText } from '../text.ts';
import { useListText } from './text.ts';

export interface NamedKind {
  readonly code: string;
  readonly name: string;
  readonly isOwn: boolean;
}

export interface NamedWord {
  readonly word: OwnWord;
  readonly name: string;
  /** The column of the list in which it stands: "Waar". */
  readonly about: string;
}

/** What reports are narrowed by, as it is called here; retired words too, because older reports have them. */
export function useListWords() {
  const { kinds: builtIn } = useIncidentText();
  const text = useListText();
  const say = useBilingual();
  const { data } = useRead(listVocabularies, {});
  const words = (data?.lists ?? []).flatMap(({ content: { list, words } }) =>
    words.map(({ code, label, isRetired }) => {
      const name = label === null ? null : say(label);
      return { list, code, name: name !== null && isRetired ? text.retired(name) : name, isRetired };
    }),
  );
  const ofKind = words.filter(({ list }) => list === 'kind');
  const kinds: NamedKind[] = [
    ...incidentKinds.map((code) => {
      const called = ofKind.find((word) => word.code === code);
      const name = called?.isRetired ? text.retired(builtIn[code]) : builtIn[code];
      return { code, name: called?.name ?? name, isOwn: false };
    }),
    ...ofKind.flatMap(({ code, name }) => (isOwnCode(code) ? [{ code, name: name ?? code, isOwn: true }] : [])),
  ];
  const ownWords = words.flatMap(({ list, code, name }): NamedWord[] =>
    isOwnCode(code) && list !== 'kind' ? [{ word: ownWordOf(list, code), name: name ?? code, about: about(list) }] : [],
  );
  function about(list: Vocabulary): string {
    const column = wordColumns.find((each) => listOfColumn[each] === list);
    return column ? text.export.columnNames[column] : text.filters.woord;
  }
  return { isRead: data !== undefined, kinds, ownWords };
}
