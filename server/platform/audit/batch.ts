import { type KeyObject, sign, verify } from 'node:crypto';
import { encoded } from './entry-row.ts';
import { sha256 } from './merkle.ts';

/** A row of platform.audit_batch: a sealed piece of the log, chained to the one before. */
export interface Batch extends BatchContent {
  readonly head: Buffer;
  readonly signature: Buffer;
}

export interface BatchContent {
  readonly number: number;
  readonly sealedAt: Date;
  readonly entryCount: number;
  readonly cluster: string;
  readonly horizon: string;
  readonly merkleRoot: Buffer;
  readonly previousHead: Buffer;
  readonly keyId: Buffer;
}

/** What stands before the first batch. */
export const NO_HEAD = Buffer.alloc(32);

const BATCH = 2;

export const SELECT_BATCH = `number::int as number, sealed_at as "sealedAt", entry_count as "entryCount", cluster,
  horizon::text as horizon, merkle_root as "merkleRoot", previous_head as "previousHead", head, key_id as "keyId", signature`;

export function headOf(batch: BatchContent): Buffer {
  const content = encoded([
    String(batch.number),
    batch.sealedAt.toISOString(),
    String(batch.entryCount),
    batch.cluster,
    batch.horizon,
    batch.merkleRoot.toString('hex'),
    batch.previousHead.toString('hex'),
    batch.keyId.toString('hex'),
  ]);
  return sha256(Buffer.concat([Uint8Array.of(BATCH), content]));
}

export function signed(batch: BatchContent, privateKey: KeyObject): Batch {
  const head = headOf(batch);
  return { ...batch, head, signature: sign(null, head, privateKey) };
}

export function isSignedBy(publicKey: KeyObject, head: Buffer, signature: Buffer): boolean {
  return verify(null, head, publicKey, signature);
}

/** Tells which key signed, without telling the key. */
export function keyIdOf(publicKey: KeyObject): Buffer {
  return sha256(publicKey.export({ type: 'spki', format: 'der' })).subarray(0, 8);
}
