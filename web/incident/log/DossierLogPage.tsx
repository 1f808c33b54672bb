import { listDossierLog } from '../../../contract/audit.ts';
import type { AnswerOf } from '../../../contract/endpoint.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { KeysetPager } from '../../components/KeysetPager.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Stack } from '../../components/Stack.tsx';
import { type Column, Table } from '../../components/Table.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useAddressPart } from '../../session/address.ts';
import { useNow } from '../../session/now.ts';
import { useReadPages } from '../../session/useRead.ts';
import { useMoments } from '../../text/moments.ts';
import { useIncidentText } from '../text.ts';

type Entry = AnswerOf<typeof listDossierLog>['entries'][number];

/** Who looked at this dossier and who changed something: for those who answer for it. */
export function DossierLogPage() {
  const text = useIncidentText();
  const incidentId = useAddressPart('incidentId');
  const columns = useColumns();
  const pages = useReadPages(listDossierLog, (cursor) => ({ params: { incidentId }, query: cursor ? { cursor } : {} }));
  return (
    <Stack gap="l">
      <PageHeader
        title={text.log.title}
        lead={text.log.lead}
        trail={[
          { label: text.list.title, href: '/meldingen' },
          { label: text.work.open, href: `/meldingen/${incidentId}` },
          { label: text.log.title },
        ]}
      />
      <Answered of={pages}>
        {({ pages: answered }) => {
          const entries = answered.flatMap((page) => page.entries);
          if (entries.length === 0) return <EmptyState title={text.log.emptyTitle} />;
          return (
            <Stack>
              <Table caption={text.log.caption} columns={columns} rows={entries} rowId={(entry) => entry.id} />
              <KeysetPager
                shown={entries.length}
                hasMore={pages.hasNextPage}
                busy={pages.isFetchingNextPage}
                onMore={() => void pages.fetchNextPage()}
              />
            </Stack>
          );
        }}
      </Answered>
    </Stack>
  );
}

function useColumns(): readonly Column<Entry>[] {
  const text = useIncidentText();
  const moments = useMoments();
  const now = useNow();
  const who = (entry: Entry) => entry.person?.name ?? (entry.actor === 'job' ? text.log.job : text.log.visitor);
  const what = (entry: Entry) => text.log.actions[entry.action] ?? entry.action;
  return [
    { id: 'who', header: text.log.columns.who, kind: 'title', cell: who },
    {
      id: 'what',
      header: text.log.columns.what,
      cell: (entry) => (entry.result === 'refused' ? `${what(entry)} (${text.log.refused})` : what(entry)),
    },
    { id: 'when', header: text.log.columns.when, cell: (entry) => moments.moment(entry.at, now) },
  ];
}
