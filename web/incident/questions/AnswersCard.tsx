import type { AnswerOf } from '../../../contract/endpoint.ts';
import { shownQuestions } from '../../../contract/question-rules.ts';
import { type AskedQuestion, type GivenAnswer, readQuestions } from '../../../contract/questions.ts';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { Card } from '../../components/Card.tsx';
import { DefinitionList } from '../../components/DefinitionList.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { useRead } from '../../session/useRead.ts';
import { useBilingual, useLanguage } from '../../text/index.ts';
import { useAnswersText } from './text.ts';

type Asked = AnswerOf<typeof readQuestions>;

/** What was answered to the extra questions, in the words that counted then; and for the reporter, the way to answer them. */
export function AnswersCard({ incidentId }: { incidentId: string }) {
  const text = useAnswersText();
  const read = useRead(readQuestions, { params: { incidentId } }, { live: ['incident'] });
  const items = useAnswersInWords()(read.data);
  if (!read.data || (items.length === 0 && !read.data.mayAnswer)) return null;
  const { answers, version, mayAnswer } = read.data;
  const [first] = answers;
  return (
    <Card heading={text.title}>
      <Stack gap="s">
        {items.length > 0 && <DefinitionList items={items} />}
        {first && (
          <Text soft small>
            {[text.version(version), text.by(first.by.name)].join(' · ')}
          </Text>
        )}
        {mayAnswer && (
          <div>
            <ButtonLink kind="secondary" href={`/melden/details/${incidentId}#vragen`}>
              {first ? text.goOn : text.go}
            </ButtonLink>
          </div>
        )}
      </Stack>
    </Card>
  );
}

/** An answer to a question that is asked no more is not shown: it says nothing about what holds now. */
function useAnswersInWords(): (asked: Asked | undefined) => { term: string; value: string }[] {
  const inWords = useAnswerInWords();
  const say = useBilingual();
  return (asked) => {
    if (!asked) return [];
    const answers = new Map(asked.answers.map(({ question, answer }) => [question, answer]));
    return shownQuestions(asked.questions, answers).flatMap((question) => {
      const answer = answers.get(question.code);
      return answer === undefined ? [] : [{ term: say(question.label), value: inWords(question, answer) }];
    });
  };
}

function useAnswerInWords(): (question: AskedQuestion, answer: GivenAnswer) => string {
  const text = useAnswersText();
  const say = useBilingual();
  const language = useLanguage();
  return (question, answer) => {
    if ('choices' in question) {
      const chosen: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
      return question.choices
        .filter(({ value }) => chosen.includes(value))
        .map(({ label }) => say(label))
        .join(', ');
    }
    if (question.kind === 'yesNo') {
      return answer === 'yes' ? text.yesNo.yes : answer === 'no' ? text.yesNo.no : text.yesNo.unknown;
    }
    if (question.kind === 'date') return dayInWords(String(answer), language);
    return String(answer);
  };
}

function dayInWords(date: string, language: string): string {
  return new Date(`${date}T12:00:00Z`).toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' });
}
