import { useState } from 'react';
import { addToSeries, SERIES_LONGEST_TEXT, seriesWays } from '../../../contract/incident.ts';
import type { Recognised } from '../../../contract/recognise-events.ts';
import { Advice } from '../../components/Advice.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import type { FieldError } from '../../components/ErrorSummary.tsx';
import { Field } from '../../components/Field.tsx';
import { Heading } from '../../components/Heading.tsx';
import { Select } from '../../components/Select.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { TimeInput } from '../../components/TimeInput.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useGoTo } from '../../session/address.ts';
import { serverNow } from '../../session/now.ts';
import { SmallForm } from '../../session/SmallForm.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { useSeriesText } from './text.ts';
import { missingIn, toSend, type WrittenEvent } from './written-event.ts';

interface CheckEventsProps {
  incidentId: string;
  found: Recognised;
  onBack: () => void;
}

/** What was found in the paste, to look over before anything is kept. */
export function CheckEvents({ incidentId, found, onBack }: CheckEventsProps) {
  const { paste: text } = useSeriesText();
  const say = useSay();
  const goTo = useGoTo();
  const adding = useWrite(addToSeries);
  const [events, setEvents] = useState<readonly WrittenEvent[]>(() => found.events.map(written));
  const [missing, setMissing] = useState<readonly FieldError[]>([]);
  const errorAt = (fieldId: string) =>
    missing.find((error) => error.fieldId === fieldId)?.message ?? adding.errorAt(fieldId);

  async function save() {
    const lacks = events.flatMap((event, at) =>
      missingIn(event).map((part) => ({
        fieldId: fieldIdOf(at, part === 'text' ? 'text' : 'day'),
        message: (part === 'text' ? text.text : text.day)(at + 1),
      })),
    );
    setMissing(lacks);
    if (lacks.length > 0) return;
    const body = { events: events.map((event) => toSend(event, serverNow())) };
    if ((await adding.send({ params: { incidentId }, body })) === null) return;
    say(text.done(events.length));
    goTo(`/reeks/${incidentId}`);
  }

  return (
    <SmallForm
      of={adding}
      missing={missing}
      submit={text.save(events.length)}
      onSubmit={() => void save()}
      beside={
        <Button kind="plain" onClick={onBack}>
          {text.back}
        </Button>
      }
    >
      <Heading level={2}>{text.checkTitle(events.length)}</Heading>
      {found.loose && (
        <Advice title={text.looseTitle}>
          {text.loose}
          <p className="series__words">{found.loose}</p>
        </Advice>
      )}
      {events.map((event, at) => (
        <FoundEvent
          key={event.eventId}
          at={at}
          event={event}
          errorAt={errorAt}
          onChange={(changed) => setEvents(events.with(at, changed))}
          onLeaveOut={events.length === 1 ? onBack : () => setEvents(events.toSpliced(at, 1))}
        />
      ))}
    </SmallForm>
  );
}

const written = ({ way, day, time, text }: Recognised['events'][number]): WrittenEvent => ({
  eventId: crypto.randomUUID(),
  way,
  day,
  time: time ?? '',
  text: text.slice(0, SERIES_LONGEST_TEXT),
});

/** As the pointers of the contract, so that what the server says lands at its field. */
const fieldIdOf = (at: number, part: 'text' | 'day' | 'occurredAt' | 'way') => `events-${at}-${part}`;

interface FoundEventProps {
  at: number;
  event: WrittenEvent;
  errorAt: (fieldId: string) => string | undefined;
  onChange: (event: WrittenEvent) => void;
  onLeaveOut: () => void;
}

function FoundEvent({ at, event, errorAt, onChange, onLeaveOut }: FoundEventProps) {
  const { add, paste: text, ways } = useSeriesText();
  return (
    <Card
      heading={text.event(at + 1)}
      headingLevel={3}
      aside={
        <Button kind="plain" aria-label={text.leaveOut(at + 1)} onClick={onLeaveOut}>
          {text.leaveOutShort}
        </Button>
      }
    >
      <Stack>
        <Row gap="l" className="series__moment">
          <DateInput
            id={fieldIdOf(at, 'day')}
            legend={add.day}
            value={event.day}
            onChange={(day) => onChange({ ...event, day })}
            error={errorAt(fieldIdOf(at, 'day')) ?? errorAt(fieldIdOf(at, 'occurredAt'))}
          />
          <TimeInput
            id={fieldIdOf(at, 'occurredAt')}
            label={add.time}
            optional
            value={event.time}
            onChange={(time) => onChange({ ...event, time })}
          />
          <Field id={fieldIdOf(at, 'way')} label={add.way}>
            <Select
              options={seriesWays.map((value) => ({ value, label: ways[value] }))}
              value={event.way}
              onChange={(way) => onChange({ ...event, way: way || 'other' })}
            />
          </Field>
        </Row>
        <Field id={fieldIdOf(at, 'text')} label={add.text} error={errorAt(fieldIdOf(at, 'text'))}>
          <TextArea
            value={event.text}
            rows={3}
            limit={SERIES_LONGEST_TEXT}
            onChange={({ target }) => onChange({ ...event, text: target.value })}
          />
        </Field>
      </Stack>
    </Card>
  );
}
