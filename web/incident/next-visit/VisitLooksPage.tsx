import type { AnswerOf } from '../../../contract/endpoint.ts';
import { listVisitLooks } from '../../../contract/incident.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Link } from '../../components/Link.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Table } from '../../components/Table.tsx';
import { AnsweredList } from '../../session/AnsweredList.tsx';
import { hasRole, useMe } from '../../session/me.tsx';
import { useNow } from '../../session/now.ts';
import { useReadPages } from '../../session/useRead.ts';
import { useMoments } from '../../text/moments.ts';
import { useNextVisitText } from './text.ts';

type Look = AnswerOf<typeof listVisitLooks>['looks'][number];

/** For the coordinator: who asked about somebody they were to meet, and what for. */
export function VisitLooksPage() {
  const { ask, looks: text } = useNextVisitText();
  const isForMe = hasRole(useMe(), 'coordinator');
  return (
    <Stack gap="l">
      <PageHeader
        title={text.title}
        lead={isForMe && text.lead}
        trail={[{ label: ask.title, href: '/volgend-bezoek' }, { label: text.title }]}
      />
      {isForMe ? <Looks /> : <EmptyState title={text.notForYou}>{text.notForYouWhy}</EmptyState>}
    </Stack>
  );
}

function Looks() {
  const { looks: text, purposes } = useNextVisitText();
  const moments = useMoments();
  const now = useNow();
  const pages = useReadPages(listVisitLooks, (cursor) => ({ query: { ...(cursor && { cursor }) } }));
  return (
    <AnsweredList
      of={pages}
      itemsOf={(page) => page.looks}
      empty={<EmptyState title={text.emptyTitle}>{text.empty}</EmptyState>}
    >
      {(looks) => (
        <Table<Look>
          caption={text.caption}
          rows={looks}
          rowId={({ lookId }) => lookId}
          columns={[
            { id: 'who', header: text.who, kind: 'title', cell: ({ person }) => person.name },
            { id: 'when', header: text.when, cell: ({ at }) => moments.moment(at, now) },
            { id: 'purpose', header: text.purpose, cell: ({ purpose }) => purposes[purpose] },
            { id: 'heard', header: text.heard, cell: (look) => <Heard look={look} /> },
          ]}
        />
      )}
    </AnsweredList>
  );
}

function Heard({ look: { isFound, incident } }: { look: Look }) {
  const { looks: text } = useNextVisitText();
  if (incident) return <Link href={`/meldingen/${incident.incidentId}`}>{text.found(incident.number)}</Link>;
  return <>{isFound ? text.foundGone : text.none}</>;
}
