import { createHash } from 'node:crypto';
import { Absent, type Tx } from '../../../platform/index.ts';
import type { AttachmentRef } from '../../attachments/attachment-files.ts';
import { holdOwnArriving } from '../../attachments/attachment-row.ts';
import { completeAttachment } from '../../attachments/complete-attachment.ts';
import { sealArrived } from '../../attachments/seal-arrived.ts';
import { startAttachment } from '../../attachments/start-attachment.ts';
import { dutchClock } from '../../export/export-clock.ts';
import { keepEvents, tellOfEvents } from '../keep-events.ts';
import { type Addressed, asSender } from './as-sender.ts';
import { eventsOf, type MailEvents } from './events-of-mail.ts';
import type { ForwardingNeeds } from './forwarding-needs.ts';
import { mailIdOf, worksUntil } from './mail-address.ts';
import { headForAdding } from './own-address.ts';
import { readMail } from './read-mail.ts';

/** `closed`: no longer theirs to add. `later`: the same mail is coming in at this very moment. */
type Outcome = 'taken' | 'closed' | 'later';
type Original = 'kept' | 'no_room';

interface Mail extends MailEvents {
  readonly mailId: string;
  readonly bytes: Buffer;
  readonly original: Original;
}

/**
 * One mail becomes events and a sealed file, or nothing at all. Its bytes are sealed on disk first; then all of it comes to stand in the
 * database at once. Stopped halfway, the sender sends it again: it has the same id, so it goes on where it was.
 */
export async function takeInMail(needs: ForwardingNeeds, to: Addressed, bytes: Buffer): Promise<Outcome> {
  const mailId = mailIdOf(needs.mailKey, to.addressId, bytes);
  const original = await sealOriginal(needs, to, mailId, bytes);
  if (original !== 'kept' && original !== 'no_room') return original;
  const arrivedAt = needs.now();
  const found = eventsOf(await readMail({ mail: bytes, arrivedAt }), arrivedAt);
  return asSender(needs, to, (tx) => keep(needs, tx, to, { ...found, mailId, bytes, original }));
}

/** On disk, for whoever may still add; a row says that it is coming, so that no broom sweeps it away. */
async function sealOriginal(
  needs: ForwardingNeeds,
  to: Addressed,
  attachmentId: string,
  bytes: Buffer,
): Promise<Original | Outcome> {
  const { incidentId, employerId } = to;
  const begun = await asSender(needs, to, async (tx) => {
    if (!(await headForAdding(tx, incidentId))) return 'closed';
    if (await tx.maybeRow('select from incident.series_mail where id = $1', [attachmentId])) return 'taken';
    const fileName = nameOf(tx.now);
    const started = await startAttachment(needs, tx, { incidentId, attachmentId, fileName, size: bytes.length });
    if (!('refused' in started)) return 'begun';
    return started.refused === 'attachment-begun' ? 'later' : 'no_room';
  });
  if (begun !== 'begun') return begun;
  return asSender(needs, to, (tx) => writeOriginal(needs, tx, { attachmentId, employerId, incidentId }, bytes));
}

/** Held while it is written. Kept or given up since: nothing is written any more, and sent again it is known or begins anew. */
async function writeOriginal(
  needs: ForwardingNeeds,
  tx: Tx,
  ref: AttachmentRef,
  bytes: Buffer,
): Promise<'kept' | 'later'> {
  const held = await holdOwnArriving(tx, ref.attachmentId, 'alone').catch(unlessAbsent);
  if (held === undefined) return 'later';
  await sealArrived(needs, await needs.vault.openDossier(tx, ref.incidentId), ref, bytes);
  return 'kept';
}

function unlessAbsent(cause: unknown): undefined {
  if (!(cause instanceof Absent)) throw cause;
}

const nameOf = (at: Date) => `Doorgestuurde mail ${dutchClock(at).written.replace(':', '.')}.eml`;

/** It came as a mail, so it is one, also where its head is broken. */
const asMail = { kind: 'email', mediaType: 'message/rfc822' } as const;

async function keep(needs: ForwardingNeeds, tx: Tx, to: Addressed, mail: Mail): Promise<Outcome> {
  const { incidentId } = to;
  const head = await headForAdding(tx, incidentId);
  if (!head || !(await useAddress(tx, to))) return 'closed';
  const { isFirst } = await tx.row<{ isFirst: boolean }>(
    `select not exists (select from incident.series_mail
       where incident_id = $1 and person_id = $2 and came_in_at > $3) as "isFirst"`,
    [incidentId, tx.personId, new Date(tx.now.getTime() - TOGETHER_MS)],
  );
  if (!(await insert(tx, to, mail))) return 'taken';
  if (mail.original === 'kept') {
    const completed = await completeAttachment(needs, tx, mail.mailId, asMail);
    if ('refused' in completed) throw new Error(`The mail itself could not be kept: ${completed.refused}`);
    // Another mail with the same number and the same words wrote over it at this very moment: sent again, it is written anew.
    if (completed.sha256 !== sha256Of(mail.bytes)) throw new Error('Beside these events would stand another mail');
  }
  const texts = await needs.vault.openDossier(tx, incidentId);
  const added = await keepEvents(tx, texts, { incidentId, events: mail.events, mailId: mail.mailId });
  await tellOfEvents(tx, { incidentId, added, isConcerned: head.isConcerned, isStep: isFirst });
  await recordTaken(tx, to, mail);
  return 'taken';
}

const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Forty mails in a row are one thing that happened: only the first of a quarter of an hour is a step of its own. */
const TOGETHER_MS = 15 * 60_000;

/** Whoever uses it keeps it for another month. Two mails to one address wait for each other here; an ended one takes nothing. */
async function useAddress(tx: Tx, { addressId }: Addressed): Promise<boolean> {
  const used = await tx.execute(
    `update incident.series_address set last_used_at = $2, expires_at = greatest(expires_at, $3)
     where id = $1 and ended_at is null and expires_at > $2`,
    [addressId, tx.now, worksUntil(tx.now)],
  );
  return used === 1;
}

/** False when the same mail stands there already. */
async function insert(tx: Tx, { addressId, incidentId }: Addressed, mail: Mail): Promise<boolean> {
  const added = await tx.execute(
    `insert into incident.series_mail
       (id, employer_id, incident_id, address_id, person_id, came_in_at, reading, original, numbers_left_out)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (id) do nothing`,
    [
      mail.mailId,
      tx.employerId,
      incidentId,
      addressId,
      tx.personId,
      tx.now,
      mail.reading,
      mail.original,
      mail.numbersLeftOut,
    ],
  );
  return added === 1;
}

async function recordTaken(tx: Tx, { addressId, incidentId }: Addressed, mail: Mail): Promise<void> {
  const { mailId, reading, original, numbersLeftOut } = mail;
  await tx.recordAudit({
    action: 'mail-taken-in',
    objectKind: 'series-mail',
    objectId: mailId,
    incidentId,
    detail: { addressId, reading, original, numbersLeftOut, events: mail.events.length },
  });
}
