import { blake2b } from '@noble/hashes/blake2.js';

/**
 * A keyed fingerprint of a name or number, to find the same one again without being able to read it.
 * Written the same way or with other capitals, accents or spaces: one fingerprint.
 */
export function blindIndexOf(key: Uint8Array, text: string): Buffer {
  return Buffer.from(blake2b(Buffer.from(normalised(text), 'utf8'), { key, dkLen: 32 }));
}

/** The one spelling of a name or number: small letters without accents, and one space between words. */
export function normalised(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}
