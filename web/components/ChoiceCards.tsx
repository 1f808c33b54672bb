import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { FieldGroup } from './Field.tsx';
import './ChoiceCards.css';

export interface Choice<Value extends string> {
  value: Value;
  label: ReactNode;
  /** An example, in words that somebody would really say. */
  hint?: ReactNode;
}

interface Question<Value extends string> {
  id: string;
  legend: ReactNode;
  hideLegend?: boolean;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
  choices: readonly Choice<Value>[];
  /** Beside each other where there is room: for short answers such as yes, no and "weet ik niet"; `wide` for names. */
  beside?: boolean | 'wide';
}

interface OneChoiceProps<Value extends string> extends Question<Value> {
  chosen: Value | null;
  onChange: (chosen: Value) => void;
}

/** One answer out of a few, each a card with room for a thumb. */
export function OneChoice<Value extends string>({ chosen, onChange, ...question }: OneChoiceProps<Value>) {
  return (
    <Choices {...question} type="radio" isChosen={(value) => value === chosen} onPick={(value) => onChange(value)} />
  );
}

interface ManyChoicesProps<Value extends string> extends Question<Value> {
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
}

/** As many answers as apply. They stay in the order in which they are shown, not in which they were ticked. */
export function ManyChoices<Value extends string>({ chosen, onChange, ...question }: ManyChoicesProps<Value>) {
  const withToggled = (picked: Value) =>
    question.choices
      .map((choice) => choice.value)
      .filter((value) => (value === picked ? !chosen.includes(value) : chosen.includes(value)));
  return (
    <Choices
      {...question}
      type="checkbox"
      isChosen={(value) => chosen.includes(value)}
      onPick={(value) => onChange(withToggled(value))}
    />
  );
}

interface ChoicesProps<Value extends string> extends Question<Value> {
  type: 'radio' | 'checkbox';
  isChosen: (value: Value) => boolean;
  onPick: (value: Value) => void;
}

function Choices<Value extends string>({ choices, beside, type, isChosen, onPick, ...group }: ChoicesProps<Value>) {
  return (
    <FieldGroup {...group}>
      <div className={classes('choices', beside && 'choices--beside', beside === 'wide' && 'choices--wide')}>
        {choices.map(({ value, label, hint }) => (
          <label key={value} className="choice">
            <input
              type={type}
              className={`choice__box choice__box--${type}`}
              name={group.id}
              value={value}
              checked={isChosen(value)}
              onChange={() => onPick(value)}
              aria-describedby={hint ? `${group.id}-${value}-hint` : undefined}
              aria-labelledby={`${group.id}-${value}-label`}
            />
            <span className="choice__words">
              <span id={`${group.id}-${value}-label`} className="choice__label">
                {label}
              </span>
              {hint && (
                <span id={`${group.id}-${value}-hint`} className="choice__hint">
                  {hint}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
