import { useState } from 'react';
import { addToSeries, listAttachments, SERIES_LONGEST_TEXT, seriesWays } from '../../../contract/incident.ts';
import { addFiles } from '../../attachments/queue.ts';
import { Advice } from '../../components/Advice.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import type { FieldError } from '../../components/ErrorSummary.tsx';
import { Field } from '../../components/Field.tsx';
import { Heading } from '../../components/Heading.tsx';
import { Select } from '../../components/Select.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { TimeInput } from '../../components/TimeInput.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useGoTo } from '../../session/address.ts';
import { serverNow } from '../../session/now.ts';
import { SmallForm } from '../../session/SmallForm.tsx';
import { useRead } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import type { EventInFile } from './events-in-files.ts';
import { useSeriesText } from './text.ts';
import { missingIn, toSend, type WrittenEvent } from './written-event.ts';

/** What was taken apart on this device, and of which file. */
export interface FoundEvents {
  readonly events: readonly EventInFile[];
  readonly loose: string;
}

interface FoundEvent extends WrittenEvent {
  readonly file: File | undefined;
}

interface CheckEventsProps {
  incidentId: string;
  found: FoundEvents;
  onBack: () => void;
}

/** What was found, to look over before anything is kept. */
export function CheckEvents({ incidentId, found, onBack }: CheckEventsProps) {
  const { paste: text } = useSeriesText();
  const say = useSay();
  const goTo = useGoTo();
  const adding = useWrite(addToSeries);
  const [events, setEvents] = useState<readonly FoundEvent[]>(() => found.events.map(written));
  const files = [...new Set(events.flatMap(({ file }) => file ?? []))];
  const list = useRead(listAttachments, { params: { incidentId }, query: { limit: 1 } });
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
    // Each file on its own, and again where the network fails: what happened stands there already.
    if (list.data?.mayAdd) addFiles(incidentId, files, list.data.limits);
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
      {files.length > 0 && list.data?.mayAdd && <Text soft>{text.filesToo}</Text>}
      {found.loose && (
        <Advice title={text.looseTitle}>
          {text.loose}
          <p className="series__words">{found.loose}</p>
        </Advice>
      )}
      {events.map((event, at) => (
        <EventToCheck
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

const written = ({ way, day, time, text, file }: EventInFile): FoundEvent => ({
  eventId: crypto.randomUUID(),
  way,
  day,
  time: time ?? '',
  text: text.slice(0, SERIES_LONGEST_TEXT),
  file,
});

/** As the pointers of the contract, so that what the server says lands at its field. */
const fieldIdOf = (at: number, part: 'text' | 'day' | 'occurredAt' | 'way') => `events-${at}-${part}`;

interface EventToCheckProps {
  at: number;
  event: FoundEvent;
  errorAt: (fieldId: string) => string | undefined;
  onChange: (event: FoundEvent) => void;
  onLeaveOut: () => void;
}

function EventToCheck({ at, event, errorAt, onChange, onLeaveOut }: EventToCheckProps) {
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
        {event.file && (
          <Text soft small>
            {text.fromFile(event.file.name)}
          </Text>
        )}
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
