import { momentActions, reporterNeeds } from '../../../contract/incident-words.ts';
import { highestColumn, isEmotion, matrixFits } from '../../../contract/norm-matrix.ts';
import { ManyChoices, OneChoice } from '../../components/ChoiceCards.tsx';
import { Field } from '../../components/Field.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { useLanguage } from '../../text/index.ts';
import { useReportText } from '../text.ts';
import { choicesFrom, countedAs, type WordLists } from '../words.ts';
import type { QuestionProps } from './WhatQuestion.tsx';

const knowledges = ['named', 'described', 'colleague', 'unknown'] as const;

/** Who did it, what was done then, and what the reporter needs now. A missing child has nobody who did it. */
export function WhoQuestion(props: QuestionProps & { words: WordLists }) {
  const { draft, change } = props;
  const text = useReportText();
  return (
    <Stack gap="l">
      {matrixFits(draft.kind) && (
        <>
          <Aggressor {...props} />
          <Actions {...props} />
        </>
      )}
      <ManyChoices
        id="needs"
        legend={text.who.needs}
        hideLegend={!matrixFits(draft.kind)}
        beside
        choices={reporterNeeds.map((value) => ({ value, label: text.who.needChoices[value] }))}
        chosen={draft.needs}
        onChange={(needs) => change({ needs: withoutContradiction(needs, draft.needs) })}
      />
    </Stack>
  );
}

function Actions({ draft, change, words }: QuestionProps & { words: WordLists }) {
  const text = useReportText();
  const language = useLanguage();
  const chosen: readonly string[] = draft.chosenWords.action ?? draft.actions;
  return (
    <ManyChoices
      id="actions"
      legend={text.who.actions}
      choices={choicesFrom(
        words,
        'action',
        language,
        momentActions.map((value) => ({ value, label: text.who.actionChoices[value] })),
      )}
      chosen={chosen}
      onChange={(ticked) => {
        const action = withoutContradiction(ticked, chosen);
        const actions = countedAs(words, 'action', action, momentActions);
        change({ actions, chosenWords: { ...draft.chosenWords, action } });
      }}
    />
  );
}

function Aggressor({ draft, change, errorAt }: QuestionProps) {
  const text = useReportText();
  const column = highestColumn(draft.columns);
  if (column && isEmotion(column)) return <Text soft>{text.who.emotionNoName}</Text>;
  return (
    <>
      <OneChoice
        id="aggressor"
        legend={text.who.title}
        hideLegend
        choices={knowledges.map((value) => ({ value, ...text.who.choices[value] }))}
        chosen={draft.aggressor}
        onChange={(aggressor) => change({ aggressor })}
      />
      {(draft.aggressor === 'named' || draft.aggressor === 'described') && (
        <Field
          id="aggressorText"
          label={draft.aggressor === 'named' ? text.who.name : text.who.description}
          hint={text.who.textHint}
          error={errorAt('aggressorText')}
        >
          <TextArea
            value={draft.aggressorText}
            limit={500}
            rows={2}
            onChange={(event) => change({ aggressorText: event.target.value })}
          />
        </Field>
      )}
    </>
  );
}

const alone: readonly string[] = ['nothing', 'unknown'];

/** "Niets" and "weet ik niet" stand alone: the last thing chosen wins. */
function withoutContradiction<Value extends string>(chosen: Value[], before: readonly Value[]): Value[] {
  const added = chosen.find((value) => !before.includes(value));
  if (added === undefined) return chosen;
  return alone.includes(added) ? [added] : chosen.filter((value) => !alone.includes(value));
}
