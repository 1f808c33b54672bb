import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { SealBroken } from '../vault/index.ts';
import type { BlobStore } from './disk-blobs.ts';

/**
 * A file of any size, sealed in pieces with AES-256-GCM: it comes in piece by piece, in any order and again after a cut line, and
 * goes out from any byte. Its address, the place of the piece and how many there are belong to each seal: pieces cannot be
 * exchanged, left out or moved to another file.
 */
export interface SealedFile {
  readonly size: number;
  readonly count: number;
  /** How long this piece must be. */
  lengthOf(number: number): number;
  write(number: number, plain: Uint8Array): Promise<void>;
  /** The numbers of the pieces that are there. */
  present(): Promise<readonly number[]>;
  /** Throws `SealBroken` when a piece is absent, was changed, or belongs somewhere else. */
  read(from?: number, until?: number): AsyncGenerator<Buffer>;
  bytes(from: number, until: number): Promise<Buffer>;
  /** SHA-256 over the whole, in hexadecimals. */
  hash(): Promise<string>;
}

export interface SealedFileAt {
  readonly store: BlobStore;
  readonly address: string;
  /** Of this file alone. */
  readonly key: Uint8Array;
  readonly size: number;
}

/** Small enough for a phone with little network: what is cut off is sent again in a moment. */
export const PIECE_BYTES = 512 * 1024;

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + NONCE_BYTES;

export function sealedFile({ store, address, key, size }: SealedFileAt): SealedFile {
  const count = Math.ceil(size / PIECE_BYTES);
  const lengthOf = (number: number) => Math.max(0, Math.min(PIECE_BYTES, size - number * PIECE_BYTES));
  const context = (number: number) => Buffer.from(`${address}/${number} of ${count}`, 'utf8');

  async function piece(number: number): Promise<Buffer> {
    const sealed = await store.get(`${address}/${number}`);
    if (sealed === undefined) throw new SealBroken('A piece of this file is not there');
    const plain = openPiece(key, context(number), sealed);
    if (plain.length !== lengthOf(number)) throw new SealBroken('A piece of this file is not as long as it was');
    return plain;
  }

  async function* read(from = 0, until = size): AsyncGenerator<Buffer> {
    for (let number = Math.floor(from / PIECE_BYTES); number * PIECE_BYTES < Math.min(until, size); number++) {
      const start = number * PIECE_BYTES;
      yield (await piece(number)).subarray(Math.max(0, from - start), until - start);
    }
  }

  return {
    size,
    count,
    lengthOf,
    read,
    write: (number, plain) => store.put(`${address}/${number}`, sealPiece(key, context(number), plain)),
    async present() {
      const names = await store.list(address);
      return names.map(Number).sort((one, other) => one - other);
    },
    async bytes(from, until) {
      const parts: Buffer[] = [];
      for await (const part of read(from, until)) parts.push(part);
      return Buffer.concat(parts);
    },
    async hash() {
      const hash = createHash('sha256');
      for await (const part of read()) hash.update(part);
      return hash.digest('hex');
    },
  };
}

function sealPiece(key: Uint8Array, context: Uint8Array, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(context);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Uint8Array.of(VERSION), nonce, body, cipher.getAuthTag()]);
}

function openPiece(key: Uint8Array, context: Uint8Array, sealed: Buffer): Buffer {
  if (sealed[0] !== VERSION || sealed.length < HEAD_BYTES + TAG_BYTES) throw new SealBroken('This is no sealed piece');
  const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, HEAD_BYTES), { authTagLength: TAG_BYTES });
  cipher.setAAD(context).setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([cipher.update(sealed.subarray(HEAD_BYTES, -TAG_BYTES)), cipher.final()]);
  } catch (cause) {
    throw new SealBroken('This piece was sealed with another key, for another place, or was changed', { cause });
  }
}
