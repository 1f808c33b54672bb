import type { z } from 'zod';
import type { foundBys, incidentRow } from '../../../contract/incident.ts';
import { type Column, Table } from '../../components/Table.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useNow } from '../../session/now.ts';
import { useMoments } from '../../text/moments.ts';
import { ClockTag } from '../ClockTag.tsx';
import { incidentTitle } from '../incidentTitle.ts';
import { useOccurred } from '../occurred.ts';
import { stateTones } from '../stateTones.ts';
import { useIncidentText } from '../text.ts';
import { useListText } from './text.ts';

export type Row = z.infer<typeof incidentRow> & { readonly foundBy?: (typeof foundBys)[number] };

interface IncidentTableProps {
  caption: string;
  rows: readonly Row[];
  /** While somebody chooses several: in front of every row its box. */
  box?: Column<Row> | undefined;
}

export function IncidentTable({ caption, rows, box }: IncidentTableProps) {
  const columns = useColumns();
  return (
    <Table caption={caption} columns={box ? [box, ...columns] : columns} rows={rows} rowId={(row) => row.incidentId} />
  );
}

function useColumns(): readonly Column<Row>[] {
  const { list, states } = useIncidentText();
  const moments = useMoments();
  const occurred = useOccurred();
  const now = useNow();
  return [
    { id: 'what', header: list.columns.what, kind: 'title', cell: (row) => <What row={row} /> },
    {
      id: 'when',
      header: list.columns.when,
      cell: (row) => (
        <time dateTime={row.occurredAt}>
          {occurred(row.occurredAt, row.occurredPrecision, (at) => moments.moment(at, now))}
        </time>
      ),
    },
    {
      id: 'who',
      header: list.columns.who,
      cell: (row) => row.hasIt ?? <span className="soft">{list.nobody}</span>,
    },
    { id: 'clock', header: list.columns.clock, cell: (row) => <ClockTag clock={row.clock} /> },
    {
      id: 'state',
      header: list.columns.state,
      cell: (row) => <Tag tone={stateTones[row.state]}>{states[row.state]}</Tag>,
    },
  ];
}

function What({ row }: { row: Row }) {
  const text = useIncidentText();
  const { search, sameEvent } = useListText();
  const { foundBy } = search;
  const about = [
    row.number,
    row.teamName,
    row.openTasks > 0 && text.list.tasks(row.openTasks),
    row.foundBy && foundBy[row.foundBy],
    row.sameEvent && sameEvent[row.sameEvent.part](row.sameEvent.number, row.sameEvent.others),
  ];
  return (
    <>
      <a className="utrecht-link utrecht-link--html-a" href={`/meldingen/${row.incidentId}`}>
        {incidentTitle(text, row)}
      </a>
      <span className="soft small incident-row__about">{about.filter(Boolean).join(' · ')}</span>
    </>
  );
}
