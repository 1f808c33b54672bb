import { type Refused, refuse, type Tx } from '../../platform/index.ts';
import { giveUp, lockOwn } from './attachment-row.ts';

/** Only what is still arriving can be taken back. What is kept may be evidence. */
export async function cancelAttachment(
  tx: Tx,
  attachmentId: string,
): Promise<{ attachmentId: string } | Refused<'attachment-is-kept'>> {
  const attachment = await lockOwn(tx, attachmentId);
  if (attachment.state === 'kept') return refuse('attachment-is-kept');
  await giveUp(tx, attachment);
  return { attachmentId };
}
