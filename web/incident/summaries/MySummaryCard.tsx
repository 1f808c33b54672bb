import { useState } from 'react';
import type { AnswerOf } from '../../../contract/endpoint.ts';
import { answerSummary, mySummary, type SummaryAnswer, summaryAnswers } from '../../../contract/incident.ts';
import { Advice } from '../../components/Advice.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { OneChoice } from '../../components/ChoiceCards.tsx';
import type { FieldError } from '../../components/ErrorSummary.tsx';
import { Field } from '../../components/Field.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Tag } from '../../components/Tag.tsx';
import { Text } from '../../components/Text.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { SmallForm } from '../../session/SmallForm.tsx';
import { useRead } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import { firstName } from '../incidentTitle.ts';
import { SummaryText } from './SummaryText.tsx';
import { useSummariesText } from './text.ts';

type Mine = NonNullable<AnswerOf<typeof mySummary>['summary']>;

/** For who is concerned: the text before the team reads it, and the say over it, also afterwards. */
export function MySummaryCard({ incidentId }: { incidentId: string }) {
  const { data } = useRead(mySummary, { params: { incidentId } }, { live: ['incident'] });
  return data?.summary ? <Whole incidentId={incidentId} summary={data.summary} /> : null;
}

function Whole({ incidentId, summary }: { incidentId: string; summary: Mine }) {
  const { mine: text, answers } = useSummariesText();
  const [isChanging, setChanging] = useState(false);
  const { myAnswer, isShared, inLibrary, decides, writtenBy } = summary;
  const name = firstName(writtenBy.name);
  const standing = isShared ? (inLibrary ? text.sharedLibrary : text.shared) : text.notShared;
  return (
    <Card heading={text.title} aside={myAnswer && <Tag tone="teal">{answers[myAnswer]}</Tag>}>
      <Stack>
        <Text soft>{decides ? text.ask(name) : text.askAdvice(name)}</Text>
        <SummaryText texts={summary.texts} />
        {myAnswer === null || isChanging ? (
          <Answer incidentId={incidentId} summary={summary} onDone={() => setChanging(false)} />
        ) : (
          <>
            <Text>{[standing, isShared && decides && text.takeBack].filter(Boolean).join(' ')}</Text>
            <Row>
              <Button kind="secondary" onClick={() => setChanging(true)}>
                {text.change}
              </Button>
            </Row>
          </>
        )}
      </Stack>
    </Card>
  );
}

interface AnswerProps {
  incidentId: string;
  summary: Mine;
  onDone: () => void;
}

function Answer({ incidentId, summary: { version, myAnswer, myWords, iWantInLibrary }, onDone }: AnswerProps) {
  const { mine: text, answers } = useSummariesText();
  const say = useSay();
  const answering = useWrite(answerSummary);
  const [answer, setAnswer] = useState<SummaryAnswer | null>(myAnswer);
  const [words, setWords] = useState(myWords ?? '');
  const [inLibrary, setInLibrary] = useState(iWantInLibrary);
  const [missing, setMissing] = useState<readonly FieldError[]>([]);
  const [read, setRead] = useState(version);
  const [isChanged, setChanged] = useState(false);
  // Their words stay; but a yes to the text of before is no yes to this one.
  if (version !== read) {
    setRead(version);
    setChanged(answer !== null);
    setAnswer(null);
  }
  const errorAt = (id: string) => missing.find(({ fieldId }) => fieldId === id)?.message ?? answering.errorAt(id);

  async function save() {
    const lacks = answer === null ? [{ fieldId: 'answer', message: text.missing }] : [];
    if (answer === 'otherwise' && !words.trim()) lacks.push({ fieldId: 'words', message: text.missingWords });
    setMissing(lacks);
    if (answer === null || lacks.length > 0) return;
    const said = answer === 'good' ? null : words.trim() || null;
    const body = { version, answer, words: said, inLibrary: answer === 'good' && inLibrary };
    if (!(await answering.send({ params: { incidentId }, body }))) return;
    say(text.done);
    onDone();
  }

  return (
    <SmallForm of={answering} missing={missing} submit={text.save} onSubmit={() => void save()}>
      {isChanged && <Advice tone="amber" announce title={text.changed} />}
      <OneChoice<SummaryAnswer>
        id="answer"
        legend={text.answer}
        beside
        choices={summaryAnswers.map((value) => ({ value, label: answers[value] }))}
        chosen={answer}
        onChange={setAnswer}
        error={errorAt('answer')}
      />
      {answer === 'good' && (
        <Checkbox id="inLibrary" checked={inLibrary} onChange={setInLibrary} hint={text.libraryHint}>
          {text.library}
        </Checkbox>
      )}
      {(answer === 'otherwise' || answer === 'not' || (isChanged && answer === null && words !== '')) && (
        <Field
          id="words"
          label={answer === 'not' ? text.why : text.words}
          optional={answer === 'not'}
          hint={text.wordsHint}
          error={errorAt('words')}
        >
          <TextArea value={words} rows={3} limit={2_000} onChange={({ target }) => setWords(target.value)} />
        </Field>
      )}
    </SmallForm>
  );
}
