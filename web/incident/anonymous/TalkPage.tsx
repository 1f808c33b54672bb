import type { AnswerOf } from '../../../contract/endpoint.ts';
import { closeAnonymousTalk, openAnonymousTalk, replyInAnonymousTalk } from '../../../contract/incident.ts';
import { Advice } from '../../components/Advice.tsx';
import { Button } from '../../components/Button.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Stack } from '../../components/Stack.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useAddressPart } from '../../session/address.ts';
import { useNow } from '../../session/now.ts';
import { useRead } from '../../session/useRead.ts';
import { useWrite } from '../../session/useWrite.ts';
import { useMoments } from '../../text/moments.ts';
import { Conversation } from './Conversation.tsx';
import { ReplyForm } from './ReplyForm.tsx';
import { useAnonymousText } from './text.ts';
import './anonymous.css';

type Talk = AnswerOf<typeof openAnonymousTalk>;

/** One talk, for whom it was meant. */
export function TalkPage() {
  const talkId = useAddressPart('talkId');
  const talk = useRead(openAnonymousTalk, { params: { talkId } }, { live: ['notifications'] });
  return (
    <Answered of={talk} isPage>
      {(opened) => <Talk talk={opened} />}
    </Answered>
  );
}

function Talk({ talk: { talkId, state, startedAt, messages } }: { talk: Talk }) {
  const text = useAnonymousText();
  const say = useSay();
  const moments = useMoments();
  const now = useNow();
  const replying = useWrite(replyInAnonymousTalk);
  const closing = useWrite(closeAnonymousTalk);

  async function reply(body: { messageId: string; text: string }) {
    const isSent = (await replying.send({ params: { talkId }, body })) !== null;
    if (isSent) say(text.list.replied);
    return isSent;
  }
  async function close() {
    if (await closing.send({ params: { talkId }, body: {} })) say(text.list.isClosed);
  }

  return (
    <Stack gap="l" className="anonymous">
      <PageHeader
        title={text.talk.somebody}
        trail={[{ label: text.list.title, href: '/gesprekken' }, { label: text.talk.somebody }]}
        meta={text.list.started(moments.moment(startedAt, now))}
        actions={
          state === 'open' && (
            <Button kind="secondary" busy={closing.isBusy} onClick={() => void close()}>
              {text.list.close}
            </Button>
          )
        }
      />
      <Advice>{text.list.careful}</Advice>
      <Conversation
        messages={messages.map(({ author, isMine, ...message }) => ({
          ...message,
          isMine,
          by: isMine ? text.talk.you : (author ?? text.talk.somebody),
        }))}
      />
      {state === 'closed' && <Advice>{text.talk.closed}</Advice>}
      <ReplyForm label={text.list.reply} write={replying} onSend={reply} />
    </Stack>
  );
}
