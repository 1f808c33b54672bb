import type { AnswerOf } from '../../../contract/endpoint.ts';
import { listAnonymousTalks } from '../../../contract/incident.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Link } from '../../components/Link.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Stack } from '../../components/Stack.tsx';
import { type Column, Table } from '../../components/Table.tsx';
import { Tag } from '../../components/Tag.tsx';
import { AnsweredList } from '../../session/AnsweredList.tsx';
import { useNow } from '../../session/now.ts';
import { useReadPages } from '../../session/useRead.ts';
import { useMoments } from '../../text/moments.ts';
import { useAnonymousText } from './text.ts';

type Talk = AnswerOf<typeof listAnonymousTalks>['talks'][number];

/** For the confidential adviser and the coordinator: who wrote to them without a name. */
export function TalksPage() {
  const { list: text } = useAnonymousText();
  const columns = useColumns();
  const pages = useReadPages(listAnonymousTalks, (cursor) => ({ query: cursor ? { cursor } : {} }), {
    live: ['notifications'],
  });
  return (
    <Stack gap="l">
      <PageHeader title={text.title} lead={text.lead} />
      <AnsweredList
        of={pages}
        itemsOf={(page) => page.talks}
        empty={
          <EmptyState drawing="calm" title={text.emptyTitle}>
            {text.empty}
          </EmptyState>
        }
      >
        {(talks) => <Table caption={text.title} columns={columns} rows={talks} rowId={(talk) => talk.talkId} />}
      </AnsweredList>
    </Stack>
  );
}

function useColumns(): readonly Column<Talk>[] {
  const text = useAnonymousText();
  const moments = useMoments();
  const now = useNow();
  return [
    {
      id: 'talk',
      header: text.list.nav,
      kind: 'title',
      cell: ({ talkId, lastMessageAt }) => (
        <Link href={`/gesprekken/${talkId}`}>{text.list.open(moments.moment(lastMessageAt, now))}</Link>
      ),
    },
    { id: 'to', header: text.list.columns.to, cell: ({ to }) => text.people[to] },
    { id: 'state', header: text.list.columns.state, cell: (talk) => <StateTag talk={talk} /> },
  ];
}

function StateTag({ talk }: { talk: Pick<Talk, 'state' | 'awaitsReply'> }) {
  const { list: text } = useAnonymousText();
  if (talk.state === 'closed') return <Tag tone="neutral">{text.closed}</Tag>;
  return talk.awaitsReply ? <Tag tone="amber">{text.waits}</Tag> : <Tag tone="green">{text.answered}</Tag>;
}
