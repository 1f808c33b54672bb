import { useEffect, useRef, useState } from 'react';
import { pagesOf } from '../../../contract/question-rules.ts';
import { Loading } from '../../components/Loading.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { useBilingual } from '../../text/index.ts';
import { read } from '../api.ts';
import { addressOf } from '../place.ts';
import { ReportPage } from '../ReportPage.tsx';
import { QuestionField } from './QuestionField.tsx';
import { useMoreQuestionsText } from './text.ts';
import { type Asked, useAnswers } from './use-answers.ts';

/** After the details: what the organisation asks on top. Without questions it leads on at once. */
export default function QuestionsStep({ incidentId }: { incidentId: string }) {
  const text = useMoreQuestionsText();
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => {
    void read<Asked>(`/incidents/${incidentId}/questions`).then((answered) => {
      if (answered.ok && answered.body.mayAnswer) setAsked(answered.body);
      else leaveFor(incidentId);
    });
  }, [incidentId]);
  if (asked) return <Questions incidentId={incidentId} asked={asked} />;
  return (
    <ReportPage title={text.title}>
      <Loading />
    </ReportPage>
  );
}

function Questions({ incidentId, asked }: { incidentId: string; asked: Asked }) {
  const text = useMoreQuestionsText();
  const say = useBilingual();
  const { answers, errors, isBusy, give, complain, settled } = useAnswers(incidentId, asked);
  const [at, setAt] = useState(0);
  const pages = pagesOf(asked.questions, answers);
  // An answer can take the last page away while somebody looks at it.
  const place = Math.min(at, pages.length - 1);
  const page = pages[place];
  const isLast = place >= pages.length - 1;
  const isLeaving = useRef(false);
  const hasAnswered = answers.size > 0;
  if (!page) return null;

  async function goOn() {
    if (isLeaving.current) return;
    isLeaving.current = true;
    const isKept = await settled();
    isLeaving.current = false;
    if (!isKept) return;
    if (isLast) return leaveFor(incidentId);
    setAt(place + 1);
    window.scrollTo({ top: 0 });
  }

  const title = page.chapter ? say(page.chapter) : text.title;
  return (
    <ReportPage
      key={place}
      title={title}
      lead={pages.length > 1 ? `${text.page(place + 1, pages.length)}. ${text.lead}` : text.lead}
      back={place > 0 ? () => setAt(place - 1) : undefined}
      errors={[...errors].map(([fieldId, message]) => ({ fieldId, message }))}
      onNext={() => void goOn()}
      nextLabel={isLast ? text.done : text.next}
      foot={
        <Text soft small>
          {isBusy ? text.keeping : hasAnswered && errors.size === 0 ? text.kept : ''}
        </Text>
      }
    >
      <Stack gap="l">
        {page.questions.map((question) => (
          <QuestionField
            key={question.code}
            question={question}
            answer={answers.get(question.code)}
            error={errors.get(question.code)}
            onAnswer={(answer) => give(question.code, answer)}
            onComplaint={(sentence) => complain(question.code, sentence)}
          />
        ))}
      </Stack>
    </ReportPage>
  );
}

function leaveFor(incidentId: string): void {
  window.location.assign(addressOf.follow(incidentId));
}
