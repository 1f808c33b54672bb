import type { AnonymousRecipient } from '../../../contract/incident.ts';
import type { Texts, Tx } from '../../platform/index.ts';

export interface Talk {
  readonly talkId: string;
  readonly to: AnonymousRecipient;
  readonly state: 'open' | 'closed';
  readonly startedAt: Date;
  readonly lastMessageAt: Date;
  readonly awaitsReply: boolean;
}

export const talkColumns = `t.id as "talkId", t.recipient as "to", t.state, t.started_at as "startedAt",
  t.last_message_at as "lastMessageAt", t.awaits_reply as "awaitsReply"`;

interface NewMessage {
  readonly messageId: string;
  readonly talkId: string;
  /** Null: the person whom nobody knows. */
  readonly authorId: string | null;
  readonly text: string;
}

/** False when this message was here already: it was sent again. */
export async function addMessage(
  tx: Tx,
  texts: Texts,
  { messageId, talkId, authorId, text }: NewMessage,
): Promise<boolean> {
  const added = await tx.execute(
    `insert into incident.anonymous_message (id, employer_id, talk_id, author_id, at, sealed_text)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [messageId, tx.employerId, talkId, authorId, tx.now, texts.seal(sealedAs(messageId), text)],
  );
  return added === 1;
}

export interface Message {
  readonly messageId: string;
  readonly authorId: string | null;
  readonly author: string | null;
  readonly at: Date;
  readonly text: string;
}

/** From the first to the last. */
export async function messagesOf(tx: Tx, texts: Texts, talkId: string): Promise<Message[]> {
  const rows = await tx.rows<Omit<Message, 'text'> & { sealed: Buffer }>(
    `select m.id as "messageId", m.author_id as "authorId", p.given_name as author, m.at, m.sealed_text as sealed
     from incident.anonymous_message m left join organisation.person p on p.id = m.author_id
     where m.talk_id = $1 order by m.at, m.id`,
    [talkId],
  );
  return rows.map(({ sealed, ...message }) => ({ ...message, text: texts.open(sealedAs(message.messageId), sealed) }));
}

const sealedAs = (messageId: string) => `anonymous-message:${messageId}`;
