import type { PlaybookCode } from '../../../contract/protocol-words.ts';
import { flawsIn, questionFlawSentences } from '../../../contract/question-flaws.ts';
import { withAnyWords, withWords } from '../../../contract/question-words.ts';
import { changeQuestions, getQuestions, type QuestionsContent } from '../../../contract/questions.ts';
import type { FieldError } from '../../components/ErrorSummary.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useRead } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import { useBilingual } from '../../text/index.ts';
import { WithPlaybook } from '../address.tsx';
import { ChangeFrame } from '../editing/ChangeFrame.tsx';
import { NotForYou } from '../editing/NotForYou.tsx';
import { isSame } from '../editing/same.ts';
import { useArrival } from '../editing/useArrival.ts';
import { useEditing } from '../editing/useEditing.ts';
import type { Draft } from '../editing/useKeptDraft.ts';
import { useTellFlaws } from '../editing/useTellFlaws.ts';
import { useMayChange } from '../mayChange.ts';
import { QuestionsEditor } from './QuestionsEditor.tsx';
import { questionsHref, WithTitle } from './QuestionsPage.tsx';
import { QuestionsView } from './QuestionsView.tsx';
import { useQuestionsText } from './text.ts';
import { useWords } from './useWords.ts';

export function ChangeQuestionsPage() {
  const mayChange = useMayChange();
  if (!mayChange) return <NotForYou />;
  return <WithPlaybook>{(code) => <ReadAndChange key={code} code={code} />}</WithPlaybook>;
}

function ReadAndChange({ code }: { code: PlaybookCode }) {
  const read = useRead(getQuestions, { params: { code } });
  return (
    <WithTitle code={code}>
      {(title, trail) => (
        <Answered of={read}>
          {({ content, version }) => (
            <ChangeQuestions
              code={code}
              title={title}
              trail={trail}
              inForce={{ content, basedOnVersion: version }}
              onRefused={() => void read.refetch()}
            />
          )}
        </Answered>
      )}
    </WithTitle>
  );
}

interface ChangeQuestionsProps {
  code: PlaybookCode;
  title: string;
  trail: readonly { label: string; href?: string }[];
  inForce: Draft<QuestionsContent>;
  /** Somebody else may have been first: look at what counts now. */
  onRefused: () => void;
}

function ChangeQuestions({ code, title, trail, inForce, onRefused }: ChangeQuestionsProps) {
  const text = useQuestionsText();
  const editing = useEditing(`questions:${code}`, inForce, useFlawsInWords());
  const changing = useWrite(changeQuestions);
  const arrive = useArrival({ editing, href: questionsHref(code), onRefused });
  const { content } = editing.draft;

  return (
    <ChangeFrame
      editing={editing}
      write={changing}
      title={text.changeTitle(title)}
      lead={text.changeLead}
      previewTitle={text.previewTitle}
      trail={trail}
      changes={useChangesInWords()(inForce.content, content)}
      fields={<QuestionsEditor questions={content.questions} onChange={(questions) => editing.change({ questions })} />}
      preview={<QuestionsView content={content} />}
      onPutInForce={() => arrive(changing.send({ params: { code }, body: editing.draft }))}
    />
  );
}

/** The same rules as the server, at the question where it is. */
function useFlawsInWords(): (content: QuestionsContent) => FieldError[] {
  const tell = useTellFlaws(questionFlawSentences);
  const words = useWords();
  return ({ questions }) => tell(flawsIn(words ? withWords(questions, words) : withAnyWords(questions)));
}

function useChangesInWords(): (before: QuestionsContent, after: QuestionsContent) => string[] {
  const text = useQuestionsText();
  const say = useBilingual();
  return ({ questions: before }, { questions: after }) => {
    const kept = after.filter(({ code }) => before.some((question) => question.code === code));
    const order = before.filter(({ code }) => after.some((question) => question.code === code));
    return [
      ...after.filter((question) => !kept.includes(question)).map(({ label }) => text.added(say(label))),
      ...before.filter((question) => !order.includes(question)).map(({ label }) => text.gone(say(label))),
      ...kept
        .filter((question) => !order.some((was) => was.code === question.code && isSame(was, question)))
        .map(({ label }) => text.different(say(label))),
      ...(isSame(codesOf(kept), codesOf(order)) ? [] : [text.order]),
    ];
  };
}

function codesOf(questions: QuestionsContent['questions']): string[] {
  return questions.map(({ code }) => code);
}
