import { useState } from 'react';
import { checkImport, type ImportMapping, type ImportReading, type ImportView } from '../../../contract/import.ts';
import { dateOrders, type ImportTarget } from '../../../contract/import-words.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Field } from '../../components/Field.tsx';
import { Select } from '../../components/Select.tsx';
import { Columns, Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { ColumnRow } from './ColumnRow.tsx';
import { PreviewCard } from './PreviewCard.tsx';
import { type ImportText, useImportText } from './text.ts';

/** What each column is, and what its words mean; beside it the first rows as they will stand. */
export function MappingStep({ view, onSent }: { view: ImportView; onSent: () => void }) {
  const text = useImportText();
  const [mapping, setMapping] = useState<ImportMapping>(
    view.mapping ?? { columns: {}, values: {}, dateOrder: 'day-first' },
  );
  const checking = useWrite(checkImport);
  const { reading, importId } = view;
  if (reading === null) return null;

  const chooseTarget = (header: string, target: ImportTarget) =>
    setMapping(({ columns, ...rest }) => ({ ...rest, columns: { ...columns, [header]: target } }));
  const chooseCode = (header: string, value: string, code: string | undefined) =>
    setMapping(({ values, ...rest }) => {
      const { [value]: _, ...others } = values[header] ?? {};
      return { ...rest, values: { ...values, [header]: code === undefined ? others : { ...others, [value]: code } } };
    });

  async function send() {
    if (await checking.send({ params: { importId }, body: { mapping } })) onSent();
  }

  return (
    <Columns>
      <Stack>
        <Card heading={text.mapTitle}>
          <Text soft>{text.mapLead}</Text>
          <Text soft>{factsOf(reading, text)}</Text>
          {hasDates(mapping) && <DateOrder mapping={mapping} onChange={setMapping} />}
          {reading.columns.map((column) => (
            <ColumnRow
              key={column.header}
              column={column}
              target={mapping.columns[column.header] ?? 'leave_out'}
              codes={mapping.values[column.header] ?? {}}
              onTarget={(target) => chooseTarget(column.header, target)}
              onCode={(value, code) => chooseCode(column.header, value, code)}
            />
          ))}
        </Card>
        <WriteProblem of={checking} />
        <div>
          <Button busy={checking.isBusy} onClick={() => void send()}>
            {text.tryAll}
          </Button>
        </div>
      </Stack>
      <Stack as="aside">
        <PreviewCard importId={importId} mapping={mapping} />
      </Stack>
    </Columns>
  );
}

function factsOf(reading: ImportReading, text: ImportText): string {
  const { rows, columns, headerRow, hasSecondHeader, sheet, otherSheets } = reading;
  return [
    text.readingFacts(rows, columns.length),
    headerRow > 1 && text.headerRow(headerRow),
    hasSecondHeader && text.secondHeader,
    sheet !== null && otherSheets.length > 0 && text.sheet(sheet),
    otherSheets.length > 0 && text.otherSheets(otherSheets.join(', ')),
  ]
    .filter(Boolean)
    .join(' ');
}

function hasDates({ columns }: ImportMapping): boolean {
  return Object.values(columns).some((target) => target === 'occurred' || target === 'reported');
}

function DateOrder({ mapping, onChange }: { mapping: ImportMapping; onChange: (mapping: ImportMapping) => void }) {
  const text = useImportText();
  return (
    <Field id="dateOrder" label={text.dateOrder}>
      <Select
        value={mapping.dateOrder}
        onChange={(dateOrder) => onChange({ ...mapping, dateOrder: dateOrder || 'day-first' })}
        options={dateOrders.map((value) => ({ value, label: text.dateOrders[value] }))}
      />
    </Field>
  );
}
