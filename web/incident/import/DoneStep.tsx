import { useState } from 'react';
import { type ImportView, undoImport } from '../../../contract/import.ts';
import { Advice } from '../../components/Advice.tsx';
import { Button } from '../../components/Button.tsx';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { Card } from '../../components/Card.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Table } from '../../components/Table.tsx';
import { Text } from '../../components/Text.tsx';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { useImportText } from './text.ts';
import { WrongRowsCard } from './WrongRowsCard.tsx';

/** What came of it, counted so that it can be laid beside the old register; and the way back. */
export function DoneStep({ view }: { view: ImportView }) {
  const text = useImportText();
  const isUndone = view.state === 'undone';
  return (
    <Stack gap="l">
      <Stack className="narrow">
        {isUndone ? (
          <Advice title={text.undoneTitle(view.removed)} announce>
            <Text>{text.kept(view.kept)}</Text>
          </Advice>
        ) : (
          <Advice tone="green" title={text.importedTitle(view.added)} announce>
            <Text>{text.importedLead}</Text>
            {view.known > 0 && <Text>{text.known(view.known)}</Text>}
          </Advice>
        )}
        <div>
          <ButtonLink href="/meldingen">{text.toList}</ButtonLink>
        </div>
        <WrongRowsCard view={view} />
      </Stack>
      <Totals totals={view.totals} />
      {!isUndone && view.added > 0 && <Undo importId={view.importId} />}
    </Stack>
  );
}

function Totals({ totals }: { totals: ImportView['totals'] }) {
  const text = useImportText();
  if (!totals || totals.years.length === 0) return null;
  const many = { id: 'count', header: text.many, kind: 'figure' } as const;
  return (
    <Card heading={text.totalsTitle}>
      <Stack>
        <Text soft>{text.totalsLead}</Text>
        <div className="import-totals">
          <Table
            caption={text.years}
            showCaption
            columns={[
              { id: 'year', header: text.year, kind: 'title', cell: ({ year }) => year },
              { ...many, cell: ({ count }) => count },
            ]}
            rows={totals.years}
            rowId={({ year }) => String(year)}
          />
          {totals.sorts.length > 0 && (
            <Table
              caption={text.sorts}
              showCaption
              columns={[
                { id: 'sort', header: text.sort, kind: 'title', cell: ({ sort }) => sort },
                { ...many, cell: ({ count }) => count },
              ]}
              rows={totals.sorts}
              rowId={({ sort }) => sort}
            />
          )}
        </div>
      </Stack>
    </Card>
  );
}

function Undo({ importId }: { importId: string }) {
  const text = useImportText();
  const [isAsked, setAsked] = useState(false);
  const undoing = useWrite(undoImport);
  if (!isAsked) {
    return (
      <div>
        <Button kind="plain" onClick={() => setAsked(true)}>
          {text.undo}
        </Button>
      </div>
    );
  }
  return (
    <Stack className="narrow">
      <Advice tone="amber" title={text.undoSure} announce>
        <Text>{text.undoLead}</Text>
      </Advice>
      <WriteProblem of={undoing} />
      <Row>
        <Button busy={undoing.isBusy} onClick={() => void undoing.send({ params: { importId } })}>
          {text.undoYes}
        </Button>
        <Button kind="plain" onClick={() => setAsked(false)}>
          {text.undoNo}
        </Button>
      </Row>
    </Stack>
  );
}
