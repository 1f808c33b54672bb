import { type BlobStore, type SealedFile, sealedFile, type Texts } from '../../platform/index.ts';

export interface AttachmentRef {
  readonly attachmentId: string;
  readonly employerId: string;
  readonly incidentId: string;
}

/** What is kept of one attachment. Of what came in never more than one, and never altered. */
type Form = 'original' | 'copy' | 'thumbnail';

export function addressOf({ employerId, incidentId, attachmentId }: AttachmentRef): string {
  return `${employerId}/${incidentId}/${attachmentId}`;
}

/** Sealed with a key of its own, which stems from the key of the dossier: without the dossier's key nobody opens it. */
export function fileOf(
  store: BlobStore,
  texts: Texts,
  ref: AttachmentRef,
  { form, size }: { readonly form: Form; readonly size: number },
): SealedFile {
  const key = texts.keyFor(`attachment:${ref.attachmentId}:${form}`);
  return sealedFile({ store, address: `${addressOf(ref)}/${form}`, key, size });
}

export const sealedAsName = (attachmentId: string) => `attachment-name:${attachmentId}`;
export const sealedAsHiddenReason = (attachmentId: string) => `attachment-hidden:${attachmentId}`;

/** With this the browser seals what it keeps until it is sent: the key is here, the bytes are there. */
export function resumeKeyOf(texts: Texts, attachmentId: string): string {
  return texts.keyFor(`attachment:${attachmentId}:resume`).toString('base64');
}
