import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { Link } from '../../components/Link.tsx';
import { Quote } from '../../components/Quote.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { type Column, Table } from '../../components/Table.tsx';
import { Text } from '../../components/Text.tsx';
import { useNow } from '../../session/now.ts';
import { useMoments } from '../../text/moments.ts';
import { explain, type Pattern } from './explain.ts';
import { usePatternText } from './text.ts';
import type { OnPatternDeed } from './usePatternDialogs.tsx';

/** One proposal: why it is one, what was noted, and what can be done with it. */
export function PatternCard({ pattern, onDeed }: { pattern: Pattern; onDeed: OnPatternDeed }) {
  const text = usePatternText();
  const moments = useMoments();
  const now = useNow();
  return (
    <Card
      as="article"
      heading={explain(pattern, text)}
      aside={
        <Text soft small>
          {text.found(moments.moment(pattern.foundAt, now))}
        </Text>
      }
    >
      <Stack>
        {pattern.isEmotion && <Text>{pattern.mayName ? text.emotionOfPerson : text.emotionOfMany}</Text>}
        <Disclosure summary={text.signals}>
          <Signals signals={pattern.signals} />
        </Disclosure>
        {pattern.asked && <Asked asked={pattern.asked} />}
        {pattern.decision ? <Decided decision={pattern.decision} /> : <Decide pattern={pattern} onDeed={onDeed} />}
      </Stack>
    </Card>
  );
}

function Decide({ pattern, onDeed }: { pattern: Pattern; onDeed: OnPatternDeed }) {
  const text = usePatternText();
  return (
    <Row>
      {pattern.asked === null && <Button onClick={() => onDeed(pattern, 'ask')}>{text.ask}</Button>}
      <Button kind={pattern.asked === null ? 'secondary' : 'primary'} onClick={() => onDeed(pattern, 'report')}>
        {text.report}
      </Button>
      <Button kind="plain" onClick={() => onDeed(pattern, 'aside')}>
        {text.aside}
      </Button>
    </Row>
  );
}

function Asked({ asked }: { asked: NonNullable<Pattern['asked']> }) {
  const text = usePatternText();
  const moments = useMoments();
  const now = useNow();
  return (
    <Stack gap="s">
      <Text>{text.asked(moments.day(asked.at, now), asked.of)}</Text>
      {asked.answers.length === 0 && asked.declined === 0 && <Text soft>{text.noAnswers}</Text>}
      {asked.answers.length > 0 && (
        <>
          <Text>{text.answers}</Text>
          {/* Two who say the very same say it once. */}
          {[...new Set(asked.answers)].map((answer) => (
            <Quote key={answer}>{answer}</Quote>
          ))}
        </>
      )}
      {asked.declined > 0 && <Text soft>{text.declined(asked.declined)}</Text>}
    </Stack>
  );
}

function Decided({ decision: { at, by, reason, incident } }: { decision: NonNullable<Pattern['decision']> }) {
  const text = usePatternText();
  const moments = useMoments();
  const when = moments.day(at, useNow());
  if (reason !== null) {
    return (
      <Stack gap="s">
        <Text>{text.decidedAside(by.name, when)}</Text>
        <Quote>{reason}</Quote>
      </Stack>
    );
  }
  return (
    <Stack gap="s">
      <Text>{text.decidedReport(by.name, when)}</Text>
      {incident && <Link href={`/meldingen/${incident.incidentId}`}>{text.toReport(incident.number)}</Link>}
    </Stack>
  );
}

function Signals({ signals }: { signals: Pattern['signals'] }) {
  const text = usePatternText();
  const moments = useMoments();
  const now = useNow();
  const columns: readonly Column<Pattern['signals'][number]>[] = [
    {
      id: 'what',
      header: text.columns.what,
      kind: 'title',
      cell: ({ column, corrected }) =>
        [column ? text.what[column] : text.unknownKind, corrected && text.corrected].filter(Boolean).join(', '),
    },
    {
      id: 'source',
      header: text.columns.source,
      cell: ({ incident }) =>
        incident ? (
          <Link href={`/meldingen/${incident.incidentId}`}>{text.reportNumber(incident.number)}</Link>
        ) : (
          text.note
        ),
    },
    {
      id: 'when',
      header: text.columns.when,
      cell: ({ occurredAt, isDayOnly }) => (isDayOnly ? moments.day(occurredAt, now) : moments.moment(occurredAt, now)),
    },
    { id: 'where', header: text.columns.where, cell: ({ placeName }) => placeName ?? '–' },
    { id: 'team', header: text.columns.team, cell: ({ teamName }) => teamName ?? '–' },
  ];
  return <Table caption={text.signalsCaption} columns={columns} rows={signals} rowId={({ signalId }) => signalId} />;
}
