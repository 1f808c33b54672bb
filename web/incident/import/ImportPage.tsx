import '../incident.css';
import './import.css';
import { useEffect, useState } from 'react';
import { type ImportView, readImport, runImport } from '../../../contract/import.ts';
import { busyStates } from '../../../contract/import-words.ts';
import { Advice } from '../../components/Advice.tsx';
import { Button } from '../../components/Button.tsx';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { Card } from '../../components/Card.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Tag } from '../../components/Tag.tsx';
import { Text } from '../../components/Text.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useAddressPart } from '../../session/address.ts';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useRead } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import { useBilingual } from '../../text/index.ts';
import { CheckedStep } from './CheckedStep.tsx';
import { DoneStep } from './DoneStep.tsx';
import { importTones } from './importTones.ts';
import { MappingStep } from './MappingStep.tsx';
import { useImportText } from './text.ts';

const LOOK_AGAIN_MS = 700;

/** One register on its way in: what is asked now depends on how far it is. */
export function ImportPage() {
  const importId = useAddressPart('importId');
  const read = useRead(readImport, { params: { importId } });
  const isBusy = read.data !== undefined && busyStates.includes(read.data.state);
  const { refetch } = read;
  useEffect(() => {
    if (!isBusy) return;
    const timer = setInterval(() => void refetch(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isBusy, refetch]);
  return (
    <Answered of={read} isPage>
      {(view) => <OneImport view={view} />}
    </Answered>
  );
}

function OneImport({ view }: { view: ImportView }) {
  const text = useImportText();
  return (
    <Stack gap="l">
      <PageHeader
        title={view.fileName}
        trail={[{ label: text.title, href: '/meldingen/inlezen' }, { label: view.fileName }]}
        tags={<Tag tone={importTones[view.state]}>{text.states[view.state]}</Tag>}
      />
      <StepOf view={view} />
    </Stack>
  );
}

function StepOf({ view }: { view: ImportView }) {
  const text = useImportText();
  const [isChanging, setChanging] = useState(false);
  switch (view.state) {
    case 'uploading':
      return <Stopped title={text.unfinished} />;
    case 'unreadable':
      return <Unreadable view={view} />;
    case 'reading':
    case 'checking':
    case 'importing':
    case 'undoing':
      return <Busy view={view} />;
    case 'read':
      return <MappingStep view={view} onSent={() => setChanging(false)} />;
    case 'checked':
      return isChanging ? (
        <MappingStep view={view} onSent={() => setChanging(false)} />
      ) : (
        <CheckedStep view={view} onChange={() => setChanging(true)} />
      );
    case 'imported':
    case 'undone':
      return <DoneStep view={view} />;
  }
}

function Busy({ view }: { view: ImportView }) {
  const text = useImportText();
  const going = useWrite(runImport);
  const { importId, done, rows, state } = view;
  return (
    <Card className="import-file">
      <Stack>
        <div role="status">
          <Text>{text.states[state]}</Text>
        </div>
        {rows > 0 && state !== 'undoing' ? (
          <>
            <progress className="import-progress" max={rows} value={done} aria-label={text.progress(done, rows)} />
            <Text soft>{text.progress(done, rows)}</Text>
          </>
        ) : (
          <progress className="import-progress" aria-label={text.states[state]} />
        )}
        <Text soft>{text.mayLeave}</Text>
        {state === 'importing' && (
          <>
            <Text soft>{text.stuck}</Text>
            <WriteProblem of={going} />
            <div>
              <Button kind="plain" busy={going.isBusy} onClick={() => void going.send({ params: { importId } })}>
                {text.goOn}
              </Button>
            </div>
          </>
        )}
      </Stack>
    </Card>
  );
}

function Unreadable({ view }: { view: ImportView }) {
  const text = useImportText();
  const say = useBilingual();
  return <Stopped title={text.unreadableTitle}>{view.problem && <Text>{say(view.problem)}</Text>}</Stopped>;
}

function Stopped({ title, children }: { title: string; children?: React.ReactNode }) {
  const text = useImportText();
  return (
    <Stack>
      <Advice tone="amber" title={title}>
        {children}
      </Advice>
      <div>
        <ButtonLink href="/meldingen/inlezen">{text.another}</ButtonLink>
      </div>
    </Stack>
  );
}
