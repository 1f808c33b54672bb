import { useState } from 'react';
import { addToSeries, SERIES_LONGEST_TEXT, type SeriesWay, seriesWays } from '../../../contract/incident.ts';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { Card } from '../../components/Card.tsx';
import { OneChoice } from '../../components/ChoiceCards.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { Field } from '../../components/Field.tsx';
import { Row } from '../../components/Stack.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { TimeInput } from '../../components/TimeInput.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { serverNow } from '../../session/now.ts';
import { SmallForm } from '../../session/SmallForm.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { onDutchClock } from '../../text/dutchClock.ts';
import { useSeriesText } from './text.ts';
import { type Missing, missingIn, toSend, type WrittenEvent } from './written-event.ts';

function nothingYet(): WrittenEvent {
  const { date, time } = onDutchClock(serverNow());
  return { eventId: crypto.randomUUID(), way: '', day: date, time, text: '' };
}

/** One event in a few seconds: the moment stands there already, a tap says how it came, the rest is your own words. */
export function AddEvent({ incidentId }: { incidentId: string }) {
  const text = useSeriesText();
  const say = useSay();
  const adding = useWrite(addToSeries);
  const [event, setEvent] = useState(nothingYet);
  const [missing, setMissing] = useState<readonly Missing[]>([]);
  const change = (more: Partial<WrittenEvent>) => setEvent((now) => ({ ...now, ...more }));
  const sentenceOf = (part: Missing) => (missing.includes(part) ? text.add.missing[part] : undefined);
  const errors = missing.map((part) => ({ fieldId: part, message: text.add.missing[part] }));

  async function save() {
    const lacks = missingIn(event);
    setMissing(lacks);
    if (lacks.length > 0) return;
    const body = { events: [toSend(event, serverNow())] };
    if ((await adding.send({ params: { incidentId }, body })) === null) return;
    say(text.add.done);
    // Whoever was quick is telling the next one already: that one stays, as one of its own.
    setEvent((now) => (now === event ? { ...nothingYet(), way: event.way } : { ...now, eventId: crypto.randomUUID() }));
  }

  return (
    <Card heading={text.add.title}>
      <SmallForm
        of={adding}
        missing={errors}
        submit={text.add.save}
        onSubmit={() => void save()}
        beside={
          <ButtonLink kind="plain" href={`/reeks/${incidentId}/plakken`}>
            {text.add.many}
          </ButtonLink>
        }
      >
        <OneChoice<SeriesWay>
          id="way"
          legend={text.add.way}
          beside="wide"
          choices={seriesWays.map((value) => ({ value, label: text.ways[value] }))}
          chosen={event.way || null}
          onChange={(way) => change({ way })}
          error={sentenceOf('way')}
        />
        <Row gap="l" className="series__moment">
          <DateInput
            id="day"
            legend={text.add.day}
            value={event.day}
            onChange={(day) => change({ day })}
            error={sentenceOf('day') ?? adding.errorAt('events-0-occurredAt')}
          />
          <TimeInput
            id="events-0-occurredAt"
            label={text.add.time}
            optional
            value={event.time}
            onChange={(time) => change({ time })}
          />
        </Row>
        <Field
          id={missing.includes('text') ? 'text' : 'events-0-text'}
          label={text.add.text}
          hint={text.add.textHint}
          error={sentenceOf('text') ?? adding.errorAt('events-0-text')}
        >
          <TextArea
            value={event.text}
            rows={3}
            limit={SERIES_LONGEST_TEXT}
            onChange={({ target }) => change({ text: target.value })}
          />
        </Field>
      </SmallForm>
    </Card>
  );
}
