import { useEffect, useState } from 'react';
import type { AnswerOf } from '../../../contract/endpoint.ts';
import { type ImportMapping, previewImportRows } from '../../../contract/import.ts';
import { Card } from '../../components/Card.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Tag } from '../../components/Tag.tsx';
import { Text } from '../../components/Text.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useRead } from '../../session/useRead.ts';
import { useBilingual } from '../../text/index.ts';
import { incidentTitle } from '../incidentTitle.ts';
import { useOccurred } from '../occurred.ts';
import { stateTones } from '../stateTones.ts';
import { useIncidentText } from '../text.ts';
import { useImportText } from './text.ts';

type PreviewRow = AnswerOf<typeof previewImportRows>['rows'][number];

const PAUSE_MS = 400;

/** The first rows as they will stand with what is chosen now. */
export function PreviewCard({ importId, mapping }: { importId: string; mapping: ImportMapping }) {
  const text = useImportText();
  const settled = useSettled(mapping);
  const preview = useRead(
    previewImportRows,
    { params: { importId }, body: { mapping: settled } },
    { keepPrevious: true },
  );
  return (
    <Card heading={text.previewTitle}>
      <Answered of={preview}>
        {({ rows }) => (
          <div aria-live="polite">
            {rows.map((row) => (
              <Row key={row.row} row={row} />
            ))}
          </div>
        )}
      </Answered>
    </Card>
  );
}

/** What was chosen, once somebody pauses. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

function Row({ row: { row, problems, incident } }: { row: PreviewRow }) {
  const text = useImportText();
  const say = useBilingual();
  return (
    <Stack gap="xs" className="import-row">
      <span className="soft small">
        {[text.row(row), incident?.number && text.oldNumber(incident.number)].filter(Boolean).join(' · ')}
      </span>
      {incident ? (
        <Incident incident={incident} />
      ) : (
        <>
          <div>
            <Tag tone="amber">{text.rowWrong}</Tag>
          </div>
          {problems.map((problem) => (
            <Text key={`${problem.code}-${problem.column}`}>
              {[problem.column && `${problem.column}:`, say(problem.text)].filter(Boolean).join(' ')}
            </Text>
          ))}
        </>
      )}
    </Stack>
  );
}

function Incident({ incident }: { incident: NonNullable<PreviewRow['incident']> }) {
  const text = useImportText();
  const words = useIncidentText();
  const occurred = useOccurred();
  const { occurredAt, occurredPrecision, locationName, placeText, teamName, aggressor, story, state } = incident;
  const where = [occurred(occurredAt, occurredPrecision), placeText?.replaceAll('\n', ', '), teamName];
  return (
    <>
      <strong>{incidentTitle(words, { ...incident, placeName: locationName })}</strong>
      <span className="soft small">{where.filter(Boolean).join(' · ')}</span>
      <div>
        <Tag tone={stateTones[state]}>{words.states[state]}</Tag>
      </div>
      <Text className="import-row__text" soft={story === null}>
        {[aggressor, story].filter(Boolean).join('\n') || text.noStory}
      </Text>
    </>
  );
}
