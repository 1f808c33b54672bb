import type { Target } from '../../../contract/incident-words.ts';
import { Advice } from '../../components/Advice.tsx';
import { OneChoice } from '../../components/ChoiceCards.tsx';
import { PeoplePicker } from '../../components/PeoplePicker.tsx';
import { Stack } from '../../components/Stack.tsx';
import { useLanguage } from '../../text/index.ts';
import { findColleagues, type Me } from '../api.ts';
import { useReportText } from '../text.ts';
import { choicesFrom, countedAs, type WordLists } from '../words.ts';
import type { QuestionProps } from './WhatQuestion.tsx';

const order = ['me', 'colleague', 'group', 'office_holder', 'building', 'unknown'] as const satisfies readonly Target[];

/** To whom it happened: mostly to whoever reports, but anybody may report for a colleague. */
export function WhomQuestion({
  draft,
  change,
  errorAt,
  me,
  isOffline,
  words,
}: QuestionProps & { me: Me | null; isOffline: boolean; words: WordLists }) {
  const text = useReportText();
  const language = useLanguage();
  const isAboutOthers = draft.target === 'colleague' || draft.target === 'group' || draft.target === 'office_holder';
  const myself = me ? [me.person.id] : [];
  const ids = (people: typeof draft.victims) => people.map(({ id }) => id);
  return (
    <Stack gap="l">
      <OneChoice
        id="target"
        legend={text.whom.title}
        hideLegend
        choices={choicesFrom(
          words,
          'target',
          language,
          order.map((value) => ({ value, ...text.whom.choices[value] })),
        )}
        chosen={draft.chosenWords.target?.[0] ?? draft.target}
        onChange={(chosen) => {
          const [target] = countedAs(words, 'target', [chosen], order);
          const victims = target === 'me' || target === 'building' ? [] : draft.victims;
          change({ target: target ?? null, victims, chosenWords: { ...draft.chosenWords, target: [chosen] } });
        }}
      />
      {isOffline && isAboutOthers && <Advice>{text.whom.offline}</Advice>}
      {!isOffline && isAboutOthers && (
        <PeoplePicker
          find={findColleagues}
          id="victims"
          label={text.whom.who}
          error={errorAt('victims')}
          optional={draft.target === 'group'}
          chosen={draft.victims}
          leaveOut={draft.target === 'office_holder' ? ids(draft.witnesses) : [...myself, ...ids(draft.witnesses)]}
          onChange={(victims) => change({ victims })}
        />
      )}
      {!isOffline && (
        <PeoplePicker
          find={findColleagues}
          id="witnesses"
          label={text.whom.witnesses}
          hint={text.whom.witnessesHint}
          optional
          chosen={draft.witnesses}
          leaveOut={[...myself, ...ids(draft.victims)]}
          onChange={(witnesses) => change({ witnesses })}
        />
      )}
    </Stack>
  );
}
