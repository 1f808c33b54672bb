import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Keys } from '../keys.ts';

/** What a receipt is about: a device that gets Web Push messages, or one text message. */
export type ReceiptKind = 'push' | 'sms';

export interface ReceiptOf {
  readonly employerId: string;
  readonly id: string;
}

const ID_BYTES = 16;
const SEAL_BYTES = 16;

/** A reference that somebody outside can send back without signing in, and cannot make up. */
export function receiptFor(keys: Keys, kind: ReceiptKind, { employerId, id }: ReceiptOf): string {
  const ids = Buffer.concat([bytesOf(employerId), bytesOf(id)]);
  return Buffer.concat([ids, sealOf(keys, kind, ids)]).toString('base64url');
}

/** Undefined for what we did not hand out, or handed out for another kind. */
export function readReceipt(keys: Keys, kind: ReceiptKind, receipt: string): ReceiptOf | undefined {
  const bytes = Buffer.from(receipt, 'base64url');
  if (bytes.length !== 2 * ID_BYTES + SEAL_BYTES) return undefined;
  const ids = bytes.subarray(0, 2 * ID_BYTES);
  if (!timingSafeEqual(bytes.subarray(2 * ID_BYTES), sealOf(keys, kind, ids))) return undefined;
  return { employerId: uuidOf(ids.subarray(0, ID_BYTES)), id: uuidOf(ids.subarray(ID_BYTES)) };
}

function sealOf(keys: Keys, kind: ReceiptKind, ids: Buffer): Buffer {
  return createHmac('sha256', keys.derive(`receipt ${kind}`))
    .update(ids)
    .digest()
    .subarray(0, SEAL_BYTES);
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
