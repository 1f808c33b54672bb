import { useState } from 'react';
import { type ImportColumn, importColumns } from '../../../contract/organisation-words.ts';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import { Select } from '../../components/Select.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { useOrganisationText } from '../text.ts';
import type { Columns, Preview } from './ImportPage.tsx';

interface ColumnsStepProps {
  preview: Preview;
  onChosen: (columns: Columns) => void;
}

/** Which column holds what. The server guessed; a person decides, with an example from the file at each. */
export function ColumnsStep({ preview, onChosen }: ColumnsStepProps) {
  const { import: text } = useOrganisationText();
  const [columns, setColumns] = useState<Columns>(preview.columns);
  const headers = preview.headers.map((header, place) => ({
    value: String(place),
    label: header || String(place + 1),
  }));

  function choose(column: ImportColumn, place: string) {
    const { [column]: _, ...others } = columns;
    setColumns(place === '' ? others : { ...others, [column]: Number(place) });
  }

  return (
    <Stack gap="l">
      <Text soft>{text.rows(preview.rows)}</Text>
      <div className="columns-guess">
        {importColumns.map((column) => {
          const place = columns[column];
          const example = place === undefined ? '' : (preview.sample[0]?.[place] ?? '');
          return (
            <Field
              key={column}
              id={`columns-${column}`}
              label={text.columns[column]}
              hint={example ? text.example(example) : undefined}
            >
              <Select
                value={place === undefined ? '' : String(place)}
                onChange={(chosen) => choose(column, chosen)}
                options={headers}
                emptyLabel={text.notThere}
                width="full"
              />
            </Field>
          );
        })}
      </div>
      <Row>
        <Button onClick={() => onChosen(columns)}>{text.check}</Button>
      </Row>
    </Stack>
  );
}
