import { OneChoice } from '../../components/ChoiceCards.tsx';
import { Field } from '../../components/Field.tsx';
import { Stack } from '../../components/Stack.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import type { Locations } from '../api.ts';
import type { Draft } from '../draft.ts';
import { useReportText } from '../text.ts';
import type { QuestionProps } from './WhatQuestion.tsx';

const elsewhere = ['home_visit', 'road', 'phone', 'online', 'letter', 'private_life', 'unknown'] as const;
type Elsewhere = (typeof elsewhere)[number];

const isElsewhere = (value: string): value is Elsewhere => elsewhere.some((place) => place === value);

/** Our own buildings first: most happens there. A building opens its rooms and desks. */
export function WhereQuestion({ draft, change, errorAt, locations }: QuestionProps & { locations: Locations }) {
  const text = useReportText();
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
          ...elsewhere.map((value) => ({ value, ...text.where.choices[value] })),
        ]}
        chosen={draft.place === 'location' ? draft.locationId : draft.place}
        onChange={(chosen) => change(chosenPlace(chosen))}
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

function chosenPlace(chosen: string): Partial<Draft> {
  return isElsewhere(chosen)
    ? { place: chosen, locationId: '', roomId: '' }
    : { place: 'location', locationId: chosen, roomId: '', placeText: '' };
}
