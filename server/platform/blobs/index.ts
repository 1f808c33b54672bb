export { blobsFor, usesBucket } from './blob-settings.ts';
export { type BlobStore, diskBlobs } from './disk-blobs.ts';
export { PIECE_BYTES, type SealedFile, sealedFile } from './sealed-file.ts';
