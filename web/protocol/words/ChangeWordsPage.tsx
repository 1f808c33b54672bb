import type { AnswerOf } from '../../../contract/endpoint.ts';
import { changeVocabulary, getVocabulary, type VocabularyContent } from '../../../contract/vocabulary.ts';
import { flawsIn, vocabularyFlawSentences } from '../../../contract/vocabulary-flaws.ts';
import type { Vocabulary } from '../../../contract/vocabulary-words.ts';
import type { FieldError } from '../../components/ErrorSummary.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useGoTo } from '../../session/address.ts';
import { useRead } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import { useBilingual } from '../../text/index.ts';
import { ChangeFrame } from '../editing/ChangeFrame.tsx';
import { NotForYou } from '../editing/NotForYou.tsx';
import { useEditing } from '../editing/useEditing.ts';
import { whereIs } from '../editing/whereIs.ts';
import { useMayChange } from '../mayChange.ts';
import { useProtocolText } from '../text.ts';
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
  return <Answered of={read}>{(kept) => <ChangeWords kept={kept} onRefused={() => void read.refetch()} />}</Answered>;
}

interface ChangeWordsProps {
  kept: AnswerOf<typeof getVocabulary>;
  /** Somebody else may have been first: look at what counts now. */
  onRefused: () => void;
}

function ChangeWords({ kept: { version, content: inForce, suggestions }, onRefused }: ChangeWordsProps) {
  const { list } = inForce;
  const text = useWordsText();
  const { editing: words } = useProtocolText();
  const tell = useSay();
  const goTo = useGoTo();
  const editing = useEditing(`words:${list}`, { content: inForce, basedOnVersion: version }, useFlawsInWords());
  const changing = useWrite(changeVocabulary);
  const { content } = editing.draft;
  const { title } = text.lists[list];

  async function putInForce() {
    if (!(await changing.send({ body: editing.draft }))) return onRefused();
    editing.forget();
    tell(words.inForce);
    goTo(wordsHref(list));
  }

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
      onPutInForce={() => void putInForce()}
    />
  );
}

/** The same rules as the server, at the word where it is. */
function useFlawsInWords(): (content: VocabularyContent) => FieldError[] {
  const { editing } = useProtocolText();
  const say = useBilingual();
  return (content) =>
    flawsIn(content).map(({ path, code }) => {
      const fieldId = ['content', ...path].join('-');
      return {
        fieldId,
        message: [whereIs(fieldId, editing.parts), say(vocabularyFlawSentences[code])].filter(Boolean).join(': '),
      };
    });
}
