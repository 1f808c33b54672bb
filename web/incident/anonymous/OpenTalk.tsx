import type { AnswerOf } from '../../../contract/endpoint.ts';
import { answerAnonymousTalk, type readAnonymousTalk } from '../../../contract/incident.ts';
import { Advice } from '../../components/Advice.tsx';
import { Button } from '../../components/Button.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Row } from '../../components/Stack.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { Conversation } from './Conversation.tsx';
import { ReplyForm } from './ReplyForm.tsx';
import { useAnonymousText } from './text.ts';

interface OpenTalkProps {
  talk: AnswerOf<typeof readAnonymousTalk>;
  /** The key of the talk, in memory only. */
  held: string;
  isLooking: boolean;
  onLook: () => Promise<void>;
}

/** The talk of whoever holds its code. */
export function OpenTalk({ talk, held, isLooking, onLook }: OpenTalkProps) {
  const text = useAnonymousText();
  const say = useSay();
  const answering = useWrite(answerAnonymousTalk);
  const who = text.people[talk.to];
  const waits = talk.messages.at(-1)?.isMine ?? false;

  async function send(message: { messageId: string; text: string }) {
    if (!(await answering.send({ body: { key: held, ...message } }))) return false;
    say(text.talk.sent);
    void onLook();
    return true;
  }

  return (
    <>
      <PageHeader title={text.talk.title} lead={text.talk.with(who, talk.organisationName)} />
      <Conversation
        messages={talk.messages.map((message) => ({ ...message, by: message.isMine ? text.talk.you : who }))}
      />
      {talk.state === 'closed' && <Advice>{text.talk.closed}</Advice>}
      {waits && <Advice>{text.talk.waits}</Advice>}
      <Row>
        <Button kind="secondary" busy={isLooking} onClick={() => void onLook()}>
          {text.talk.refresh}
        </Button>
        <Button kind="plain" onClick={() => window.location.replace('/')}>
          {text.talk.away}
        </Button>
      </Row>
      <ReplyForm label={text.talk.more} write={answering} onSend={send} />
    </>
  );
}
