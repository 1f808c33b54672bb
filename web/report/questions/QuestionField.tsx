import { useState } from 'react';
import { yesNoValues } from '../../../contract/question-rules.ts';
import type { AskedQuestion, GivenAnswer } from '../../../contract/questions.ts';
import { Button } from '../../components/Button.tsx';
import { ManyChoices, OneChoice } from '../../components/ChoiceCards.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { Field } from '../../components/Field.tsx';
import { Stack } from '../../components/Stack.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useBilingual } from '../../text/index.ts';
import { useMoreQuestionsText } from './text.ts';

interface QuestionFieldProps {
  question: AskedQuestion;
  answer: GivenAnswer | undefined;
  error: string | undefined;
  onAnswer: (answer: GivenAnswer | null) => void;
  onComplaint: (sentence: string) => void;
}

const longest = 2000;

/** One question of the organisation, in the form that belongs to it. Nothing has to be answered. */
export function QuestionField(props: QuestionFieldProps) {
  switch (props.question.kind) {
    case 'yesNo':
    case 'choice':
      return <OneOfThem {...props} />;
    case 'choices':
      return <SomeOfThem {...props} />;
    case 'date':
      return <OnADay {...props} />;
    case 'number':
      return <AsNumber {...props} />;
    case 'text':
      return <InWords {...props} />;
  }
}

function useWords({ question, error }: QuestionFieldProps) {
  const say = useBilingual();
  const { hint, label, code } = question;
  return { id: code, error, legend: say(label), ...(hint && { hint: say(hint) }) };
}

function useChoices(question: AskedQuestion) {
  const text = useMoreQuestionsText();
  const say = useBilingual();
  if ('choices' in question) return question.choices.map(({ value, label }) => ({ value, label: say(label) }));
  return yesNoValues.map((value) => ({ value: value as string, label: text.yesNo[value] }));
}

function OneOfThem(props: QuestionFieldProps) {
  const { question, answer, onAnswer } = props;
  const text = useMoreQuestionsText();
  const words = useWords(props);
  const choices = useChoices(question);
  return (
    <Stack gap="s">
      <OneChoice
        {...words}
        beside={question.kind === 'yesNo' || choices.length < 4}
        choices={choices}
        chosen={typeof answer === 'string' ? answer : null}
        onChange={onAnswer}
      />
      {answer !== undefined && (
        <div>
          <Button kind="plain" aria-label={`${text.takeBack}: ${words.legend}`} onClick={() => onAnswer(null)}>
            {text.takeBack}
          </Button>
        </div>
      )}
    </Stack>
  );
}

function SomeOfThem(props: QuestionFieldProps) {
  const { question, answer, onAnswer } = props;
  return (
    <ManyChoices
      {...useWords(props)}
      beside="wide"
      choices={useChoices(question)}
      chosen={Array.isArray(answer) ? answer : []}
      onChange={(values) => onAnswer(values.length > 0 ? values : null)}
    />
  );
}

function OnADay(props: QuestionFieldProps) {
  const { answer, onAnswer } = props;
  const [typed, setTyped] = useState(typeof answer === 'string' ? answer : '');
  return (
    <DateInput
      {...useWords(props)}
      value={typed}
      onChange={(value) => {
        setTyped(value);
        if (value !== '' || answer !== undefined) onAnswer(value || null);
      }}
    />
  );
}

function AsNumber(props: QuestionFieldProps) {
  const { answer, onAnswer, onComplaint } = props;
  const text = useMoreQuestionsText();
  const { legend, ...words } = useWords(props);
  const [typed, setTyped] = useState(answer === undefined ? '' : String(answer));
  function leave() {
    const number = typed.trim() === '' ? null : Number(typed);
    if (number !== null && !Number.isInteger(number)) return onComplaint(text.notANumber);
    if (number !== (answer ?? null) || props.error) onAnswer(number);
  }
  return (
    <Field {...words} label={legend}>
      <TextInput
        width="s"
        inputMode="numeric"
        maxLength={8}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={leave}
      />
    </Field>
  );
}

function InWords(props: QuestionFieldProps) {
  const { answer, onAnswer } = props;
  const { legend, ...words } = useWords(props);
  const [typed, setTyped] = useState(typeof answer === 'string' ? answer : '');
  function leave() {
    const told = typed.trim() || null;
    if (told !== (answer ?? null) || props.error) onAnswer(told);
  }
  return (
    <Field {...words} label={legend}>
      <TextArea
        rows={2}
        limit={longest}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={leave}
      />
    </Field>
  );
}
