import type { Question, QuestionsContent } from '../../../contract/questions.ts';
import { Card } from '../../components/Card.tsx';
import { Heading } from '../../components/Heading.tsx';
import { Tag } from '../../components/Tag.tsx';
import { Text } from '../../components/Text.tsx';
import { useBilingual } from '../../text/index.ts';
import { useWordsText } from '../words/text.ts';
import { useChoicesOf, useConditionInWords } from './conditionInWords.ts';
import { useQuestionsText } from './text.ts';
import '../protocol.css';

/** The questions as everybody reads them, each with when it comes. */
export function QuestionsView({ content: { questions } }: { content: QuestionsContent }) {
  const text = useQuestionsText();
  return (
    <Card heading={text.count(questions.length)}>
      {questions.length === 0 && <Text soft>{text.none}</Text>}
      <ol className="agreed-tasks plain-list">
        {questions.map((question, at) => (
          <AskedQuestion key={question.code} question={question} place={at + 1} questions={questions} />
        ))}
      </ol>
    </Card>
  );
}

interface AskedQuestionProps {
  question: Question;
  place: number;
  questions: readonly Question[];
}

function AskedQuestion({ question, place, questions }: AskedQuestionProps) {
  const text = useQuestionsText();
  const say = useBilingual();
  const told = useConditionInWords(questions);
  const choicesOf = useChoicesOf();
  const { chapter, hint, showWhen, kind } = question;
  const { lists } = useWordsText();
  const isAsWritten = 'choices' in question || 'list' in question;
  const offered = isAsWritten ? choicesOf(question).filter(({ isRetired }) => !isRetired) : [];
  const choices = offered.map(({ label }) => label);
  return (
    <li className="agreed-task">
      <span className="matrix__place" aria-hidden="true">
        {place}
      </span>
      <div className="agreed-task__words">
        <Heading level={3} className="agreed-task__title">
          {say(question.label)}
        </Heading>
        {hint && (
          <Text soft small>
            {say(hint)}
          </Text>
        )}
        {showWhen && (
          <Text small>
            {text.when[showWhen.match]}: {showWhen.conditions.map(told).join('; ')}
          </Text>
        )}
        <div className="agreed-task__tags">
          <Tag>{text.kinds[kind]}</Tag>
          {'list' in question && <Tag>{text.fromList(lists[question.list].title)}</Tag>}
          {chapter && (
            <Tag tone="teal">
              {text.fields.chapter}: {say(chapter)}
            </Tag>
          )}
        </div>
        {choices.length > 0 && (
          <Text soft small>
            {choices.join(' · ')}
          </Text>
        )}
      </div>
    </li>
  );
}
