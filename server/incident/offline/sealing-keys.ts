import { fromBase64url, toBase64url } from '../../../contract/base64url.ts';
import { type KeyPair, newKeyPair } from '../../../contract/hpke.ts';
import { newId, type Tx, type Vault } from '../../platform/index.ts';

export interface SealingKey {
  readonly id: string;
  readonly publicKey: Buffer;
}

interface SealingNeeds {
  readonly vault: Vault;
}

/** A key that leaks opens a season of reports, not all of them. */
const GIVEN_OUT_FOR_MS = 90 * 24 * 3_600_000;
const sealedAs = (keyId: string) => `sealing-key:${keyId}`;

/** The key that devices seal to now; a new one is made when the last has had its time. None is ever thrown away. */
export async function sealingKeyOfNow(needs: SealingNeeds, tx: Tx): Promise<SealingKey> {
  const usable = await newestSince(tx);
  if (usable) return usable;
  await tx.execute('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`sealing-key ${tx.employerId}`]);
  // Somebody else may have made it while we waited.
  return (await newestSince(tx)) ?? makeSealingKey(needs, tx);
}

async function newestSince(tx: Tx): Promise<SealingKey | undefined> {
  return tx.maybeRow<SealingKey>(
    `select id, public_key as "publicKey" from incident.sealing_key
     where employer_id = $1 and made_at > $2 order by made_at desc, id desc limit 1`,
    [tx.employerId, new Date(tx.now.getTime() - GIVEN_OUT_FOR_MS)],
  );
}

async function makeSealingKey({ vault }: SealingNeeds, tx: Tx): Promise<SealingKey> {
  const pair = await newKeyPair();
  const secret = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  const key = { id: newId(), publicKey: Buffer.from(pair.publicKey) };
  const sealed = (await vault.forEmployer(tx)).seal(sealedAs(key.id), toBase64url(secret));
  await tx.execute(
    `insert into incident.sealing_key (id, employer_id, public_key, sealed_private_key, made_at)
     values ($1, $2, $3, $4, $5)`,
    [key.id, tx.employerId, key.publicKey, sealed, tx.now],
  );
  await tx.recordAudit({ action: 'sealing-key-made', objectKind: 'sealing-key', objectId: key.id });
  return key;
}

/** However old. */
export async function findKeyPair({ vault }: SealingNeeds, tx: Tx, keyId: string): Promise<KeyPair | undefined> {
  const kept = await tx.maybeRow<{ publicKey: Buffer; sealed: Buffer }>(
    'select public_key as "publicKey", sealed_private_key as sealed from incident.sealing_key where id = $1',
    [keyId],
  );
  if (kept === undefined) return undefined;
  const secret = fromBase64url((await vault.forEmployer(tx)).open(sealedAs(keyId), kept.sealed));
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const privateKey = await crypto.subtle.importKey('pkcs8', secret, curve, false, ['deriveBits']);
  return { privateKey, publicKey: Uint8Array.from(kept.publicKey) };
}
