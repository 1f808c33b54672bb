import { FileAnswer, type Refused, refuse, type Texts, type Tx } from '../../platform/index.ts';
import { mayEver } from '../incident-access.ts';
import { getIncidentHead } from '../incident-head.ts';
import { fileOf, sealedAsName } from './attachment-files.ts';
import type { AttachmentNeeds } from './attachment-needs.ts';
import { getKept, type KeptRow, keptAs } from './attachment-row.ts';
import { type LookRefusal, lookRefusal, shownAs } from './attachment-rules.ts';
import { statementOf } from './statement.ts';
import { nameToHandOut } from './what-it-is.ts';

type Looking = Pick<AttachmentNeeds, 'vault' | 'blobs'>;
export type ViewRefusal = LookRefusal | 'attachment-not-viewable';

interface Opened {
  readonly attachment: KeptRow;
  readonly texts: Texts;
  readonly name: string;
}

/** To look or listen. Of a picture never the original: it may say where somebody lives. */
export async function viewAttachment(
  needs: Looking,
  tx: Tx,
  attachmentId: string,
): Promise<FileAnswer | Refused<ViewRefusal>> {
  const opened = await open(needs, tx, attachmentId);
  if ('refused' in opened) return opened;
  const { attachment } = opened;
  const form = shownAs(keptAs(attachment));
  if (form === undefined) return refuse('attachment-not-viewable');
  await recordLook(tx, attachment, 'attachment-viewed');
  return form === 'copy'
    ? picture(needs, opened, 'copy', attachment.copySize)
    : fileFrom(needs, opened, { form, size: attachment.size, type: attachment.mediaType, isInline: true });
}

export async function thumbnailOf(
  needs: Looking,
  tx: Tx,
  attachmentId: string,
): Promise<FileAnswer | Refused<ViewRefusal>> {
  const opened = await open(needs, tx, attachmentId);
  if ('refused' in opened) return opened;
  if (shownAs(keptAs(opened.attachment)) !== 'copy') return refuse('attachment-not-viewable');
  await recordLook(tx, opened.attachment, 'attachment-thumbnail-viewed');
  return picture(needs, opened, 'thumbnail', opened.attachment.thumbnailSize);
}

/** Evidence: the bytes as they came in. */
export async function exportAttachment(
  needs: Looking,
  tx: Tx,
  attachmentId: string,
): Promise<FileAnswer | Refused<LookRefusal>> {
  const opened = await open(needs, tx, attachmentId);
  if ('refused' in opened) return opened;
  const { attachment } = opened;
  await recordLook(tx, attachment, 'attachment-exported');
  const type = attachment.mediaType;
  return fileFrom(needs, opened, { form: 'original', size: attachment.size, type, isInline: false });
}

/** The small text beside the evidence. */
export async function attachmentStatement(
  needs: Looking,
  tx: Tx,
  attachmentId: string,
): Promise<FileAnswer | Refused<LookRefusal>> {
  const opened = await open(needs, tx, attachmentId);
  if ('refused' in opened) return opened;
  const { attachment, name } = opened;
  const text = Buffer.from(await statementOf(tx, attachment, name), 'utf8');
  await recordLook(tx, attachment, 'attachment-statement-exported');
  return new FileAnswer({
    type: 'text/plain; charset=utf-8',
    size: text.length,
    headers: headersFor(`${nameToHandOut(name, attachment.mediaType)}.sha256.txt`, false, true),
    read: async function* (from, until) {
      yield text.subarray(from, until);
    },
  });
}

async function open({ vault }: Looking, tx: Tx, attachmentId: string): Promise<Opened | Refused<LookRefusal>> {
  const attachment = await getKept(tx, attachmentId);
  const { bits } = await getIncidentHead(tx, attachment.incidentId);
  const refusal = lookRefusal(keptAs(attachment), mayEver('hide_attachment', bits));
  if (refusal) return refuse(refusal);
  const texts = await vault.openDossier(tx, attachment.incidentId);
  return { attachment, texts, name: texts.open(sealedAsName(attachmentId), attachment.sealedName) };
}

async function recordLook(tx: Tx, { attachmentId, incidentId }: KeptRow, action: string): Promise<void> {
  await tx.recordAudit({ action, objectKind: 'attachment', objectId: attachmentId, incidentId });
}

function picture(
  needs: Looking,
  opened: Opened,
  form: 'copy' | 'thumbnail',
  size: number | null,
): FileAnswer | Refused<'attachment-not-viewable'> {
  if (size === null) return refuse('attachment-not-viewable');
  return fileFrom(needs, opened, { form, size, type: 'image/webp', isInline: true });
}

interface Sent {
  readonly form: 'original' | 'copy' | 'thumbnail';
  readonly size: number;
  readonly type: string;
  readonly isInline: boolean;
}

function fileFrom({ blobs }: Looking, { attachment, texts, name }: Opened, { form, size, type, isInline }: Sent) {
  const file = fileOf(blobs, texts, attachment, { form, size });
  const sentName = form === 'original' ? nameToHandOut(name, type) : `${name}.webp`;
  return new FileAnswer({
    type,
    size,
    headers: {
      ...headersFor(sentName, isInline, type !== 'application/pdf'),
      ...(form === 'original' && { 'repr-digest': `sha-256=:${attachment.sha256.toString('base64')}:` }),
    },
    read: file.read,
  });
}

/**
 * What came from outside gets no rights of ours: no script, no forms, no frames. A PDF cannot be in the sandbox, for then browsers do
 * not show it; `nosniff` keeps it a PDF, and that is shown in a sandbox of the browser's own.
 */
function headersFor(name: string, isInline: boolean, inSandbox: boolean): Record<string, string> {
  const plain = name.replace(/[^\w .-]/g, '_');
  return {
    'content-disposition': `${isInline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded(name)}`,
    'content-security-policy': `default-src 'none'; frame-ancestors 'none'${inSandbox ? '; sandbox' : ''}`,
    'x-content-type-options': 'nosniff',
  };
}

/** RFC 8187: what encodeURIComponent leaves alone and a header may not hold. */
const encoded = (name: string) =>
  encodeURIComponent(name).replace(/['()*!]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
