import { OneChoice } from '../../components/ChoiceCards.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { Stack } from '../../components/Stack.tsx';
import { TimeInput } from '../../components/TimeInput.tsx';
import { useReportText } from '../text.ts';
import type { QuestionProps } from './WhatQuestion.tsx';

const order = ['now', 'today', 'other', 'unknown'] as const;

export function WhenQuestion({ draft, change, errorAt }: QuestionProps) {
  const text = useReportText();
  return (
    <Stack gap="l">
      <OneChoice
        id="when"
        legend={text.when.title}
        hideLegend
        error={errorAt('when')}
        choices={order.map((value) => ({ value, ...text.when.choices[value] }))}
        chosen={draft.when}
        onChange={(when) => change({ when })}
      />
      {draft.when === 'other' && (
        <DateInput
          id="date"
          legend={text.when.date}
          hint={text.when.dateHint}
          error={errorAt('date')}
          value={draft.date}
          onChange={(date) => change({ date })}
        />
      )}
      {(draft.when === 'today' || draft.when === 'other') && (
        <TimeInput
          id="time"
          label={text.when.time}
          error={errorAt('time')}
          optional
          value={draft.time}
          onChange={(time) => change({ time })}
        />
      )}
    </Stack>
  );
}
