import { createHmac, randomBytes } from 'node:crypto';
import { isUuid } from '../../../platform/index.ts';

/** An address that nobody has used for so long has done its work. */
const DAYS_WITHOUT_USE = 30;

/** Small letters and digits that no mail program changes. */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
const LETTERS = 32;

/** What stands before the @: 160 random bits, as nobody guesses and every mail program takes. */
export function newLocalPart(): string {
  return Array.from(randomBytes(LETTERS), (byte) => alphabet[byte % alphabet.length]).join('');
}

/** To find it again by; without the key it says nothing. */
export function hashOfLocalPart(key: Uint8Array, localPart: string): Buffer {
  return createHmac('sha256', key).update(`address ${localPart.toLowerCase()}`).digest();
}

export function worksUntil(lastUsedAt: Date): Date {
  return new Date(lastUsedAt.getTime() + DAYS_WITHOUT_USE * 86_400_000);
}

/**
 * The id of a mail at an address: the same one sent again has the same id. Mail servers write above a mail by which way it came, so what
 * counts is its own number and all that stands below its head; of a mail without a number every byte.
 */
export function mailIdOf(key: Uint8Array, addressId: string, mail: Buffer): string {
  const { head, body } = headAndBody(mail);
  const [, number] = /^message-id:\s*(\S[^\r\n]*)/im.exec(head.toString('latin1')) ?? [];
  const hash = createHmac('sha256', key).update(`mail ${addressId} ${number?.trim() ?? ''}\n`);
  const bytes = hash
    .update(number === undefined ? mail : body)
    .digest()
    .subarray(0, 16);
  // A version 8 uuid: made of what it is the id of.
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const id = bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  if (!isUuid(id)) throw new Error('The id of a mail is no uuid');
  return id;
}

const LONGEST_HEAD = 256 * 1024;

function headAndBody(mail: Buffer): { head: Buffer; body: Buffer } {
  const ends = ['\r\n\r\n', '\n\n'].map((end) => mail.indexOf(end)).filter((at) => at >= 0);
  const end = Math.min(...ends, mail.length);
  return { head: mail.subarray(0, Math.min(end, LONGEST_HEAD)), body: mail.subarray(end) };
}
