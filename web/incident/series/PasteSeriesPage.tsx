import { useState } from 'react';
import { readSeries, SERIES_MOST_AT_ONCE } from '../../../contract/incident.ts';
import { recogniseEvents } from '../../../contract/recognise-events.ts';
import { FileChooser } from '../../attachments/FileChooser.tsx';
import { useDroppedFiles } from '../../attachments/useDroppedFiles.ts';
import { Button } from '../../components/Button.tsx';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { Card } from '../../components/Card.tsx';
import { classes } from '../../components/classes.ts';
import type { FieldError } from '../../components/ErrorSummary.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { Field } from '../../components/Field.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useAddressPart } from '../../session/address.ts';
import { serverNow } from '../../session/now.ts';
import { useRead } from '../../session/useRead.ts';
import { onDutchClock } from '../../text/dutchClock.ts';
import { CheckEvents, type FoundEvents } from './CheckEvents.tsx';
import { eventsInFiles } from './events-in-files.ts';
import { seriesTrail } from './series-trail.ts';
import { useSeriesText } from './text.ts';
import './series.css';

/** Many at once: chosen or pasted, taken apart on this device, looked over, and only then sent. */
export function PasteSeriesPage() {
  const { paste: text, title } = useSeriesText();
  const incidentId = useAddressPart('incidentId');
  const series = useRead(readSeries, { params: { incidentId }, query: { limit: 1 } });
  const [pasted, setPasted] = useState('');
  const [found, setFound] = useState<FoundEvents | null>(null);
  return (
    <Answered of={series} isPage>
      {(answer) => (
        <Stack gap="l" className="series-paste">
          <PageHeader
            title={text.title}
            tabTitle={`${text.title} ${answer.number}`}
            lead={found ? text.checkLead : text.lead}
            trail={[
              ...seriesTrail(incidentId, answer, title).slice(0, 1),
              { label: title, href: `/reeks/${incidentId}` },
              { label: text.title },
            ]}
          />
          {found ? (
            <CheckEvents incidentId={incidentId} found={found} onBack={() => setFound(null)} />
          ) : (
            <>
              <SeriesFiles onFound={setFound} />
              <Card heading={text.pasted}>
                <PasteForm incidentId={incidentId} pasted={pasted} onChange={setPasted} onFound={setFound} />
              </Card>
            </>
          )}
        </Stack>
      )}
    </Answered>
  );
}

function SeriesFiles({ onFound }: { onFound: (found: FoundEvents) => void }) {
  const { paste: text } = useSeriesText();
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<string>();
  const isOver = useDroppedFiles((files) => void read(files));

  async function read(files: readonly File[]) {
    setProblem(undefined);
    setReading(true);
    const events = await eventsInFiles(files);
    setReading(false);
    if (events.length > 0 && events.length <= SERIES_MOST_AT_ONCE) return onFound({ events, loose: '' });
    setProblem(events.length === 0 ? text.noneInFiles : text.tooMany(SERIES_MOST_AT_ONCE));
  }

  return (
    <Card heading={text.files} className={classes('series__files', isOver && 'series__files--over')}>
      <Stack>
        <Text>{text.filesHint}</Text>
        <Row className="add-files__ways">
          <FileChooser label={text.chooseFiles} kind="files" also=".txt" onFiles={(files) => void read(files)} />
        </Row>
        <p className="add-files__hint">{isOver ? text.dropNow : text.drop}</p>
        <p role={problem ? 'alert' : 'status'} className="series__read">
          {problem ?? (isReading && text.reading)}
        </p>
      </Stack>
    </Card>
  );
}

interface PasteFormProps {
  incidentId: string;
  pasted: string;
  onChange: (pasted: string) => void;
  onFound: (found: FoundEvents) => void;
}

function PasteForm({ incidentId, pasted, onChange, onFound }: PasteFormProps) {
  const { paste: text } = useSeriesText();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);

  function find() {
    const found = recogniseEvents(pasted, onDutchClock(serverNow()).date);
    const count = found.events.length;
    if (count > 0 && count <= SERIES_MOST_AT_ONCE) return onFound(found);
    setErrors([{ fieldId: 'pasted', message: count === 0 ? text.nothing : text.tooMany(SERIES_MOST_AT_ONCE) }]);
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        find();
      }}
    >
      <Stack gap="l">
        <ErrorSummary errors={errors} />
        <Field id="pasted" label={text.label} hint={text.hint} error={errors[0]?.message}>
          <TextArea value={pasted} rows={12} onChange={({ target }) => onChange(target.value)} />
        </Field>
        <Row>
          <Button type="submit">{text.find}</Button>
          <ButtonLink kind="plain" href={`/reeks/${incidentId}`}>
            {text.cancel}
          </ButtonLink>
        </Row>
      </Stack>
    </form>
  );
}
