import type { BodyOf } from '../../contract/endpoint.ts';
import type { addLocation, addRoom, changeLocation, changeRoom } from '../../contract/organisation.ts';
import { newId, type Refused, refuse, type Tx } from '../platform/index.ts';
import { lockEmployer } from './employer.ts';

export async function openLocation(
  tx: Tx,
  { name, address }: BodyOf<typeof addLocation>,
): Promise<{ locationId: string } | Refused> {
  await lockEmployer(tx);
  if (await isLocationNamed(tx, name, null)) return refuse('name-taken');
  const locationId = newId();
  await tx.execute('insert into organisation.location (id, employer_id, name, address) values ($1, $2, $3, $4)', [
    locationId,
    tx.employerId,
    name,
    address,
  ]);
  await tx.recordAudit({ action: 'location-added', objectKind: 'location', objectId: locationId });
  return { locationId };
}

export async function saveLocation(
  tx: Tx,
  locationId: string,
  { name, address, isInUse }: BodyOf<typeof changeLocation>,
): Promise<{ locationId: string } | Refused> {
  await lockEmployer(tx);
  const current = await tx.row<{ name: string; endedAt: Date | null }>(
    'select name, ended_at as "endedAt" from organisation.location where id = $1 for update',
    [locationId],
  );
  const staysInUse = isInUse ?? current.endedAt === null;
  if (staysInUse && (await isLocationNamed(tx, name ?? current.name, locationId))) return refuse('name-taken');
  await tx.execute(
    `update organisation.location
     set name = coalesce($2, name), address = coalesce($3, address), ended_at = case when $4 then null else coalesce(ended_at, $5) end
     where id = $1`,
    [locationId, name ?? null, address ?? null, staysInUse, tx.now],
  );
  await tx.recordAudit({ action: 'location-changed', objectKind: 'location', objectId: locationId });
  return { locationId };
}

export async function openRoom(
  tx: Tx,
  locationId: string,
  { name, kind }: BodyOf<typeof addRoom>,
): Promise<{ roomId: string } | Refused> {
  await lockEmployer(tx);
  await tx.row('select 1 from organisation.location where id = $1 and ended_at is null', [locationId]);
  if (await isRoomNamed(tx, locationId, name, null)) return refuse('name-taken');
  const roomId = newId();
  await tx.execute(
    'insert into organisation.room (id, employer_id, location_id, name, kind) values ($1, $2, $3, $4, $5)',
    [roomId, tx.employerId, locationId, name, kind],
  );
  await tx.recordAudit({ action: 'room-added', objectKind: 'room', objectId: roomId, detail: { locationId } });
  return { roomId };
}

export async function saveRoom(
  tx: Tx,
  roomId: string,
  { name, kind, isInUse }: BodyOf<typeof changeRoom>,
): Promise<{ roomId: string } | Refused> {
  await lockEmployer(tx);
  const current = await tx.row<{ name: string; locationId: string; endedAt: Date | null }>(
    'select name, location_id as "locationId", ended_at as "endedAt" from organisation.room where id = $1 for update',
    [roomId],
  );
  const staysInUse = isInUse ?? current.endedAt === null;
  if (staysInUse && (await isRoomNamed(tx, current.locationId, name ?? current.name, roomId)))
    return refuse('name-taken');
  await tx.execute(
    `update organisation.room
     set name = coalesce($2, name), kind = coalesce($3, kind), ended_at = case when $4 then null else coalesce(ended_at, $5) end
     where id = $1`,
    [roomId, name ?? null, kind ?? null, staysInUse, tx.now],
  );
  await tx.recordAudit({ action: 'room-changed', objectKind: 'room', objectId: roomId });
  return { roomId };
}

async function isLocationNamed(tx: Tx, name: string, exceptId: string | null): Promise<boolean> {
  const found = await tx.maybeRow(
    `select 1 from organisation.location
     where employer_id = $1 and lower(name) = lower($2) and ended_at is null and id is distinct from $3`,
    [tx.employerId, name, exceptId],
  );
  return found !== undefined;
}

async function isRoomNamed(tx: Tx, locationId: string, name: string, exceptId: string | null): Promise<boolean> {
  const found = await tx.maybeRow(
    `select 1 from organisation.room
     where location_id = $1 and lower(name) = lower($2) and ended_at is null and id is distinct from $3`,
    [locationId, name, exceptId],
  );
  return found !== undefined;
}
