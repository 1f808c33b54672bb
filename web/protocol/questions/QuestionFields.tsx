import { type Question, questionKinds, questionLimits } from '../../../contract/questions.ts';
import { vocabularies } from '../../../contract/vocabulary-words.ts';
import { Checkbox } from '../../components/Checkbox.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { Field } from '../../components/Field.tsx';
import { Select } from '../../components/Select.tsx';
import { Stack } from '../../components/Stack.tsx';
import { BilingualField } from '../editing/BilingualField.tsx';
import { useFieldErrors } from '../editing/fieldErrors.tsx';
import { TextLines } from '../editing/TextLines.tsx';
import { useWordsText } from '../words/text.ts';
import { ConditionFields } from './ConditionFields.tsx';
import { newChoice, withKind } from './new-question.ts';
import { RangeFields } from './RangeFields.tsx';
import { useQuestionsText } from './text.ts';

interface QuestionFieldsProps {
  id: string;
  question: Question;
  questions: readonly Question[];
  /** Its place among them. */
  at: number;
  onChange: (question: Question) => void;
}

/** One question: its words, its kind of answer and when it comes. */
export function QuestionFields({ id, question, questions, at, onChange }: QuestionFieldsProps) {
  const text = useQuestionsText();
  const { fields } = text;
  const { lists } = useWordsText();
  return (
    <Stack gap="l">
      <BilingualField
        id={`${id}-label`}
        legend={fields.label}
        value={question.label}
        onChange={(label) => onChange({ ...question, label })}
      />
      <Field id={`${id}-kind`} label={fields.kind}>
        <Select
          value={question.kind}
          onChange={(kind) => onChange(withKind(question, kind || question.kind))}
          options={questionKinds.map((value) => ({ value, label: text.kinds[value] }))}
        />
      </Field>
      {'choices' in question && (
        <TextLines
          id={`${id}-choices`}
          legend={fields.choices}
          nameOf={fields.choice}
          addLabel={fields.addChoice}
          lines={question.choices}
          textOf={({ label }) => label}
          withText={(choice, label) => ({ ...choice, label })}
          textName="label"
          newLine={newChoice}
          most={questionLimits.choices}
          onChange={(choices) => onChange({ ...question, choices })}
        />
      )}
      {'list' in question && (
        <Field id={`${id}-list`} label={fields.list} hint={fields.listHint}>
          <Select
            value={question.list}
            onChange={(list) => onChange({ ...question, list: list || question.list })}
            options={vocabularies.map((value) => ({ value, label: lists[value].title }))}
          />
        </Field>
      )}
      {question.kind === 'number' && (
        <RangeFields id={id} range={question} onChange={(range) => onChange({ ...question, ...range })} />
      )}
      <ConditionFields
        id={`${id}-showWhen`}
        showWhen={question.showWhen}
        questions={questions}
        at={at}
        onChange={(showWhen) => onChange({ ...question, showWhen })}
      />
      <MoreFields id={id} question={question} onChange={onChange} />
    </Stack>
  );
}

function MoreFields({ id, question, onChange }: Pick<QuestionFieldsProps, 'id' | 'question' | 'onChange'>) {
  const { fields } = useQuestionsText();
  const { isWrongBelow } = useFieldErrors();
  const { hint, chapter } = question;
  const empty = { nl: '', en: '' };
  const isOpen = hint !== null || chapter !== null || isWrongBelow(`${id}-hint`) || isWrongBelow(`${id}-chapter`);
  return (
    <Disclosure summary={fields.more} open={isOpen}>
      <Stack gap="m">
        <Checkbox
          id={`${id}-with-hint`}
          checked={hint !== null}
          onChange={(has) => onChange({ ...question, hint: has ? empty : null })}
        >
          {fields.withHint}
        </Checkbox>
        {hint && (
          <BilingualField
            id={`${id}-hint`}
            legend={fields.hint}
            value={hint}
            onChange={(value) => onChange({ ...question, hint: value })}
          />
        )}
        <Checkbox
          id={`${id}-with-chapter`}
          checked={chapter !== null}
          onChange={(has) => onChange({ ...question, chapter: has ? empty : null })}
        >
          {fields.withChapter}
        </Checkbox>
        {chapter && (
          <BilingualField
            id={`${id}-chapter`}
            legend={fields.chapter}
            value={chapter}
            onChange={(value) => onChange({ ...question, chapter: value })}
          />
        )}
      </Stack>
    </Disclosure>
  );
}
