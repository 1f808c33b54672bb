import { PIECE_BYTES, type Texts } from '../../platform/index.ts';
import { type AttachmentRef, fileOf } from './attachment-files.ts';
import type { AttachmentNeeds } from './attachment-needs.ts';

/** The bytes of an announced file that came in whole: piece by piece, as if a browser had sent them. */
export async function sealArrived(
  { blobs }: Pick<AttachmentNeeds, 'blobs'>,
  texts: Texts,
  ref: AttachmentRef,
  bytes: Buffer,
): Promise<void> {
  const file = fileOf(blobs, texts, ref, { form: 'original', size: bytes.length });
  for (let number = 0; number < file.count; number += 1) {
    await file.write(number, bytes.subarray(number * PIECE_BYTES, (number + 1) * PIECE_BYTES));
  }
}
