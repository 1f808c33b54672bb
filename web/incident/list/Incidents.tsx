import type { ReactNode } from 'react';
import { countIncidents, listIncidents } from '../../../contract/incident.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Stack } from '../../components/Stack.tsx';
import type { Column } from '../../components/Table.tsx';
import { Text } from '../../components/Text.tsx';
import { Answered } from '../../session/Answered.tsx';
import { MorePages } from '../../session/MorePages.tsx';
import { useRead, useReadPages } from '../../session/useRead.ts';
import { useHandOverText } from '../hand-over/text.ts';
import { useHandingOver } from '../hand-over/useHandingOver.tsx';
import { incidentTitle } from '../incidentTitle.ts';
import { useIncidentText } from '../text.ts';
import { type NarrowingWord, narrowingWords, without } from './filters.ts';
import { IncidentTable, type Row } from './IncidentTable.tsx';
import { useListText } from './text.ts';
import { useFilterNames } from './useFilterNames.ts';
import { everything, type Filters } from './useFilters.ts';

/** What fits the filters, newest first, and how many there are as far as that is quickly counted. */
export function Incidents({ filters }: { filters: Filters }) {
  const pages = useReadPages(
    listIncidents,
    (cursor) => ({ query: { ...filters.filters, ...(cursor && { cursor }) } }),
    { live: ['incident'] },
  );
  return (
    <Answered of={pages}>
      {({ pages: answered }) => (
        <Listed
          filters={filters}
          rows={answered.flatMap((page) => page.incidents)}
          pager={(shown) => <MorePages of={pages} shown={shown} />}
        />
      )}
    </Answered>
  );
}

interface ListedProps {
  filters: Filters;
  rows: readonly Row[];
  pager: (shown: number) => ReactNode;
}

/** Several can be handed over at once, to whoever may have them. What came of it is told, also when nothing is left in the list. */
function Listed({ filters, rows, pager }: ListedProps) {
  const text = useIncidentText();
  const { chooseColumn } = useHandOverText();
  const isFiltered = Object.keys(filters.on).length > 0;
  const chosen = (row: Row) => ({ id: row.incidentId, title: `${incidentTitle(text, row)}, ${row.number}` });
  const handing = useHandingOver('dossiers', rows.map(chosen));
  const box: Column<Row> = {
    id: 'box',
    header: chooseColumn,
    kind: 'box',
    cell: (row) => handing.boxOf(chosen(row)),
  };
  return (
    <Stack>
      {handing.result}
      {rows.length === 0 ? (
        <Nothing filters={filters} isFiltered={isFiltered} />
      ) : (
        <>
          {isFiltered && <Count filters={filters} />}
          {handing.start && <div className="above-table">{handing.start}</div>}
          <IncidentTable caption={text.list.caption} rows={rows} box={handing.isChoosing ? box : undefined} />
          {pager(rows.length)}
        </>
      )}
      {handing.bar}
    </Stack>
  );
}

function Nothing({ filters, isFiltered }: { filters: Filters; isFiltered: boolean }) {
  const { list: text } = useIncidentText();
  if (isFiltered) return <NothingFits filters={filters} />;
  return (
    <EmptyState drawing="inbox" title={text.emptyTitle}>
      {text.empty}
    </EmptyState>
  );
}

function Count({ filters: { filters } }: { filters: Filters }) {
  const text = useListText();
  const { data } = useRead(countIncidents, { query: filters }, { live: ['incident'], keepPrevious: true });
  return (
    <Text soft role="status">
      {data ? text.count(data.count, data.isMore) : '…'}
    </Text>
  );
}

/** Which filter to take away: each that leaves something, with how much. */
function NothingFits({ filters }: { filters: Filters }) {
  const text = useListText();
  const on = narrowingWords.filter((word) => filters.on[word]);
  return (
    <EmptyState
      drawing="search"
      title={text.empty.title}
      action={
        <Stack>
          {on.map((word) => (
            <Proposal key={word} word={word} filters={filters} />
          ))}
          <Button kind="plain" onClick={() => filters.show({ ...everything, wie: filters.words.wie })}>
            {text.empty.all}
          </Button>
        </Stack>
      }
    >
      {text.empty.lead}
    </EmptyState>
  );
}

function Proposal({ word, filters }: { word: NarrowingWord; filters: Filters }) {
  const text = useListText();
  const nameOf = useFilterNames(filters);
  const { data } = useRead(countIncidents, { query: without(filters, word) });
  if (!data || data.count === 0) return null;
  return (
    <Button kind="secondary" onClick={() => filters.change({ [word]: undefined })}>
      {text.empty.without(nameOf(word), text.count(data.count, data.isMore))}
    </Button>
  );
}
