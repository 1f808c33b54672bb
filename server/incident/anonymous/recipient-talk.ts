import type { AnswerOf } from '../../../contract/endpoint.ts';
import type * as contract from '../../../contract/incident.ts';
import { Absent, pageOf, placeOf, type Tx, type Vault } from '../../platform/index.ts';
import type { Flawed } from '../flaws.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { addMessage, messagesOf, type Talk, talkColumns } from './talk-store.ts';

type Needs = { readonly vault: Vault };

/** For the coordinator and the confidential adviser, each their own; for everybody else there are none. */
export async function listTalks(
  tx: Tx,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<AnswerOf<typeof contract.listAnonymousTalks>> {
  const after = placeOf(cursor);
  const rows = await tx.rows<Talk>(
    `select ${talkColumns}
     from unnest(platform.grantees()) as mine (id)
     cross join lateral (
       select * from incident.anonymous_talk t where t.recipient_subject_id = mine.id
         and ($2::timestamptz is null or (t.last_message_at, t.id) < ($2, $3::uuid))
       order by t.last_message_at desc, t.id desc limit $1) t
     order by t.last_message_at desc, t.id desc limit $1`,
    [limit + 1, after?.at ?? null, after?.id ?? null],
  );
  const { page, next } = pageOf(rows, limit, ({ lastMessageAt, talkId }) => ({ at: lastMessageAt, id: talkId }));
  return {
    talks: page.map(({ startedAt, lastMessageAt, ...talk }) => ({
      ...talk,
      startedAt: startedAt.toISOString(),
      lastMessageAt: lastMessageAt.toISOString(),
    })),
    next,
  };
}

export async function openTalk(
  { vault }: Needs,
  tx: Tx,
  personId: string,
  talkId: string,
): Promise<AnswerOf<typeof contract.openAnonymousTalk>> {
  const { to, state, startedAt } = await getTalk(tx, talkId);
  const messages = await messagesOf(tx, await vault.openDossier(tx, talkId), talkId);
  await tx.recordAudit({ action: 'anonymous-talk-read', objectKind: 'anonymous-talk', objectId: talkId });
  return {
    talkId,
    to,
    state,
    startedAt: startedAt.toISOString(),
    messages: messages.map(({ messageId, authorId, author, at, text }) => ({
      messageId,
      author,
      isMine: authorId === personId,
      at: at.toISOString(),
      text,
    })),
  };
}

export async function replyInTalk(
  { vault }: Needs,
  tx: Tx,
  personId: string,
  { talkId, messageId, text }: { readonly talkId: string; readonly messageId: string; readonly text: string },
): Promise<{ messageId: string } | Flawed> {
  const flaws = citizenServiceNumbersIn({ text });
  if (flaws.length > 0) return { flaws };
  await getTalk(tx, talkId);
  await addMessage(tx, await vault.openDossier(tx, talkId), { messageId, talkId, authorId: personId, text });
  await tx.execute(
    `update incident.anonymous_talk set state = 'open', last_message_at = $2, awaits_reply = false where id = $1`,
    [talkId, tx.now],
  );
  await tx.recordAudit({ action: 'anonymous-talk-answered', objectKind: 'anonymous-talk', objectId: talkId });
  return { messageId };
}

export async function closeTalk(tx: Tx, talkId: string): Promise<{ talkId: string; state: 'closed' }> {
  await getTalk(tx, talkId);
  await tx.execute(`update incident.anonymous_talk set state = 'closed', awaits_reply = false where id = $1`, [talkId]);
  await tx.recordAudit({ action: 'anonymous-talk-closed', objectKind: 'anonymous-talk', objectId: talkId });
  return { talkId, state: 'closed' };
}

async function getTalk(tx: Tx, talkId: string): Promise<Talk> {
  const talk = await tx.maybeRow<Talk>(`select ${talkColumns} from incident.anonymous_talk t where t.id = $1`, [
    talkId,
  ]);
  if (talk === undefined) throw new Absent('anonymous talk');
  return talk;
}
