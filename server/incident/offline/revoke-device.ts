import { endOneSession, endSessionsOf } from '../../identity/index.ts';
import { getPerson } from '../../organisation/index.ts';
import { Absent, type EventHandler, forgetPushOf, type Tx, unsubscribeFromPush } from '../../platform/index.ts';

/**
 * Signed out there and no messages any more. Its key is no longer believed: what it still sends comes back to its maker as a draft,
 * so that nothing is lost and nothing is reported in their name by whoever has the device now.
 */
export async function revokeMyDevice(tx: Tx, personId: string, deviceId: string): Promise<{ deviceId: string }> {
  const device = await tx.maybeRow<{ sessionId: string | null; revokedAt: Date | null }>(
    `select session_id as "sessionId", revoked_at as "revokedAt" from incident.device
     where id = $1 and person_id = $2 for no key update`,
    [deviceId, personId],
  );
  if (device === undefined) return forgetMessagesOnly(tx, deviceId);
  if (device.revokedAt !== null) return { deviceId };
  await tx.execute('update incident.device set revoked_at = $2, revoked_by = $3 where id = $1', [
    deviceId,
    tx.now,
    personId,
  ]);
  if (device.sessionId !== null) await endOneSession(tx, personId, device.sessionId).catch(whenGone);
  await recordRevoked(tx, deviceId, personId);
  return { deviceId };
}

/** A session that ended a month ago has been forgotten. */
function whenGone(cause: unknown): void {
  if (!(cause instanceof Absent)) throw cause;
}

/** A browser without a key, which was only told things. */
async function forgetMessagesOnly(tx: Tx, subscriptionId: string): Promise<{ deviceId: string }> {
  if (!(await unsubscribeFromPush(tx, subscriptionId))) throw new Absent('device');
  await tx.recordAudit({ action: 'device-revoked', objectKind: 'device', objectId: subscriptionId });
  return { deviceId: subscriptionId };
}

/** By the administrator, for a phone that was lost or somebody who left. */
export async function revokeDevicesOf(tx: Tx, personId: string): Promise<{ personId: string; revoked: number }> {
  await getPerson(tx, personId);
  const revoked = await tx.rows<{ id: string }>(
    `update incident.device set revoked_at = $2, revoked_by = $3 where person_id = $1 and revoked_at is null returning id`,
    [personId, tx.now, tx.personId],
  );
  await endSessionsOf(tx, personId);
  for (const { id } of revoked) await recordRevoked(tx, id, personId);
  return { personId, revoked: revoked.length };
}

async function recordRevoked(tx: Tx, deviceId: string, personId: string): Promise<void> {
  await tx.recordEvent({ name: 'device-revoked', data: { deviceId } });
  await tx.recordAudit({
    action: 'device-revoked',
    objectKind: 'device',
    objectId: deviceId,
    detail: { ofPersonId: personId },
  });
}

/** By a job, because an administrator does not read where somebody gets their messages. */
export function whenDeviceRevoked(): EventHandler {
  return async (tx, { data }) => forgetPushOf(tx, { deviceId: String(data['deviceId']) });
}

/** Who left signs in nowhere any more, so nothing comes from their devices either. */
export function whenPersonLeavesDevices(): EventHandler {
  return async (tx, { data }) => {
    const personId = String(data['personId']);
    const revoked = await tx.rows<{ id: string }>(
      'update incident.device set revoked_at = $2 where person_id = $1 and revoked_at is null returning id',
      [personId, tx.now],
    );
    await forgetPushOf(tx, { personId });
    for (const { id } of revoked) {
      await tx.recordAudit({
        action: 'device-revoked',
        objectKind: 'device',
        objectId: id,
        detail: { ofPersonId: personId },
      });
    }
  };
}
