import { type Refused, refuse, type Tx } from '../../platform/index.ts';
import { getIncidentHead } from '../incident-head.ts';
import { publishIncident } from '../publish-incident.ts';
import { recordStep } from '../record-step.ts';
import { fileOf } from './attachment-files.ts';
import type { AttachmentNeeds } from './attachment-needs.ts';
import { type AttachmentRow, giveUp, lockOwn } from './attachment-row.ts';
import { type KindRefusal, type WhatItIs, whatItIs } from './what-it-is.ts';

export type CompleteRefusal = KindRefusal | 'attachment-incomplete' | 'incident-corrected';

interface Completed {
  readonly attachmentId: string;
  readonly state: 'kept';
  readonly sha256: string;
}

/**
 * arriving → kept. The original is hashed as it came in, before anything is made of it; state, event and job are one.
 * `known`: by the way it came, where its bytes need not say so.
 */
export async function completeAttachment(
  needs: AttachmentNeeds,
  tx: Tx,
  attachmentId: string,
  known?: WhatItIs,
): Promise<Completed | Refused<CompleteRefusal>> {
  const attachment = await lockOwn(tx, attachmentId);
  if (attachment.state === 'kept') return alreadyKept(tx, attachmentId);
  const incident = await getIncidentHead(tx, attachment.incidentId);
  if (incident.state === 'corrected') return refuse('incident-corrected');
  const texts = await needs.vault.openDossier(tx, attachment.incidentId);
  const file = fileOf(needs.blobs, texts, attachment, { form: 'original', size: attachment.size });
  if ((await file.present()).length !== file.count) return refuse('attachment-incomplete');

  const found = known ?? (await whatItIs(file));
  if (typeof found === 'string') {
    await giveUp(tx, attachment);
    return refuse(found, { keep: true });
  }
  const sha256 = await file.hash();
  await keep(needs, tx, attachment, found, sha256);
  await tell(tx, attachment, sha256, incident.isConcerned);
  return { attachmentId, state: 'kept', sha256 };
}

/** The answer got lost and the browser asks again. */
async function alreadyKept(tx: Tx, attachmentId: string): Promise<Completed> {
  const { sha256 } = await tx.row<{ sha256: Buffer }>('select sha256 from incident.attachment where id = $1', [
    attachmentId,
  ]);
  return { attachmentId, state: 'kept', sha256: sha256.toString('hex') };
}

async function keep(
  { scanner }: AttachmentNeeds,
  tx: Tx,
  { attachmentId, incidentId }: AttachmentRow,
  { kind, mediaType }: WhatItIs,
  sha256: string,
): Promise<void> {
  const scan = scanner ? 'waiting' : 'not_scanned';
  const copy = kind === 'image' ? 'waiting' : 'none';
  await tx.execute(
    `update incident.attachment set state = 'kept', kept_at = $2, sha256 = $3, kind = $4, media_type = $5, scan = $6, copy = $7
     where id = $1`,
    [attachmentId, tx.now, Buffer.from(sha256, 'hex'), kind, mediaType, scan, copy],
  );
  if (scan === 'waiting' || copy === 'waiting')
    await tx.enqueue({ kind: 'prepare-attachment', runAt: tx.now, data: { incidentId, attachmentId } });
}

/** Ten photos in a row are one thing that happened: only the first of a quarter of an hour is a step of its own. */
const TOGETHER_MS = 15 * 60_000;

async function tell(tx: Tx, { attachmentId, incidentId }: AttachmentRow, sha256: string, isConcerned: boolean) {
  const { isFirst } = await tx.row<{ isFirst: boolean }>(
    `select not exists (select from incident.attachment
       where incident_id = $1 and person_id = $2 and id <> $3 and kept_at > $4) as "isFirst"`,
    [incidentId, tx.personId, attachmentId, new Date(tx.now.getTime() - TOGETHER_MS)],
  );
  if (isFirst) {
    await recordStep(tx, incidentId, { kind: 'attachment_added', actorId: tx.personId, forReporter: isConcerned });
  }
  await tx.recordEvent({ name: 'attachment-added', incidentId, data: { attachmentId, isFirst } });
  await tx.recordAudit({
    action: 'attachment-added',
    objectKind: 'attachment',
    objectId: attachmentId,
    incidentId,
    detail: { sha256 },
  });
  await publishIncident(tx, incidentId);
}
