import { listNotifications, markAllNotificationsRead } from '../../contract/notifications.ts';
import { Button } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { KeysetPager } from '../components/KeysetPager.tsx';
import { Loading } from '../components/Loading.tsx';
import { PageHeader } from '../components/PageHeader.tsx';
import { ProblemView } from '../components/ProblemView.tsx';
import { Columns, Stack } from '../components/Stack.tsx';
import { useShownProblem } from '../session/ShownProblem.tsx';
import { useReadPages } from '../session/useRead.ts';
import { useWrite } from '../session/useWrite.ts';
import { DeviceCard } from './DeviceCard.tsx';
import { NotificationRow } from './NotificationRow.tsx';
import { useNotificationText } from './text.ts';
import './notifications.css';

export function NotificationsPage() {
  const text = useNotificationText();
  const pages = useReadPages(listNotifications, (cursor) => ({ query: { ...(cursor && { cursor }) } }), {
    live: ['notifications'],
  });
  const problem = useShownProblem(pages.error);
  const reading = useWrite(markAllNotificationsRead);
  const notifications = pages.data?.pages.flatMap((page) => page.notifications) ?? [];
  const unread = pages.data?.pages[0]?.unreadCount ?? 0;
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        actions={
          unread > 0 && (
            <Button kind="secondary" icon="check" busy={reading.isBusy} onClick={() => void reading.send({})}>
              {text.allRead}
            </Button>
          )
        }
      />
      <Columns>
        <Stack>
          {problem && <ProblemView problem={problem} onRetry={() => void pages.refetch()} />}
          {pages.isPending && !problem && <Loading />}
          {pages.data && notifications.length === 0 && (
            <Card>
              <EmptyState drawing="inbox" title={text.emptyTitle}>
                {text.empty}
              </EmptyState>
            </Card>
          )}
          {notifications.length > 0 && (
            <>
              <Card>
                <ul className="messages plain-list">
                  {notifications.map((notification) => (
                    <NotificationRow key={notification.id} notification={notification} />
                  ))}
                </ul>
              </Card>
              <KeysetPager
                shown={notifications.length}
                hasMore={pages.hasNextPage}
                busy={pages.isFetchingNextPage}
                onMore={() => void pages.fetchNextPage()}
              />
            </>
          )}
        </Stack>
        <DeviceCard />
      </Columns>
    </>
  );
}
