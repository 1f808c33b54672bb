import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { cursor, id, incidentParams, limit, moment, personRef, shortText } from './incident-shapes.ts';

/** What may be added. Everything else is refused, whatever its name says. */
export const attachmentKinds = ['image', 'audio', 'video', 'document', 'email'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

const attachmentParams = z.strictObject({ attachmentId: id });
const file = z.unknown();

const shown = z.strictObject({
  attachmentId: id,
  fileName: z.string(),
  kind: z.enum(attachmentKinds),
  mediaType: z.string(),
  /** The ending of the name says something else than the bytes do. */
  isMislabelled: z.boolean(),
  size: z.number().int(),
  sha256: z.string(),
  addedBy: personRef,
  addedAt: moment,
  scan: z.enum(['not_scanned', 'waiting', 'clean', 'infected']),
  /** Of a picture: the copy without place and device. `none` for what has no copy. */
  copy: z.enum(['none', 'waiting', 'ready', 'impossible']),
  /** Whether this reader may open it in the browser now. */
  canBeViewed: z.boolean(),
  canBeExported: z.boolean(),
  hidden: z.strictObject({ by: personRef, at: moment, reason: z.string() }).nullable(),
});
export type Attachment = z.infer<typeof shown>;

/** What a browser needs to go on with a file after a reload. */
const upload = z.strictObject({
  attachmentId: id,
  pieceBytes: z.number().int(),
  /** The numbers of the pieces that are in. */
  received: z.array(z.number().int()),
  /** Seals what the browser keeps until it is sent; it never leaves the memory of the page. */
  resumeKey: z.string(),
});
export type Upload = z.infer<typeof upload>;

export const listAttachments = endpoint({
  name: 'listAttachments',
  method: 'GET',
  path: '/incidents/{incidentId}/attachments',
  access: 'session',
  summary: 'Files with an incident: those this reader may see, and what of their own is still arriving',
  params: incidentParams,
  query: z.strictObject({ cursor, limit }),
  answer: z.strictObject({
    attachments: z.array(shown),
    next: z.string().nullable(),
    unfinished: z.array(upload.extend({ fileName: z.string(), size: z.number().int() })),
    limits: z.strictObject({ fileBytes: z.number().int(), dossierBytes: z.number().int() }),
    mayAdd: z.boolean(),
    mayHide: z.boolean(),
  }),
});
export type AttachmentList = z.infer<typeof listAttachments.answer>;

export const startAttachment = endpoint({
  name: 'startAttachment',
  method: 'POST',
  path: '/incidents/{incidentId}/attachments',
  access: 'session',
  summary: 'Announce a file; asked again for the same file, it says which pieces are in',
  params: incidentParams,
  body: z.strictObject({ attachmentId: id, fileName: z.string().max(1000), size: z.number().int().min(0).max(1e15) }),
  answer: upload,
  refusals: ['incident-corrected', 'attachment-empty', 'attachment-too-large', 'dossier-full', 'attachment-begun'],
  idempotency: 'none',
});

export const sendAttachmentPiece = endpoint({
  name: 'sendAttachmentPiece',
  method: 'PUT',
  path: '/attachments/{attachmentId}/pieces/{number}',
  access: 'session',
  summary: 'One piece of a file, as it is; in any order, and again when the line was cut',
  params: attachmentParams.extend({ number: z.coerce.number().int().min(0).max(1_000_000) }),
  answer: z.strictObject({ attachmentId: id }),
  refusals: ['piece-does-not-fit', 'attachment-kind-not-allowed'],
  bodyLimit: 512 * 1024,
  idempotency: 'none',
  bytes: 'body',
});

export const completeAttachment = endpoint({
  name: 'completeAttachment',
  method: 'POST',
  path: '/attachments/{attachmentId}/completion',
  access: 'session',
  summary: 'All pieces are in: the file is looked at, hashed and kept',
  params: attachmentParams,
  body: z.strictObject({}),
  answer: z.strictObject({ attachmentId: id, state: z.literal('kept'), sha256: z.string() }),
  refusals: ['attachment-incomplete', 'attachment-kind-not-allowed', 'attachment-has-macros', 'incident-corrected'],
});

export const cancelAttachment = endpoint({
  name: 'cancelAttachment',
  method: 'DELETE',
  path: '/attachments/{attachmentId}',
  access: 'session',
  summary: 'Give up a file that is still arriving; what is kept stays',
  params: attachmentParams,
  answer: z.strictObject({ attachmentId: id }),
  refusals: ['attachment-is-kept'],
});

export const hideAttachment = endpoint({
  name: 'hideAttachment',
  method: 'POST',
  path: '/attachments/{attachmentId}/hiding',
  access: 'session',
  summary: 'Take a file out of sight, with the reason; it stays in the dossier',
  params: attachmentParams,
  body: z.strictObject({ reason: shortText }),
  answer: z.strictObject({ attachmentId: id, state: z.literal('hidden') }),
  refusals: ['attachment-hidden', 'incident-corrected'],
});

const looking = ['attachment-hidden', 'attachment-not-scanned-yet', 'attachment-infected'] as const;

export const viewAttachment = endpoint({
  name: 'viewAttachment',
  method: 'GET',
  path: '/attachments/{attachmentId}/view',
  access: 'session',
  summary: 'To look or listen: of a picture the copy without hidden data; the look is recorded',
  params: attachmentParams,
  answer: file,
  refusals: [...looking, 'attachment-not-viewable'],
  bytes: 'answer',
});

export const attachmentThumbnail = endpoint({
  name: 'attachmentThumbnail',
  method: 'GET',
  path: '/attachments/{attachmentId}/thumbnail',
  access: 'session',
  summary: 'A picture, small; the look is recorded',
  params: attachmentParams,
  answer: file,
  refusals: [...looking, 'attachment-not-viewable'],
  bytes: 'answer',
});

export const exportAttachment = endpoint({
  name: 'exportAttachment',
  method: 'GET',
  path: '/attachments/{attachmentId}/original',
  access: 'session',
  summary: 'The file exactly as it came in, as evidence; recorded',
  params: attachmentParams,
  answer: file,
  refusals: looking,
  bytes: 'answer',
});

export const attachmentStatement = endpoint({
  name: 'attachmentStatement',
  method: 'GET',
  path: '/attachments/{attachmentId}/statement',
  access: 'session',
  summary: 'A small text to go with the file: its hash, and when and by whom it was added',
  params: attachmentParams,
  answer: file,
  refusals: looking,
  bytes: 'answer',
});
