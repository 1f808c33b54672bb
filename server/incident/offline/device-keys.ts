import { type Bytes, fromBase64url } from '../../../contract/base64url.ts';
import { type Envelope, signature, signedBytes, signingCurve } from '../../../contract/sealed-envelope.ts';
import { fieldError, HttpFailure, type Refused, refuse, type Tx } from '../../platform/index.ts';

const notAKey = { nl: 'Dit is geen sleutel.', en: 'This is no key.' };

export interface NewDevice {
  readonly deviceId: string;
  readonly publicKey: string;
  /** "Chrome · Android" */
  readonly name?: string;
  readonly sessionId?: string | null;
}

/** Once per device and person; said again it changes nothing but when and with which session the device was last seen. */
export async function registerDevice(
  tx: Tx,
  personId: string,
  device: NewDevice,
): Promise<Refused<'device-of-somebody-else' | 'device-no-longer-trusted'> | undefined> {
  const publicKey = await pointOf(device.publicKey);
  const added = await tx.execute(
    `insert into incident.device (id, employer_id, person_id, public_key, registered_at, seen_at, name, session_id)
     values ($1, $2, $3, $4, $5, $5, $6, $7) on conflict do nothing`,
    [device.deviceId, tx.employerId, personId, publicKey, tx.now, device.name ?? null, device.sessionId ?? null],
  );
  if (added === 1) {
    await tx.recordAudit({ action: 'device-registered', objectKind: 'device', objectId: device.deviceId });
    return undefined;
  }
  const known = await tx.maybeRow<{ revokedAt: Date | null }>(
    `update incident.device set seen_at = case when revoked_at is null then $3 else seen_at end,
       name = coalesce($5, name), session_id = case when revoked_at is null then $6 else session_id end
     where id = $1 and public_key = $2 and person_id = $4
     returning revoked_at as "revokedAt"`,
    [device.deviceId, publicKey, tx.now, personId, device.name ?? null, device.sessionId ?? null],
  );
  if (known === undefined) return refuse('device-of-somebody-else');
  return known.revokedAt === null ? undefined : refuse('device-no-longer-trusted');
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

export interface DeviceKey {
  readonly publicKey: Bytes;
  /** False: its maker said that it is no longer theirs to trust. */
  readonly isTrusted: boolean;
}

/** The key with which this person's device signs; absent for the device of somebody else as for one that nobody knows. */
export async function findDeviceKey(tx: Tx, personId: string, deviceId: string): Promise<DeviceKey | undefined> {
  const device = await tx.maybeRow<{ publicKey: Buffer; isTrusted: boolean }>(
    `select public_key as "publicKey", revoked_at is null as "isTrusted" from incident.device
     where id = $1 and person_id = $2`,
    [deviceId, personId],
  );
  return device && { publicKey: Uint8Array.from(device.publicKey), isTrusted: device.isTrusted };
}

export async function isSignedBy(publicKey: Bytes, envelope: Envelope, signed: string): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', publicKey, signingCurve, false, ['verify']);
  return crypto.subtle.verify(signature, key, fromBase64url(signed), signedBytes(envelope));
}
