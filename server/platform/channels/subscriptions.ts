import { createHash } from 'node:crypto';
import { newId } from '../ids.ts';
import type { Tx } from '../tx.ts';
import type { Vault } from '../vault/index.ts';
import type { PushAddress } from './web-push.ts';

/** The address of a device opens a way to it, so it is sealed and found again by its hash. */
export async function subscribe(
  tx: Tx,
  vault: Vault,
  address: PushAddress,
  deviceId: string | null = null,
): Promise<string> {
  const hash = hashOf(address.endpoint);
  const known = await tx.maybeRow<{ id: string }>(
    'select id from platform.push_subscription where endpoint_hash = $1 and person_id = $2',
    [hash, tx.personId],
  );
  const subscriptionId = known?.id ?? newId();
  const sealed = (await vault.forEmployer(tx)).seal(fieldOf(subscriptionId), JSON.stringify(address));
  // Two tabs at once: the second keeps its own keys under the id of the first.
  const row = await tx.row<{ id: string }>(
    `insert into platform.push_subscription (id, employer_id, person_id, endpoint_hash, sealed_address, created_at, device_id)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (endpoint_hash, person_id) do update
       set sealed_address = case when push_subscription.id = excluded.id then excluded.sealed_address
                                 else push_subscription.sealed_address end,
           device_id = coalesce(excluded.device_id, push_subscription.device_id)
     returning id`,
    [subscriptionId, tx.employerId, tx.personId, hash, sealed, tx.now, deviceId],
  );
  return row.id;
}

export async function unsubscribe(tx: Tx, subscriptionId: string): Promise<boolean> {
  return (await tx.execute('delete from platform.push_subscription where id = $1', [subscriptionId])) > 0;
}

/** A shared device: whoever subscribed on it last is told there, and nobody else. */
export async function leaveDeviceTo(tx: Tx, subscriptionId: string): Promise<void> {
  await tx.execute(
    `delete from platform.push_subscription other using platform.push_subscription mine
     where mine.id = $1 and other.endpoint_hash = mine.endpoint_hash and other.id <> mine.id`,
    [subscriptionId],
  );
}

/** By a job: nothing is told any more on this device, or to this person. */
export async function forgetPushOf(
  tx: Tx,
  of: { readonly deviceId: string } | { readonly personId: string },
): Promise<void> {
  const [column, id] = 'deviceId' in of ? ['device_id', of.deviceId] : ['person_id', of.personId];
  await tx.execute(`delete from platform.push_subscription where ${column} = $1`, [id]);
}

export async function subscriptionsOf(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>('select id from platform.push_subscription where person_id = $1', [
    personId,
  ]);
  return rows.map(({ id }) => id);
}

export async function findAddress(tx: Tx, vault: Vault, subscriptionId: string): Promise<PushAddress | undefined> {
  const row = await tx.maybeRow<{ sealed: Buffer }>(
    'select sealed_address as sealed from platform.push_subscription where id = $1',
    [subscriptionId],
  );
  if (row === undefined) return undefined;
  return JSON.parse((await vault.forEmployer(tx)).open(fieldOf(subscriptionId), row.sealed)) as PushAddress;
}

function hashOf(endpoint: string): Buffer {
  return createHash('sha256').update(endpoint).digest();
}

function fieldOf(subscriptionId: string): string {
  return `push ${subscriptionId}`;
}
