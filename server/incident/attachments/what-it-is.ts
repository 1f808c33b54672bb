import { fileTypeFromBuffer } from 'file-type';
import type { AttachmentKind } from '../../../contract/incident.ts';
import { endingOf } from './attachment-rules.ts';
import { isOutlookMessage, lettersInZip } from './what-is-inside.ts';

/** Bytes that can be looked at from anywhere, as a sealed file gives them. */
export interface Readable {
  readonly size: number;
  bytes(from: number, until: number): Promise<Buffer>;
}

export interface WhatItIs {
  readonly kind: AttachmentKind;
  readonly mediaType: string;
}

export type KindRefusal = 'attachment-kind-not-allowed' | 'attachment-has-macros';

/** What may be added, by the name that its bytes give it, with the endings that fit it; the first is given when it is handed out. */
const allowed: Readonly<Record<string, { readonly kind: AttachmentKind; readonly endings: readonly string[] }>> = {
  'image/jpeg': { kind: 'image', endings: ['jpg', 'jpeg', 'jfif', 'jpe'] },
  'image/png': { kind: 'image', endings: ['png'] },
  'image/gif': { kind: 'image', endings: ['gif'] },
  'image/webp': { kind: 'image', endings: ['webp'] },
  'image/avif': { kind: 'image', endings: ['avif'] },
  'image/heic': { kind: 'image', endings: ['heic', 'heif'] },
  'image/tiff': { kind: 'image', endings: ['tif', 'tiff'] },
  'audio/mpeg': { kind: 'audio', endings: ['mp3', 'mpga'] },
  'audio/wav': { kind: 'audio', endings: ['wav'] },
  'audio/ogg': { kind: 'audio', endings: ['ogg', 'oga', 'opus'] },
  'audio/mp4': { kind: 'audio', endings: ['m4a', 'mp4', 'aac'] },
  'audio/aac': { kind: 'audio', endings: ['aac'] },
  'audio/amr': { kind: 'audio', endings: ['amr'] },
  'audio/flac': { kind: 'audio', endings: ['flac'] },
  'video/mp4': { kind: 'video', endings: ['mp4', 'm4v', 'm4a'] },
  'video/quicktime': { kind: 'video', endings: ['mov', 'qt'] },
  'video/webm': { kind: 'video', endings: ['webm'] },
  'video/3gpp': { kind: 'video', endings: ['3gp', '3gpp'] },
  'application/pdf': { kind: 'document', endings: ['pdf'] },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { kind: 'document', endings: ['docx'] },
  'application/vnd.oasis.opendocument.text': { kind: 'document', endings: ['odt'] },
  'message/rfc822': { kind: 'email', endings: ['eml'] },
  'application/vnd.ms-outlook': { kind: 'email', endings: ['msg'] },
};

/** The same thing, as the library calls it. */
const otherNames: Readonly<Record<string, string>> = {
  'audio/ogg; codecs=opus': 'audio/ogg',
  'audio/x-m4a': 'audio/mp4',
  'audio/x-flac': 'audio/flac',
  'image/heif': 'image/heic',
  'image/heic-sequence': 'image/heic',
  'video/3gpp2': 'video/3gpp',
};

const HEAD_BYTES = 64 * 1024;

/** Looks at the bytes only. A file is never unpacked or run; the most that is read are its table of contents and its first pages. */
export async function whatItIs(file: Readable): Promise<WhatItIs | KindRefusal> {
  const head = await file.bytes(0, Math.min(file.size, HEAD_BYTES));
  if (isZip(head)) return knownAs(await lettersInZip(file));
  if (isCompoundFile(head)) return knownAs((await isOutlookMessage(file)) ? 'application/vnd.ms-outlook' : undefined);
  if (isEmail(head)) return knownAs('message/rfc822');
  const found = (await fileTypeFromBuffer(head))?.mime;
  return knownAs(found && (otherNames[found] ?? found));
}

/** With the first piece only: whether it makes sense to send the rest. */
export async function isWorthSending(head: Buffer): Promise<boolean> {
  if (isZip(head) || isCompoundFile(head)) return true;
  const found = await whatItIs({ size: head.length, bytes: async (from, until) => head.subarray(from, until) });
  return typeof found === 'object';
}

function knownAs(mediaType: string | undefined): WhatItIs | KindRefusal {
  if (mediaType === 'attachment-has-macros') return mediaType;
  const kind = mediaType === undefined ? undefined : allowed[mediaType]?.kind;
  return kind === undefined || mediaType === undefined ? 'attachment-kind-not-allowed' : { kind, mediaType };
}

/** Whether the name says something else than the bytes: "foto.jpg" that is a letter. A name without an ending says nothing. */
export function isMislabelled(name: string, mediaType: string): boolean {
  const ending = endingOf(name);
  return ending !== '' && !(allowed[mediaType]?.endings.includes(ending) ?? false);
}

/** The name under which it is handed out: with an ending that opens the right program. */
export function nameToHandOut(name: string, mediaType: string): string {
  const [ending] = allowed[mediaType]?.endings ?? [];
  return ending === undefined || (endingOf(name) !== '' && !isMislabelled(name, mediaType))
    ? name
    : `${name}.${ending}`;
}

function isZip(head: Buffer): boolean {
  return head.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'));
}

/** The container of Outlook messages, and of old Word documents. */
function isCompoundFile(head: Buffer): boolean {
  return head.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'));
}

const mailHeaders =
  /^(?:from|to|subject|date|received|message-id|mime-version|return-path|delivered-to|content-type)$/i;

/** A message as mail programs save it begins with its headers: at least two that every message has, and no binary in between. */
function isEmail(head: Buffer): boolean {
  const start = head.subarray(0, 16 * 1024);
  if (start.includes(0)) return false;
  const [headers = ''] = start
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .split(/\r?\n\r?\n/, 1);
  const lines = headers.split(/\r?\n/).filter((line) => !/^[ \t]/.test(line));
  const names = lines.map((line) => /^([!-9;-~]{1,60}):/.exec(line)?.[1]);
  // The last line may be cut off.
  if (names.slice(0, -1).includes(undefined)) return false;
  return new Set(names.filter((name) => name !== undefined && mailHeaders.test(name))).size >= 2;
}
