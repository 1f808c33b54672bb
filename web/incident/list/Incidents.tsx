import { countIncidents, listIncidents } from '../../../contract/incident.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { KeysetPager } from '../../components/KeysetPager.tsx';
import { Stack } from '../../components/Stack.tsx';
import type { Column } from '../../components/Table.tsx';
import { Text } from '../../components/Text.tsx';
import { Answered } from '../../session/Answered.tsx';
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
  const text = useIncidentText();
  const pages = useReadPages(
    listIncidents,
    (cursor) => ({ query: { ...filters.filters, ...(cursor && { cursor }) } }),
    { live: ['incident'] },
  );
  const isFiltered = Object.keys(filters.on).length > 0;
  return (
    <Answered of={pages}>
      {({ pages: answered }) => {
        const incidents = answered.flatMap((page) => page.incidents);
        if (incidents.length === 0 && isFiltered) return <NothingFits filters={filters} />;
        if (incidents.length === 0) {
          return (
            <EmptyState drawing="inbox" title={text.list.emptyTitle}>
              {text.list.empty}
            </EmptyState>
          );
        }
        return (
          <Stack>
            {isFiltered && <Count filters={filters} />}
            <ChoosableTable caption={text.list.caption} rows={incidents} />
            <KeysetPager
              shown={incidents.length}
              hasMore={pages.hasNextPage}
              busy={pages.isFetchingNextPage}
              onMore={() => void pages.fetchNextPage()}
            />
          </Stack>
        );
      }}
    </Answered>
  );
}

/** Several can be handed over at once, to whoever may have them. */
function ChoosableTable({ caption, rows }: { caption: string; rows: readonly Row[] }) {
  const text = useIncidentText();
  const { chooseColumn } = useHandOverText();
  const chosen = (row: Row) => ({ id: row.incidentId, title: `${incidentTitle(text, row)}, ${row.number}` });
  const handing = useHandingOver('dossiers', rows.map(chosen));
  const box: Column<Row> = {
    id: 'box',
    header: chooseColumn,
    kind: 'box',
    cell: (row) => handing.boxOf(chosen(row)),
  };
  return (
    <>
      {handing.result}
      {handing.start && <div className="above-table">{handing.start}</div>}
      <IncidentTable caption={caption} rows={rows} box={handing.isChoosing ? box : undefined} />
      {handing.bar}
    </>
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
