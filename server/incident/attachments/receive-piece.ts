import { type Refused, refuse, type Tx } from '../../platform/index.ts';
import { fileOf } from './attachment-files.ts';
import type { AttachmentNeeds } from './attachment-needs.ts';
import { giveUp, holdOwnArriving } from './attachment-row.ts';
import { isWorthSending } from './what-it-is.ts';

export type PieceRefusal = 'piece-does-not-fit' | 'attachment-kind-not-allowed';

/** One piece, sealed before it touches the disk. The same piece again, or two at once: the last one whole stays. */
export async function receivePiece(
  needs: AttachmentNeeds,
  tx: Tx,
  { attachmentId, number, bytes }: { readonly attachmentId: string; readonly number: number; readonly bytes: Buffer },
): Promise<{ attachmentId: string } | Refused<PieceRefusal>> {
  const isWorthIt = number !== 0 || (await isWorthSending(bytes));
  const attachment = await holdOwnArriving(tx, attachmentId, isWorthIt ? 'together' : 'alone');
  const texts = await needs.vault.openDossier(tx, attachment.incidentId);
  const file = fileOf(needs.blobs, texts, attachment, { form: 'original', size: attachment.size });
  if (number >= file.count || bytes.length !== file.lengthOf(number)) return refuse('piece-does-not-fit');
  if (!isWorthIt) {
    await giveUp(tx, attachment);
    return refuse('attachment-kind-not-allowed', { keep: true });
  }
  await file.write(number, bytes);
  return { attachmentId };
}
