import { hkdfSync, randomBytes } from 'node:crypto';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';

/** Texts that belong together under one key: the dossier of one incident, or the drafts of one employer. */
export interface Texts {
  /** `field` is part of the seal: a story cannot be passed off as a name, nor moved to another dossier. */
  seal(field: string, text: string): Buffer;
  /** Throws `SealBroken` when key, field or bytes are not those it was sealed with. */
  open(field: string, sealed: Uint8Array): string;
  /** A key of its own for a file that is too large to be a text; it is gone when the key of these texts is. */
  keyFor(purpose: string): Buffer;
}

export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

const VERSION = 1;
const NONCE_BYTES = 24;
const HEAD_BYTES = 1 + NONCE_BYTES;
/** Sealed texts come in steps of this many bytes, so that their length tells less: "Jan" is as long as "Wilhelmina". */
const STEP = 64;
const END_OF_TEXT = 0x80;

export function textsUnder(key: Uint8Array, owner: string): Texts {
  return {
    seal: (field, text) => sealBytes(key, context(owner, field), padded(Buffer.from(text, 'utf8'))),
    open: (field, sealed) => unpadded(openBytes(key, context(owner, field), sealed)).toString('utf8'),
    keyFor: (purpose) => Buffer.from(hkdfSync('sha256', key, owner, `file ${purpose}`, 32)),
  };
}

export function wrapKey(outer: Uint8Array, owner: string, inner: Uint8Array): Buffer {
  return sealBytes(outer, context(owner, 'key'), inner);
}

/** Throws `SealBroken` when it was wrapped under another key or for another owner. */
export function unwrapKey(outer: Uint8Array, owner: string, wrapped: Uint8Array): Buffer {
  return openBytes(outer, context(owner, 'key'), wrapped);
}

function sealBytes(key: Uint8Array, associated: Uint8Array, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const body = xchacha20poly1305(key, nonce, associated).encrypt(plain);
  return Buffer.concat([Uint8Array.of(VERSION), nonce, body]);
}

function openBytes(key: Uint8Array, associated: Uint8Array, sealed: Uint8Array): Buffer {
  if (sealed[0] !== VERSION || sealed.length <= HEAD_BYTES) throw new SealBroken('These are not sealed bytes');
  try {
    const nonce = sealed.subarray(1, HEAD_BYTES);
    return Buffer.from(xchacha20poly1305(key, nonce, associated).decrypt(sealed.subarray(HEAD_BYTES)));
  } catch (cause) {
    throw new SealBroken('This was sealed with another key, for another place, or was changed', { cause });
  }
}

/** The length of the owner stands in front, so that no owner and field can be read as another pair. */
function context(owner: string, field: string): Uint8Array {
  return Buffer.from(`${owner.length}:${owner}${field}`, 'utf8');
}

function padded(text: Buffer): Buffer {
  const whole = Buffer.alloc(Math.ceil((text.length + 1) / STEP) * STEP);
  text.copy(whole);
  whole[text.length] = END_OF_TEXT;
  return whole;
}

function unpadded(whole: Buffer): Buffer {
  const end = whole.lastIndexOf(END_OF_TEXT);
  // Zeros are all that may follow the mark; 0x80 inside a text is always followed by the mark itself.
  return whole.subarray(0, end);
}
