import type { Facts, OutsideHandler, OutsideNeeds, SealedFile, Texts, Tx } from '../../platform/index.ts';
import { publishIncident } from '../publish-incident.ts';
import { fileOf } from './attachment-files.ts';
import type { AttachmentNeeds } from './attachment-needs.ts';
import { type KeptRow, keptColumns } from './attachment-row.ts';
import type { ScanOutcome } from './scanner.ts';
import { viewingCopy } from './viewing-copy.ts';

export const prepareAttachmentJob = 'prepare-attachment';

/** First the scanner, then the copy to look at. Outside a transaction: both may take long, and both may be done twice. */
export function prepareAttachment(needs: AttachmentNeeds): OutsideHandler {
  return async (job, outside) => {
    const found = await outside.transact((tx) => find(needs, tx, String(job.data['attachmentId'])));
    // Corrected meanwhile: there is nothing left to prepare.
    if (found === undefined) return;
    const { attachment, texts } = found;
    const original = fileOf(needs.blobs, texts, attachment, { form: 'original', size: attachment.size });
    if (attachment.scan === 'waiting') {
      // A scanner that was taken away meanwhile must not keep a file closed for ever.
      const outcome = (await needs.scanner?.(original.read(), outside.signal)) ?? 'not_scanned';
      await outside.transact((tx) => recordScan(tx, attachment, outcome));
      if (outcome === 'infected') return;
    }
    if (attachment.copy === 'waiting') await makeCopy(needs, outside, { attachment, texts, original });
  };
}

interface Found {
  readonly attachment: KeptRow;
  readonly texts: Texts;
}

async function find({ vault }: AttachmentNeeds, tx: Tx, attachmentId: string): Promise<Found | undefined> {
  const attachment = await tx.maybeRow<KeptRow>(
    `select ${keptColumns} from incident.attachment a where a.id = $1 and a.state = 'kept' and a.scan <> 'infected'`,
    [attachmentId],
  );
  if (attachment === undefined) return undefined;
  const texts = (await vault.openDossiers(tx, [attachment.incidentId])).get(attachment.incidentId);
  return texts && { attachment, texts };
}

async function recordScan(tx: Tx, { attachmentId, incidentId }: KeptRow, scan: ScanOutcome) {
  await tx.execute(
    `update incident.attachment set scan = $2, copy = case when $2 = 'infected' and copy = 'waiting' then 'impossible' else copy end
     where id = $1`,
    [attachmentId, scan],
  );
  const action = scan === 'not_scanned' ? 'attachment-scan-left-out' : 'attachment-scanned';
  await record(tx, { attachmentId, incidentId }, action, { scan });
}

async function makeCopy(
  { blobs }: AttachmentNeeds,
  outside: OutsideNeeds,
  { attachment, texts, original }: Found & { readonly original: SealedFile },
): Promise<void> {
  const { mediaType } = attachment;
  const made = await viewingCopy({ bytes: await original.bytes(0, original.size), mediaType }, outside.signal);
  if (made) {
    for (const form of ['copy', 'thumbnail'] as const) {
      const bytes = made[form];
      const file = fileOf(blobs, texts, attachment, { form, size: bytes.length });
      for (let number = 0, at = 0; number < file.count; at += file.lengthOf(number), number++)
        await file.write(number, bytes.subarray(at, at + file.lengthOf(number)));
    }
  }
  await outside.transact(async (tx) => {
    await tx.execute('update incident.attachment set copy = $2, copy_size = $3, thumbnail_size = $4 where id = $1', [
      attachment.attachmentId,
      made ? 'ready' : 'impossible',
      made?.copy.length ?? null,
      made?.thumbnail.length ?? null,
    ]);
    await record(tx, attachment, 'attachment-copied', { copy: made ? 'ready' : 'impossible' });
  });
}

async function record(
  tx: Tx,
  { attachmentId, incidentId }: Pick<KeptRow, 'attachmentId' | 'incidentId'>,
  action: string,
  detail: Facts,
): Promise<void> {
  await tx.recordAudit({ action, objectKind: 'attachment', objectId: attachmentId, incidentId, detail });
  await publishIncident(tx, incidentId);
}
