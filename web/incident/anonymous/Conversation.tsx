import { useNow } from '../../session/now.ts';
import { useMoments } from '../../text/moments.ts';
import { useAnonymousText } from './text.ts';

export interface ShownMessage {
  readonly messageId: string;
  readonly by: string;
  readonly isMine: boolean;
  readonly at: string;
  readonly text: string;
}

/** Who said what, from the first word to the last. */
export function Conversation({ messages }: { messages: readonly ShownMessage[] }) {
  const text = useAnonymousText();
  const moments = useMoments();
  const now = useNow();
  return (
    <ol className="conversation plain-list" aria-label={text.talk.messages}>
      {messages.map(({ messageId, by, isMine, at, text: said }) => (
        <li key={messageId} className={isMine ? 'conversation__item conversation__item--mine' : 'conversation__item'}>
          <p className="conversation__who soft small">
            {by}, <time dateTime={at}>{moments.moment(at, now)}</time>
          </p>
          <p className="conversation__said">{said}</p>
        </li>
      ))}
    </ol>
  );
}
