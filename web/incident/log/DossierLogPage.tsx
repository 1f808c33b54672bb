import { listDossierLog } from '../../../contract/audit.ts';
import type { AnswerOf } from '../../../contract/endpoint.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Stack } from '../../components/Stack.tsx';
import { type Column, Table } from '../../components/Table.tsx';
import { AnsweredList } from '../../session/AnsweredList.tsx';
import { useAddressPart } from '../../session/address.ts';
import { useNow } from '../../session/now.ts';
import { useReadPages } from '../../session/useRead.ts';
import { useMoments } from '../../text/moments.ts';
import { useIncidentText } from '../text.ts';
import { useWorkText } from '../work/text.ts';
import { useLogText } from './text.ts';

type Entry = AnswerOf<typeof listDossierLog>['entries'][number];

/** Who looked at this dossier and who changed something: for those who answer for it. */
export function DossierLogPage() {
  const text = useLogText();
  const work = useWorkText();
  const words = useIncidentText();
  const incidentId = useAddressPart('incidentId');
  const columns = useColumns();
  const pages = useReadPages(listDossierLog, (cursor) => ({ params: { incidentId }, query: cursor ? { cursor } : {} }));
  return (
    <Stack gap="l">
      <PageHeader
        title={text.title}
        lead={text.lead}
        trail={[
          { label: words.list.title, href: '/meldingen' },
          { label: work.open, href: `/meldingen/${incidentId}` },
          { label: text.title },
        ]}
      />
      <AnsweredList of={pages} itemsOf={(page) => page.entries} empty={<EmptyState title={text.emptyTitle} />}>
        {(entries) => <Table caption={text.caption} columns={columns} rows={entries} rowId={(entry) => entry.id} />}
      </AnsweredList>
    </Stack>
  );
}

function useColumns(): readonly Column<Entry>[] {
  const text = useLogText();
  const moments = useMoments();
  const now = useNow();
  const who = (entry: Entry) => entry.person?.name ?? (entry.actor === 'job' ? text.job : text.visitor);
  const what = (entry: Entry) => text.actions[entry.action] ?? entry.action;
  return [
    { id: 'who', header: text.columns.who, kind: 'title', cell: who },
    {
      id: 'what',
      header: text.columns.what,
      cell: (entry) => (entry.result === 'refused' ? `${what(entry)} (${text.refused})` : what(entry)),
    },
    { id: 'when', header: text.columns.when, cell: (entry) => moments.moment(entry.at, now) },
  ];
}
