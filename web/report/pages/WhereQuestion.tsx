import { OneChoice } from '../../components/ChoiceCards.tsx';
import { Field } from '../../components/Field.tsx';
import { Stack } from '../../components/Stack.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useLanguage } from '../../text/index.ts';
import type { Locations } from '../api.ts';
import type { Draft } from '../draft.ts';
import { useReportText } from '../text.ts';
import { choicesFrom, countedAs, type WordLists } from '../words.ts';
import type { QuestionProps } from './WhatQuestion.tsx';

const elsewhere = ['home_visit', 'road', 'phone', 'online', 'letter', 'private_life', 'unknown'] as const;
const places = ['location', ...elsewhere] as const;

/** Our own buildings first: most happens there. A building opens its rooms and desks. */
export function WhereQuestion(props: QuestionProps & { locations: Locations; words: WordLists }) {
  const { draft, change, errorAt, locations, words } = props;
  const text = useReportText();
  const language = useLanguage();
  const called = draft.chosenWords.place?.[0];
  const location = draft.place === 'location' ? locations.find(({ id }) => id === draft.locationId) : undefined;
  return (
    <Stack gap="l">
      <OneChoice
        id="place"
        legend={text.where.title}
        hideLegend
        error={errorAt('place')}
        choices={[
          ...locations.map(({ id, name }) => ({ value: id, label: name })),
          ...choicesFrom(
            words,
            'place',
            language,
            elsewhere.map((value) => ({ value, ...text.where.choices[value] })),
          ),
        ]}
        chosen={draft.place === 'location' && draft.locationId ? draft.locationId : (called ?? draft.place)}
        onChange={(chosen) => change(chosenPlace(chosen, draft, { words, locations }))}
      />
      {location && location.rooms.length > 0 && (
        <OneChoice
          id="room"
          legend={text.where.room}
          optional
          beside
          choices={location.rooms.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={draft.roomId || null}
          onChange={(roomId) => change({ roomId })}
        />
      )}
      {draft.place !== null && draft.place !== 'location' && draft.place !== 'unknown' && (
        <Field id="placeText" label={text.where.text[draft.place]} error={errorAt('placeText')} optional>
          <TextInput value={draft.placeText} onChange={(event) => change({ placeText: event.target.value })} />
        </Field>
      )}
    </Stack>
  );
}

interface Offered {
  locations: Locations;
  words: WordLists;
}

function chosenPlace(chosen: string, { chosenWords }: Draft, { words, locations }: Offered): Partial<Draft> {
  const { place: _, ...others } = chosenWords;
  if (locations.some(({ id }) => id === chosen)) {
    return { place: 'location', locationId: chosen, roomId: '', placeText: '', chosenWords: others };
  }
  const [place] = countedAs(words, 'place', [chosen], places);
  return { place: place ?? 'unknown', locationId: '', roomId: '', chosenWords: { ...others, place: [chosen] } };
}
