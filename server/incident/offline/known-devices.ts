import type { KnownDevice } from '../../../contract/incident-devices.ts';
import type { Session, Tx } from '../../platform/index.ts';

interface DeviceRow {
  readonly deviceId: string;
  readonly name: string | null;
  readonly sessionId: string | null;
  readonly registeredAt: Date;
  readonly lastUsedAt: Date;
  readonly getsMessages: boolean;
  readonly revokedAt: Date | null;
}

/** A device that is no longer trusted stays on the list for a while: what was underway on it may still come. */
const SHOWN_AFTER_MS = 90 * 24 * 3_600_000;

export async function listMyDevices(tx: Tx, session: Session): Promise<{ devices: KnownDevice[] }> {
  const devices = await devicesOf(tx, session.personId, session.sessionId);
  const messagesOnly = await tx.rows<{ id: string; createdAt: Date; lastReceiptAt: Date | null }>(
    `select id, created_at as "createdAt", last_receipt_at as "lastReceiptAt" from platform.push_subscription
     where person_id = $1 and device_id is null order by created_at desc, id`,
    [session.personId],
  );
  return {
    devices: [
      ...devices,
      ...messagesOnly.map(({ id, createdAt, lastReceiptAt }) => ({
        deviceId: id,
        name: null,
        registeredAt: createdAt.toISOString(),
        lastUsedAt: (lastReceiptAt ?? createdAt).toISOString(),
        reportsOffline: false,
        getsMessages: true,
        isThisOne: false,
        revokedAt: null,
      })),
    ],
  };
}

/** For themselves, or for the administrator: the policies decide. */
export async function devicesOf(tx: Tx, personId: string, thisSession: string | null = null): Promise<KnownDevice[]> {
  const rows = await tx.rows<DeviceRow>(
    `select d.id as "deviceId", d.name, d.session_id as "sessionId", d.registered_at as "registeredAt",
       greatest(d.seen_at, max(s.last_receipt_at)) as "lastUsedAt", count(s.id) > 0 as "getsMessages",
       d.revoked_at as "revokedAt"
     from incident.device d
     left join platform.push_subscription s on s.device_id = d.id and s.person_id = d.person_id
     where d.person_id = $1 and (d.revoked_at is null or d.revoked_at > $2)
     group by d.id
     order by d.revoked_at is not null, "lastUsedAt" desc, d.id`,
    [personId, new Date(tx.now.getTime() - SHOWN_AFTER_MS)],
  );
  return rows.map(({ sessionId, registeredAt, lastUsedAt, revokedAt, ...device }) => ({
    ...device,
    registeredAt: registeredAt.toISOString(),
    lastUsedAt: lastUsedAt.toISOString(),
    reportsOffline: revokedAt === null,
    isThisOne: sessionId !== null && sessionId === thisSession,
    revokedAt: revokedAt?.toISOString() ?? null,
  }));
}
