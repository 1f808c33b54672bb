import type { Attachment } from '../../../contract/incident.ts';

/** Where the browser itself fetches the bytes: the session goes along, and every look is on the record. */
export function addressOf(
  { attachmentId }: Pick<Attachment, 'attachmentId'>,
  what: 'view' | 'thumbnail' | 'original' | 'statement',
): string {
  return `/api/v1/attachments/${attachmentId}/${what}`;
}
