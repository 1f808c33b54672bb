import type { AnswerOf, BodyOf } from '../../../contract/endpoint.ts';
import type * as contract from '../../../contract/incident.ts';
import { countTry } from '../../identity/index.ts';
import { holdersOf } from '../../organisation/index.ts';
import { type Refused, refuse, type Tx, type Vault } from '../../platform/index.ts';
import type { Flawed } from '../flaws.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { addMessage, messagesOf, type Talk, talkColumns } from './talk-store.ts';

type Needs = { readonly vault: Vault };
type Door = AnswerOf<typeof contract.anonymousDoor>;
type TooMany = Refused<'too-many-tries'>;

/** At which organisation the visitor is, and with whom they can talk there. Nothing here asks who they are. */
export async function openDoor(tx: Tx, employerId: string | undefined): Promise<Door> {
  const door = await tx.maybeRow<{ employerId: string; organisationName: string }>(
    `select employer_id as "employerId", organisation_name as "organisationName" from incident.anonymous_door($1)`,
    [employerId ?? null],
  );
  if (door === undefined) return { employerId: null, organisationName: null, recipients: [] };
  await tx.enter(door.employerId, null);
  const [advisers, coordinators] = await Promise.all([
    holdersOf(tx, 'confidential_adviser', tx.now),
    holdersOf(tx, 'coordinator', tx.now),
  ]);
  return {
    ...door,
    recipients: [
      ...(advisers.length > 0 ? (['confidential_adviser'] as const) : []),
      ...(coordinators.length > 0 ? (['coordinator'] as const) : []),
    ],
  };
}

/** The id and the key come from the visitor's device, so that the same talk sent again is one talk. */
export async function startTalk(
  { vault }: Needs,
  tx: Tx,
  address: string,
  { talkId, messageId, employerId, to, key, text }: BodyOf<typeof contract.startAnonymousTalk>,
): Promise<{ talkId: string } | Flawed | TooMany | Refused<'nobody-to-talk-to' | 'talk-exists'>> {
  const flaws = citizenServiceNumbersIn({ text });
  if (flaws.length > 0) return { flaws };
  const tooMany = await countTry(tx, 'talk-start', address);
  if (tooMany) return tooMany;
  const door = await openDoor(tx, employerId);
  if (!door.recipients.includes(to)) return refuse('nobody-to-talk-to');

  await holdKey(tx, key);
  if ((await talkHeld(tx))?.talkId === talkId) return { talkId };
  const started = await tx.execute(
    `insert into incident.anonymous_talk (id, employer_id, recipient, recipient_subject_id, key_hash, state, started_at,
       last_message_at, awaits_reply)
     values ($1, $2, $3, organisation.role_subject($2, $3), incident.held_talk_key(), 'open', $4, $4, true)
     on conflict do nothing`,
    [talkId, tx.employerId, to, tx.now],
  );
  if (started === 0) return refuse('talk-exists');
  const texts = await vault.createDossier(tx, talkId);
  await addMessage(tx, texts, { messageId, talkId, authorId: null, text });
  await tx.recordAudit({ action: 'anonymous-talk-started', objectKind: 'anonymous-talk', objectId: talkId });
  await tellRecipients(tx, talkId);
  return { talkId };
}

/** Whoever holds the code reads the whole talk, and nothing else of the organisation. */
export async function readTalk(
  { vault }: Needs,
  tx: Tx,
  address: string,
  key: string,
): Promise<AnswerOf<typeof contract.readAnonymousTalk> | TooMany | Refused<'talk-unknown'>> {
  const found = await talkBehind(tx, address, key);
  if ('refused' in found) return found;
  const { name } = await tx.row<{ name: string }>('select organisation_name as name from incident.anonymous_door($1)', [
    tx.employerId,
  ]);
  const messages = await messagesOf(tx, await vault.openDossier(tx, found.talkId), found.talkId);
  return {
    to: found.to,
    organisationName: name,
    state: found.state,
    messages: messages.map(({ messageId, authorId, at, text }) => ({
      messageId,
      isMine: authorId === null,
      at: at.toISOString(),
      text,
    })),
  };
}

export async function answerTalk(
  { vault }: Needs,
  tx: Tx,
  address: string,
  { key, messageId, text }: BodyOf<typeof contract.answerAnonymousTalk>,
): Promise<{ messageId: string } | Flawed | TooMany | Refused<'talk-unknown'>> {
  const flaws = citizenServiceNumbersIn({ text });
  if (flaws.length > 0) return { flaws };
  const found = await talkBehind(tx, address, key);
  if ('refused' in found) return found;
  const texts = await vault.openDossier(tx, found.talkId);
  const isNew = await addMessage(tx, texts, { messageId, talkId: found.talkId, authorId: null, text });
  if (!isNew) return { messageId };
  await tx.execute(
    `update incident.anonymous_talk set state = 'open', last_message_at = $2, awaits_reply = true where id = $1`,
    [found.talkId, tx.now],
  );
  await tellRecipients(tx, found.talkId);
  return { messageId };
}

/** Every wrong code counts, so that nobody comes upon a talk by trying. */
async function talkBehind(tx: Tx, address: string, key: string): Promise<Talk | TooMany | Refused<'talk-unknown'>> {
  const tooMany = await countTry(tx, 'talk-code', address);
  if (tooMany) return tooMany;
  const { employerId } = await tx.row<{ employerId: string | null }>(
    `select incident.employer_of_talk(sha256(decode($1, 'hex'))) as "employerId"`,
    [key],
  );
  if (employerId === null) return refuse('talk-unknown', { keep: true });
  await tx.enter(employerId, null);
  await holdKey(tx, key);
  return (await talkHeld(tx)) ?? refuse('talk-unknown', { keep: true });
}

/** From here on the policies know what this visitor holds. */
async function holdKey(tx: Tx, key: string): Promise<void> {
  await tx.rows(`select set_config('app.talk_key', $1, true)`, [key]);
}

async function talkHeld(tx: Tx): Promise<Talk | undefined> {
  return tx.maybeRow<Talk>(
    `select ${talkColumns} from incident.anonymous_talk t where t.key_hash = incident.held_talk_key()`,
  );
}

async function tellRecipients(tx: Tx, talkId: string): Promise<void> {
  await tx.recordEvent({ name: 'anonymous-message-sent', data: { talkId } });
}
