import { listNotifications, markAllNotificationsRead } from '../../contract/notifications.ts';
import { Button } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { PageHeader } from '../components/PageHeader.tsx';
import { Columns, Stack } from '../components/Stack.tsx';
import { useReadPages } from '../session/useRead.ts';
import { useWrite } from '../session/useWrite.ts';
import { DeviceCard } from './DeviceCard.tsx';
import { NotificationRow } from './NotificationRow.tsx';
import { useNotificationText } from './text.ts';
import './notifications.css';
import { AnsweredList } from '../session/AnsweredList.tsx';

export function NotificationsPage() {
  const text = useNotificationText();
  const pages = useReadPages(listNotifications, (cursor) => ({ query: { ...(cursor && { cursor }) } }), {
    live: ['notifications'],
  });
  const reading = useWrite(markAllNotificationsRead);
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
          <AnsweredList
            of={pages}
            itemsOf={(page) => page.notifications}
            empty={
              <Card>
                <EmptyState drawing="inbox" title={text.emptyTitle}>
                  {text.empty}
                </EmptyState>
              </Card>
            }
          >
            {(notifications) => (
              <Card>
                <ul className="messages plain-list">
                  {notifications.map((notification) => (
                    <NotificationRow key={notification.id} notification={notification} />
                  ))}
                </ul>
              </Card>
            )}
          </AnsweredList>
        </Stack>
        <DeviceCard />
      </Columns>
    </>
  );
}
