import { getPostboxMessage, listPostbox } from '../../contract/notifications.ts';
import { Card } from '../components/Card.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { PageHeader } from '../components/PageHeader.tsx';
import { Stack } from '../components/Stack.tsx';
import { Tag } from '../components/Tag.tsx';
import { Text } from '../components/Text.tsx';
import { Answered } from '../session/Answered.tsx';
import { useAddressWords } from '../session/address.ts';
import { useNow } from '../session/now.ts';
import { useRead, useReadPages } from '../session/useRead.ts';
import { useMoments } from '../text/moments.ts';
import { useNotificationText } from './text.ts';
import './notifications.css';
import './PostboxPage.css';
import { MorePages } from '../session/MorePages.tsx';

/** What would have been mailed or texted, for who looks around in a demonstration. */
export function PostboxPage() {
  const { postbox: text } = useNotificationText();
  const [{ bericht: chosen }] = useAddressWords();
  const pages = useReadPages(listPostbox, (cursor) => ({ query: { ...(cursor && { cursor }) } }), {
    live: ['notifications'],
  });
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <Answered of={pages}>
        {(answered) => {
          const messages = answered.pages.flatMap((page) => page.messages);
          if (messages.length === 0) {
            return (
              <Card>
                <EmptyState drawing="inbox" title={text.emptyTitle}>
                  {text.empty}
                </EmptyState>
              </Card>
            );
          }
          return (
            <div className="postbox">
              <Stack>
                <Card>
                  <ul className="messages plain-list">
                    {messages.map((message) => (
                      <PostboxRow key={message.id} message={message} isChosen={message.id === chosen} />
                    ))}
                  </ul>
                </Card>
                <MorePages of={pages} shown={messages.length} />
              </Stack>
              <div className="postbox__letter">
                {chosen ? <Letter messageId={chosen} /> : <Text soft>{text.choose}</Text>}
              </div>
            </div>
          );
        }}
      </Answered>
    </>
  );
}

interface PostboxRowProps {
  message: { id: string; channel: 'email' | 'sms'; to: string; subject: string; arrivedAt: string };
  isChosen: boolean;
}

function PostboxRow({ message: { id, channel, to, subject, arrivedAt }, isChosen }: PostboxRowProps) {
  const { postbox: text } = useNotificationText();
  const moments = useMoments();
  const now = useNow();
  return (
    <li className="message">
      <div className="message__words">
        <a className="message__title" href={`/postvak?bericht=${id}`} aria-current={isChosen ? 'true' : undefined}>
          {subject || text.channels[channel]}
        </a>
        <span className="soft small">
          {text.to(to)} · {moments.moment(arrivedAt, now)}
        </span>
      </div>
      <Tag>{text.channels[channel]}</Tag>
    </li>
  );
}

function Letter({ messageId }: { messageId: string }) {
  const { postbox: text } = useNotificationText();
  const moments = useMoments();
  const now = useNow();
  const message = useRead(getPostboxMessage, { params: { messageId } });
  return (
    <Answered of={message}>
      {({ channel, to, subject, arrivedAt, text: body }) => (
        <Card heading={subject || text.channels[channel]}>
          <Text soft small>
            {text.to(to)} · {moments.moment(arrivedAt, now)}
          </Text>
          <Text className="letter">{body}</Text>
        </Card>
      )}
    </Answered>
  );
}
