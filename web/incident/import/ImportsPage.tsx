import '../incident.css';
import './import.css';
import { useState } from 'react';
import type { AnswerOf } from '../../../contract/endpoint.ts';
import { listImports } from '../../../contract/import.ts';
import { IMPORT_MOST_BYTES } from '../../../contract/import-words.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Field } from '../../components/Field.tsx';
import { Link } from '../../components/Link.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ProblemView } from '../../components/ProblemView.tsx';
import { Stack } from '../../components/Stack.tsx';
import { type Column, Table } from '../../components/Table.tsx';
import { Tag } from '../../components/Tag.tsx';
import { Text } from '../../components/Text.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { AnsweredList } from '../../session/AnsweredList.tsx';
import { useGoTo } from '../../session/address.ts';
import { useNow } from '../../session/now.ts';
import { Problem } from '../../session/problem.ts';
import { useShownProblem } from '../../session/ShownProblem.tsx';
import { useReadPages } from '../../session/useRead.ts';
import { useMoments } from '../../text/moments.ts';
import { importTones } from './importTones.ts';
import { sendFile } from './send-file.ts';
import { useImportText } from './text.ts';

/** Where a register comes in, and what came in before. */
export function ImportsPage() {
  const text = useImportText();
  return (
    <Stack gap="l">
      <PageHeader
        title={text.title}
        lead={text.lead}
        trail={[{ label: text.incidents, href: '/meldingen' }, { label: text.title }]}
      />
      <FileCard />
      <Earlier />
    </Stack>
  );
}

function FileCard() {
  const text = useImportText();
  const goTo = useGoTo();
  const [file, setFile] = useState<File | null>(null);
  const [error, setError] = useState<string>();
  const [percent, setPercent] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const shown = useShownProblem(problem);

  async function send() {
    const flaw = flawOf(file);
    setError(flaw && text[flaw]);
    if (!file || flaw || percent !== null) return;
    setProblem(null);
    setPercent(0);
    try {
      goTo(`/meldingen/inlezen/${await sendFile(file, setPercent)}`);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      setProblem(failure);
      setPercent(null);
    }
  }

  return (
    <Card className="import-file">
      <Stack>
        {shown && <ProblemView problem={shown} />}
        <Field id="file" label={text.file} hint={text.fileHint} error={error}>
          <TextInput
            type="file"
            accept=".csv,.txt,.tsv,.xlsx,.xlsm,.ods"
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null);
              setError(undefined);
            }}
          />
        </Field>
        {percent !== null && (
          <div role="status">
            <progress className="import-progress" max={100} value={percent} aria-label={text.sending(percent)} />
            <Text soft>{text.sending(percent)}</Text>
          </div>
        )}
        <div>
          <Button busy={percent !== null} onClick={() => void send()}>
            {text.send}
          </Button>
        </div>
      </Stack>
    </Card>
  );
}

function flawOf(file: File | null): 'choose' | 'empty' | 'tooLarge' | undefined {
  if (file === null) return 'choose';
  if (file.size === 0) return 'empty';
  return file.size > IMPORT_MOST_BYTES ? 'tooLarge' : undefined;
}

type ImportRow = AnswerOf<typeof listImports>['imports'][number];

function Earlier() {
  const text = useImportText();
  const moments = useMoments();
  const now = useNow();
  const pages = useReadPages(listImports, (cursor) => ({ query: cursor ? { cursor } : {} }));
  const columns: readonly Column<ImportRow>[] = [
    {
      id: 'file',
      header: text.columnsOfList.file,
      kind: 'title',
      cell: (row) => <Link href={`/meldingen/inlezen/${row.importId}`}>{row.fileName}</Link>,
    },
    {
      id: 'when',
      header: text.columnsOfList.when,
      cell: (row) => [moments.moment(row.startedAt, now), row.startedBy].filter(Boolean).join(', '),
    },
    { id: 'rows', header: text.columnsOfList.rows, kind: 'figure', cell: (row) => row.rows },
    {
      id: 'state',
      header: text.columnsOfList.state,
      cell: (row) => <Tag tone={importTones[row.state]}>{text.states[row.state]}</Tag>,
    },
  ];
  return (
    <AnsweredList of={pages} itemsOf={(page) => page.imports} empty={null}>
      {(imports) => (
        <Table caption={text.earlier} showCaption columns={columns} rows={imports} rowId={(row) => row.importId} />
      )}
    </AnsweredList>
  );
}
