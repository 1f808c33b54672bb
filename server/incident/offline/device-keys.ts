import { type Bytes, fromBase64url } from '../../../contract/base64url.ts';
import { type Envelope, signature, signedBytes, signingCurve } from '../../../contract/sealed-envelope.ts';
import { fieldError, HttpFailure, type Refused, refuse, type Tx } from '../../platform/index.ts';

const notAKey = { nl: 'Dit is geen sleutel.', en: 'This is no key.' };

/** Once per device and person; said again it changes nothing but when the device was last seen. */
export async function registerDevice(
  tx: Tx,
  personId: string,
  device: { readonly deviceId: string; readonly publicKey: string },
): Promise<Refused<'device-of-somebody-else'> | undefined> {
  const publicKey = await pointOf(device.publicKey);
  const added = await tx.execute(
    `insert into incident.device (id, employer_id, person_id, public_key, registered_at, seen_at)
     values ($1, $2, $3, $4, $5, $5) on conflict do nothing`,
    [device.deviceId, tx.employerId, personId, publicKey, tx.now],
  );
  if (added === 1) {
    await tx.recordAudit({ action: 'device-registered', objectKind: 'device', objectId: device.deviceId });
    return undefined;
  }
  const seen = await tx.execute('update incident.device set seen_at = $3 where id = $1 and public_key = $2', [
    device.deviceId,
    publicKey,
    tx.now,
  ]);
  return seen === 1 ? undefined : refuse('device-of-somebody-else');
}

async function pointOf(text: string): Promise<Buffer> {
  try {
    const point = fromBase64url(text);
    await crypto.subtle.importKey('raw', point, signingCurve, false, ['verify']);
    return Buffer.from(point);
  } catch (cause) {
    const errors = [fieldError('body', ['publicKey'], 'not-a-key', notAKey)];
    throw new HttpFailure('invalid-input', { errors, cause });
  }
}

/** The key with which this person's device signs; absent for the device of somebody else as for one that nobody knows. */
export async function findDeviceKey(tx: Tx, personId: string, deviceId: string): Promise<Bytes | undefined> {
  const device = await tx.maybeRow<{ publicKey: Buffer }>(
    'select public_key as "publicKey" from incident.device where id = $1 and person_id = $2',
    [deviceId, personId],
  );
  return device && Uint8Array.from(device.publicKey);
}

export async function isSignedBy(publicKey: Bytes, envelope: Envelope, signed: string): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', publicKey, signingCurve, false, ['verify']);
  return crypto.subtle.verify(signature, key, fromBase64url(signed), signedBytes(envelope));
}
