import { useRef } from 'react';
import { type Question, questionLimits } from '../../../contract/questions.ts';
import { Button } from '../../components/Button.tsx';
import { Heading } from '../../components/Heading.tsx';
import { Stack } from '../../components/Stack.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useBilingual } from '../../text/index.ts';
import { Foldable } from '../editing/Foldable.tsx';
import { moved, removed, replaced } from '../editing/lists.ts';
import { OrderButtons } from '../editing/OrderButtons.tsx';
import { useProtocolText } from '../text.ts';
import { useConditionInWords } from './conditionInWords.ts';
import { newQuestion } from './new-question.ts';
import { QuestionFields } from './QuestionFields.tsx';
import { useQuestionsText } from './text.ts';

interface QuestionsEditorProps {
  questions: readonly Question[];
  onChange: (questions: Question[]) => void;
}

/** The questions of a playbook: add, change, put in order and take away. */
export function QuestionsEditor({ questions, onChange }: QuestionsEditorProps) {
  const text = useQuestionsText();
  const { editing } = useProtocolText();
  const say = useBilingual();
  const tell = useSay();
  const added = useRef(new Set<string>());
  const told = useConditionInWords(questions);
  const nameOf = ({ label }: Question) => say(label).trim() || text.unnamed;

  function add() {
    if (questions.length >= questionLimits.questions) return tell(editing.most(questionLimits.questions));
    const question = newQuestion();
    added.current.add(question.code);
    onChange([...questions, question]);
    requestAnimationFrame(() => document.getElementById(`content-questions-${questions.length}-label-nl`)?.focus());
  }

  function remove(at: number, name: string) {
    onChange(removed(questions, at));
    tell(text.removed(name), { undo: () => onChange([...questions]) });
  }

  return (
    <Stack gap="m">
      <Heading level={2}>{text.count(questions.length)}</Heading>
      <ol className="foldables plain-list">
        {questions.map((question, at) => {
          const name = nameOf(question);
          const { showWhen } = question;
          const when = showWhen ? `${text.when[showWhen.match]}: ${showWhen.conditions.map(told).join('; ')}` : '';
          return (
            <Foldable
              key={question.code}
              id={`content-questions-${at}`}
              place={at + 1}
              headingLevel={3}
              title={name}
              note={[text.kinds[question.kind], when].filter(Boolean).join(' · ')}
              isNew={added.current.has(question.code)}
              tools={
                <OrderButtons
                  id={`order-${question.code}`}
                  name={name}
                  at={at}
                  count={questions.length}
                  onMove={(by) => onChange(moved(questions, at, by))}
                  onRemove={() => remove(at, name)}
                />
              }
            >
              <QuestionFields
                id={`content-questions-${at}`}
                question={question}
                questions={questions}
                at={at}
                onChange={(changed) => onChange(replaced(questions, at, changed))}
              />
            </Foldable>
          );
        })}
      </ol>
      <Button kind="secondary" icon="plus" onClick={add}>
        {text.add}
      </Button>
    </Stack>
  );
}
