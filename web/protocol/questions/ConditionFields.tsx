import { type Question, type QuestionCondition, questionLimits, type ShowWhen } from '../../../contract/questions.ts';
import { Button } from '../../components/Button.tsx';
import { ManyChoices, OneChoice } from '../../components/ChoiceCards.tsx';
import { Field, FieldGroup } from '../../components/Field.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Select } from '../../components/Select.tsx';
import { Text } from '../../components/Text.tsx';
import { useBilingual } from '../../text/index.ts';
import { useFieldErrors } from '../editing/fieldErrors.tsx';
import { removed, replaced } from '../editing/lists.ts';
import { useProtocolText } from '../text.ts';
import { useChoicesOf } from './conditionInWords.ts';
import { newCondition } from './new-question.ts';
import { RangeFields } from './RangeFields.tsx';
import { useQuestionsText } from './text.ts';

interface ConditionFieldsProps {
  id: string;
  showWhen: ShowWhen | null;
  questions: readonly Question[];
  at: number;
  onChange: (showWhen: ShowWhen | null) => void;
}

/** When a question comes: always, or only after what was answered before. */
export function ConditionFields({ id, showWhen, questions, at, onChange }: ConditionFieldsProps) {
  const { fields } = useQuestionsText();
  const { errorAt } = useFieldErrors();
  const [nearest] = questions.slice(0, at).reverse();
  if (!nearest && !showWhen) return <Text soft>{fields.noEarlier}</Text>;
  const begin = () => nearest && onChange({ match: 'all', conditions: [newCondition(nearest)] });
  return (
    <FieldGroup id={id} legend={fields.when} error={errorAt(id)}>
      <OneChoice
        id={`${id}-way`}
        legend={fields.when}
        hideLegend
        beside="wide"
        choices={[
          { value: 'always', label: fields.always },
          { value: 'sometimes', label: fields.sometimes },
        ]}
        chosen={showWhen ? 'sometimes' : 'always'}
        onChange={(way) => (way === 'always' ? onChange(null) : begin())}
      />
      {showWhen && (
        <Conditions id={id} showWhen={showWhen} questions={questions} at={at} nearest={nearest} onChange={onChange} />
      )}
    </FieldGroup>
  );
}

interface ConditionsProps extends Omit<ConditionFieldsProps, 'showWhen'> {
  showWhen: ShowWhen;
  nearest: Question | undefined;
}

function Conditions({ id, showWhen, questions, at, nearest, onChange }: ConditionsProps) {
  const { fields } = useQuestionsText();
  const { editing } = useProtocolText();
  const { conditions, match } = showWhen;
  // A condition has no name of its own, and nothing to keep while it moves.
  const rows = conditions.map((condition, place) => ({ condition, place, rowId: `${id}-conditions-${place}` }));
  const change = (next: QuestionCondition[]) => onChange(next.length > 0 ? { match, conditions: next } : null);
  return (
    <>
      {conditions.length > 1 && (
        <OneChoice
          id={`${id}-match`}
          legend={fields.match}
          beside="wide"
          choices={[
            { value: 'all', label: fields.all },
            { value: 'any', label: fields.any },
          ]}
          chosen={match}
          onChange={(chosen) => onChange({ match: chosen, conditions })}
        />
      )}
      <ol className="lines plain-list">
        {rows.map(({ rowId, condition, place }) => (
          <li key={rowId} className="lines__line">
            <div className="lines__head">
              <span className="lines__name">{fields.condition(place + 1)}</span>
              <IconButton
                icon="close"
                label={editing.remove(fields.condition(place + 1))}
                onClick={() => change(removed(conditions, place))}
              />
            </div>
            <OneCondition
              id={rowId}
              condition={condition}
              questions={questions}
              at={at}
              onChange={(changed) => change(replaced(conditions, place, changed))}
            />
          </li>
        ))}
      </ol>
      {nearest && conditions.length < questionLimits.conditions && (
        <div>
          <Button
            kind="plain"
            icon="plus"
            className="lines__add"
            onClick={() => change([...conditions, newCondition(nearest)])}
          >
            {fields.addCondition}
          </Button>
        </div>
      )}
    </>
  );
}

interface OneConditionProps {
  id: string;
  condition: QuestionCondition;
  questions: readonly Question[];
  at: number;
  onChange: (condition: QuestionCondition) => void;
}

function OneCondition({ id, condition, questions, at, onChange }: OneConditionProps) {
  const { fields } = useQuestionsText();
  const { errorAt } = useFieldErrors();
  const say = useBilingual();
  const choicesOf = useChoicesOf();
  const waitedFor = questions.find(({ code }) => code === condition.question);
  // The one that is chosen now stays in sight, also when it came to stand lower.
  const offered = questions.filter((question, place) => place < at || question === waitedFor);
  return (
    <>
      <Field id={id} label={fields.earlier} error={errorAt(id)}>
        <Select
          width="full"
          value={waitedFor ? condition.question : ''}
          onChange={(code) => {
            const chosen = questions.find((question) => question.code === code);
            if (chosen) onChange(newCondition(chosen));
          }}
          options={offered.map((question) => ({ value: question.code, label: say(question.label) || question.code }))}
        />
      </Field>
      {condition.kind === 'chosen' && waitedFor && (
        <ManyChoices
          id={`${id}-values`}
          legend={fields.values}
          beside="wide"
          choices={choicesOf(waitedFor).filter(
            ({ value, isRetired }) => !isRetired || condition.values.includes(value),
          )}
          chosen={condition.values}
          onChange={(values) => onChange({ ...condition, values })}
        />
      )}
      {condition.kind === 'between' && (
        <RangeFields id={id} range={condition} onChange={(range) => onChange({ ...condition, ...range })} />
      )}
      {condition.kind === 'answered' && <Text soft>{fields.anything}</Text>}
    </>
  );
}
