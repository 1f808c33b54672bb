import { isUtf8 } from 'node:buffer';
import type { ImportEncoding } from '../../../../contract/import-words.ts';

/** In which encoding these bytes are, found from the bytes themselves: what a program says about its files is often not so. */
export function encodingOf(bytes: Uint8Array): ImportEncoding {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  const zeros = zerosIn(bytes.subarray(0, 4096));
  if (zeros.odd > zeros.even * 8 && zeros.odd > 16) return 'utf-16le';
  if (zeros.even > zeros.odd * 8 && zeros.even > 16) return 'utf-16be';
  return isUtf8(bytes) || isMostlyUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** In UTF-16 every other byte of plain Latin text is zero. */
function zerosIn(bytes: Uint8Array): { even: number; odd: number } {
  const zeros = { even: 0, odd: 0 };
  bytes.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2 === 0 ? 'even' : 'odd'] += 1;
  });
  return zeros;
}

/**
 * A file in UTF-8 with a few broken characters: those rows are told apart later. In Windows-1252 text almost no two bytes
 * make a character of UTF-8 by chance.
 */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const following = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    if (following > 0 && areContinuations(bytes, at + 1, following)) {
      whole += 1;
      at += following;
    } else broken += 1;
  }
  return whole > broken * 2;
}

function areContinuations(bytes: Uint8Array, from: number, many: number): boolean {
  for (let at = from; at < from + many; at++) if (((bytes[at] ?? 0) & 0xc0) !== 0x80) return false;
  return true;
}

const CHUNK = 256 * 1024;

/** The text piece by piece, so that a large file never stands in memory twice. */
export function* decoded(bytes: Uint8Array, encoding: ImportEncoding): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += CHUNK) {
    yield decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true });
  }
  yield decoder.decode();
}

/** Bytes that no text has: a picture, a program, a PDF. */
export function isBinary(bytes: Uint8Array, encoding: ImportEncoding): boolean {
  if (encoding.startsWith('utf-16')) return false;
  const head = bytes.subarray(0, 64 * 1024);
  return head.some((byte) => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 26);
}
