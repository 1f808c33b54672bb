import { createHash } from 'node:crypto';
import { isUuid } from '../ids.ts';
import type { Tx } from '../tx.ts';
import { HttpFailure } from './problem.ts';

/** The key with which the client repeats a write, and what was asked under it. */
export interface WriteKey {
  readonly key: string;
  /** SHA-256 over method, address and body, in hexadecimals. */
  readonly requestHash: string;
}

/** What makes a write the same one. Throws `key-missing` where the header `Idempotency-Key` is no uuid. */
export function writeKey(header: unknown, method: string, address: string, body: Uint8Array | undefined): WriteKey {
  const key = typeof header === 'string' ? header.toLowerCase() : '';
  if (!isUuid(key)) throw new HttpFailure('key-missing');
  const hash = createHash('sha256').update(`${method} ${address}\n`);
  if (body !== undefined) hash.update(body);
  return { key, requestHash: hash.digest('hex') };
}

/**
 * Travels with the commit. Nothing is claimed beforehand, which would cost every write a round trip for the sake of the few
 * that are repeated: a repeat fails here, or earlier on what the first has changed, and then asks for the kept answer.
 */
export function keepAnswer(tx: Tx, write: WriteKey, answer: unknown): void {
  tx.alongside(
    `insert into platform.idempotency_key (employer_id, person_id, key, request_hash, answer, answered_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [tx.employerId, tx.personId, write.key, Buffer.from(write.requestHash, 'hex'), JSON.stringify(answer), tx.now],
  );
}

/** What was answered the first time, if there was one. The same key with another request is a mistake of the client. */
export async function findKeptAnswer(tx: Tx, write: WriteKey): Promise<{ readonly answer: unknown } | undefined> {
  const kept = await tx.maybeRow<{ hash: Buffer; answer: unknown }>(
    `select request_hash as hash, answer from platform.idempotency_key
     where employer_id = $1 and person_id = $2 and key = $3`,
    [tx.employerId, tx.personId, write.key],
  );
  if (kept !== undefined && kept.hash.toString('hex') !== write.requestHash) throw new HttpFailure('key-reused');
  return kept;
}

const KEPT_MS = 24 * 60 * 60 * 1000;

/** The work of the hourly job `forget-idempotency-keys`. */
export async function forgetOldKeys(tx: Tx): Promise<void> {
  await tx.execute('delete from platform.idempotency_key where answered_at < $1', [
    new Date(tx.now.getTime() - KEPT_MS),
  ]);
}
