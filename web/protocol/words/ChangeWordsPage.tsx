import type { AnswerOf } from '../../../contract/endpoint.ts';
import { changeVocabulary, getVocabulary } from '../../../contract/vocabulary.ts';
import { flawsIn, vocabularyFlawSentences } from '../../../contract/vocabulary-flaws.ts';
import type { Vocabulary } from '../../../contract/vocabulary-words.ts';
import { Answered } from '../../session/Answered.tsx';
import { useRead } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import { ChangeFrame } from '../editing/ChangeFrame.tsx';
import { NotForYou } from '../editing/NotForYou.tsx';
import { useArrival } from '../editing/useArrival.ts';
import { useEditing } from '../editing/useEditing.ts';
import { useTellFlaws } from '../editing/useTellFlaws.ts';
import { useMayChange } from '../mayChange.ts';
import { useWordsTrail, WithList, wordsHref } from './address.tsx';
import { useWordsText } from './text.ts';
import { useChangesInWords } from './useChangesInWords.ts';
import { WordsEditor } from './WordsEditor.tsx';
import { WordsPreview } from './WordsPreview.tsx';

export function ChangeWordsPage() {
  const mayChange = useMayChange();
  if (!mayChange) return <NotForYou />;
  return <WithList>{(list) => <ReadAndChange key={list} list={list} />}</WithList>;
}

function ReadAndChange({ list }: { list: Vocabulary }) {
  const read = useRead(getVocabulary, { params: { list } });
  return (
    <Answered of={read} isPage>
      {(kept) => <ChangeWords kept={kept} onRefused={() => void read.refetch()} />}
    </Answered>
  );
}

interface ChangeWordsProps {
  kept: AnswerOf<typeof getVocabulary>;
  /** Somebody else may have been first: look at what counts now. */
  onRefused: () => void;
}

function ChangeWords({ kept: { version, content: inForce, suggestions }, onRefused }: ChangeWordsProps) {
  const { list } = inForce;
  const text = useWordsText();
  // The same rules as the server.
  const tellFlaws = useTellFlaws(vocabularyFlawSentences);
  const editing = useEditing(`words:${list}`, { content: inForce, basedOnVersion: version }, (typed) =>
    tellFlaws(flawsIn(typed)),
  );
  const changing = useWrite(changeVocabulary);
  const arrive = useArrival({ editing, href: wordsHref(list), onRefused });
  const { content } = editing.draft;
  const { title } = text.lists[list];

  return (
    <ChangeFrame
      editing={editing}
      write={changing}
      title={text.changeTitle(title)}
      lead={text.changeLead}
      previewTitle={text.previewTitle}
      trail={useWordsTrail({ label: title, href: wordsHref(list) })}
      changes={useChangesInWords(list)(inForce.words, content.words)}
      fields={
        <WordsEditor
          list={list}
          words={content.words}
          inForce={inForce.words}
          suggestions={suggestions}
          onChange={(changed) => editing.change({ list, words: changed })}
        />
      }
      preview={<WordsPreview list={list} words={content.words} />}
      onPutInForce={() => arrive(changing.send({ body: editing.draft }))}
    />
  );
}
