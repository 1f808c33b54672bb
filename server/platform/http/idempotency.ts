import { createHash } from 'node:crypto';
import type { QueryResult } from 'pg';
import { isUuid } from '../ids.ts';
import type { Tx } from '../tx.ts';
import { HttpFailure } from './problem.ts';

/** The key with which the client repeats a write, and what was asked under it. */
export interface WriteKey {
  readonly key: string;
  /** SHA-256 over method, address and body, in hexadecimals. */
  readonly requestHash: string;
}

export function writeKey(header: unknown, method: string, address: string, body: Uint8Array | undefined): WriteKey {
  const key = typeof header === 'string' ? header.toLowerCase() : '';
  if (!isUuid(key)) throw new HttpFailure('key-missing');
  const hash = createHash('sha256').update(`${method} ${address}\n`);
  if (body !== undefined) hash.update(body);
  return { key, requestHash: hash.digest('hex') };
}

/**
 * Goes in the same round trip as `begin`. Two requests with one key meet here: the second waits until the first is
 * committed, then claims nothing. The literals are a checked uuid and a digest of ours.
 */
export function claimStatement({ key, requestHash }: WriteKey): string {
  return (
    'insert into platform.idempotency_key (employer_id, person_id, key, request_hash, claimed_at) ' +
    `select platform.employer(), platform.person(), '${key}', '\\x${requestHash}', platform.now() ` +
    'where platform.person() is not null on conflict do nothing'
  );
}

export function isClaimed(opened: readonly QueryResult[]): boolean {
  return opened[0]?.rowCount === 1;
}

/** What was answered the first time. The same key with another request is a mistake of the client. */
export async function keptAnswer(tx: Tx, write: WriteKey): Promise<unknown> {
  const kept = await tx.maybeRow<{ hash: Buffer; answer: unknown }>(
    'select request_hash as hash, answer from platform.idempotency_key where employer_id = $1 and person_id = $2 and key = $3',
    [tx.employerId, tx.personId, write.key],
  );
  if (kept === undefined || kept.hash.toString('hex') !== write.requestHash) throw new HttpFailure('key-reused');
  return kept.answer;
}

/** Travels with the commit. */
export function keepAnswer(tx: Tx, write: WriteKey, answer: unknown): void {
  tx.later('update platform.idempotency_key set answer = $4 where employer_id = $1 and person_id = $2 and key = $3', [
    tx.employerId,
    tx.personId,
    write.key,
    JSON.stringify(answer ?? null),
  ]);
}

const KEPT_MS = 24 * 60 * 60 * 1000;

/** The work of the hourly job `forget-idempotency-keys`. */
export async function forgetOldKeys(tx: Tx): Promise<void> {
  await tx.execute('delete from platform.idempotency_key where claimed_at < $1', [
    new Date(tx.now.getTime() - KEPT_MS),
  ]);
}
