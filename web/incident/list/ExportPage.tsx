import './list.css';
import { useState } from 'react';
import {
  askExport,
  codeColumnOf,
  type ExportColumn,
  type ExportFormat,
  exportFormats,
  nameColumns,
  plainColumns,
  wordColumns,
} from '../../../contract/incident.ts';
import { Advice } from '../../components/Advice.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { ManyChoices, OneChoice } from '../../components/ChoiceCards.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { Field } from '../../components/Field.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { useLanguage } from '../../text/language.ts';
import { useIncidentText } from '../text.ts';
import { ExportFiles } from './ExportFiles.tsx';
import { addressOf, narrowingWords, wordsToKeep } from './filters.ts';
import { useListText } from './text.ts';
import { useFilterNames } from './useFilterNames.ts';
import { type Filters, useFilters } from './useFilters.ts';

type NameColumn = (typeof nameColumns)[number];
type PlainColumn = (typeof plainColumns)[number];

/** What most people want; the others are there to tick. */
const usual: readonly PlainColumn[] = ['number', 'reportedAt', 'kind', 'severity', 'state', 'team', 'location'];
const leastReason = 10;

/** The list as a spreadsheet: which, what kind of file, which columns, and names only with a reason. */
export function ExportPage() {
  const text = useListText().export;
  const filters = useFilters();
  return (
    <Stack gap="l" className="narrow">
      <PageHeader
        title={text.title}
        lead={text.lead}
        trail={[
          { label: text.back, href: addressOf('/meldingen', wordsToKeep(filters, filters.seesAll)) },
          { label: text.title },
        ]}
      />
      <Advice tone="amber" title={text.confidential}>
        <Text>{text.confidentialLead}</Text>
      </Advice>
      <ExportFiles />
      <WhichList filters={filters} />
      <ExportForm filters={filters} />
    </Stack>
  );
}

function WhichList({ filters }: { filters: Filters }) {
  const text = useListText().export;
  const { list } = useIncidentText();
  const nameOf = useFilterNames(filters);
  const on = narrowingWords.filter((word) => filters.on[word]);
  return (
    <Card heading={text.which} aside={list.scopes[filters.scope]}>
      {on.length === 0 ? (
        <Text>{text.everything}</Text>
      ) : (
        <ul>
          {on.map((word) => (
            <li key={word}>{nameOf(word)}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function ExportForm({ filters: { filters } }: { filters: Filters }) {
  const text = useListText().export;
  const language = useLanguage();
  const say = useSay();
  const ask = useWrite(askExport);
  const [exportId, setExportId] = useState(() => crypto.randomUUID());
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const [columns, setColumns] = useState<readonly PlainColumn[]>(usual);
  const [withCodes, setWithCodes] = useState(false);
  const [names, setNames] = useState<readonly NameColumn[]>([]);
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);

  const flaws = [
    ...(columns.length === 0 ? [{ fieldId: 'columns', message: text.noColumns }] : []),
    ...(names.length > 0 && reason.trim().length < leastReason ? [{ fieldId: 'reason', message: text.noReason }] : []),
  ];
  const shown = isAsked ? flaws : [];
  const errorAt = (fieldId: string) => shown.find((flaw) => flaw.fieldId === fieldId)?.message;

  async function make() {
    setAsked(true);
    if (flaws.length > 0) return;
    const { from, until, ...others } = filters;
    const worded = wordColumns.filter((column) => columns.includes(column));
    const codes = withCodes ? worded.map((column) => codeColumnOf[column]) : [];
    const wanted: ExportColumn[] = [...columns, ...codes, ...names];
    const body = {
      exportId,
      format,
      language,
      filters: { ...others, ...(from && { fromOn: from }), ...(until && { untilOn: until }) },
      columns: wanted,
      ...(names.length > 0 && { reason: reason.trim() }),
    };
    if (!(await ask.send({ body }))) return;
    say(text.making);
    setExportId(crypto.randomUUID());
    window.scrollTo({ top: 0 });
  }

  const choicesOf = <Column extends PlainColumn | NameColumn>(all: readonly Column[]) =>
    all.map((value) => ({ value, label: text.columnNames[value] }));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <Stack gap="l">
        {shown.length > 0 ? <ErrorSummary errors={shown} /> : <WriteProblem of={ask} />}
        <OneChoice
          id="format"
          legend={text.format}
          beside="wide"
          choices={exportFormats.map((value) => ({ value, label: text.formats[value], hint: text.formatHints[value] }))}
          chosen={format}
          onChange={setFormat}
        />
        <ManyChoices
          id="columns"
          legend={text.columns}
          beside="wide"
          error={errorAt('columns')}
          choices={choicesOf(plainColumns)}
          chosen={columns}
          onChange={setColumns}
        />
        {wordColumns.some((column) => columns.includes(column)) && (
          <Checkbox id="codes" checked={withCodes} onChange={setWithCodes} hint={text.codesHint}>
            {text.codes}
          </Checkbox>
        )}
        <ManyChoices
          id="names"
          legend={text.names}
          hint={text.namesHint}
          optional
          beside="wide"
          choices={choicesOf(nameColumns)}
          chosen={names}
          onChange={setNames}
        />
        {names.length > 0 && (
          <Field id="reason" label={text.reason} hint={text.reasonHint} error={errorAt('reason')}>
            <TextArea rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
          </Field>
        )}
        <div>
          <Button type="submit" busy={ask.isBusy}>
            {text.make}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
