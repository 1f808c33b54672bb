import { beforeEach, describe, expect, it } from 'vitest';
import { toBase64url } from '../../../contract/base64url.ts';
import type { IncidentReport } from '../../../contract/incident.ts';
import { signingCurve } from '../../../contract/sealed-envelope.ts';
import { type CastKey, cast } from '../../../database/demo/cast.ts';
import { threatAtTheCounter } from '../../../tests/support/reports.ts';
import { type TownAtWork, townAtWork } from '../../../tests/support/town-at-work.ts';
import { sealInEnvelope } from '../../../web/outbox/envelope.ts';
import { endPerson } from '../../organisation/person-management.ts';
import { newId, notify } from '../../platform/index.ts';
import { openDraft } from '../drafts/drafts.ts';
import { deliverSealedReport } from './deliver-sealed-report.ts';
import { registerDevice } from './device-keys.ts';
import { devicesOf } from './known-devices.ts';
import { revokeDevicesOf, revokeMyDevice } from './revoke-device.ts';
import { sealingKeyOfNow } from './sealing-keys.ts';

let town: TownAtWork;
beforeEach(async () => {
  town = await townAtWork();
});
const needs = () => ({ vault: town.vault, notify });

async function deviceOf(who: CastKey) {
  const signing = await crypto.subtle.generateKey(signingCurve, false, ['sign', 'verify']);
  const deviceId = newId();
  const publicKey = toBase64url(new Uint8Array(await crypto.subtle.exportKey('raw', signing.publicKey)));
  const register = () =>
    town.as(who, (tx) => registerDevice(tx, cast[who].id, { deviceId, publicKey, name: 'Chrome · Android' }));
  expect(await register()).toBeUndefined();
  const key = await town.as(who, (tx) => sealingKeyOfNow(needs(), tx));
  return { deviceId, signing, register, sealingKey: { id: key.id, publicKey: toBase64url(key.publicKey) } };
}

async function sealed(device: Awaited<ReturnType<typeof deviceOf>>, report: IncidentReport) {
  const now = town.now.getTime();
  return sealInEnvelope(device, {
    reporterId: cast.fatima.id,
    clock: { sealedOn: now, believedOn: now, knownSince: now },
    isToldByClock: true,
    report,
    draft: { draftId: newId(), incidentId: report.incidentId, story: report.story },
    baseRevision: 0,
  });
}
const deliver = (envelope: Awaited<ReturnType<typeof sealed>>) =>
  town.as('fatima', (tx) =>
    deliverSealedReport(needs(), tx, cast.fatima.id, { ...envelope, sentOn: town.now.getTime() }),
  );
const listed = (who: CastKey, of: CastKey) => town.as(who, (tx) => devicesOf(tx, cast[of].id));
const getsMessages = async (who: CastKey, deviceId: string | null) => {
  await town.db.owner.query(
    `insert into platform.push_subscription (id, employer_id, person_id, endpoint_hash, sealed_address, created_at, device_id)
     select $1::uuid, employer_id, id, sha256($1::uuid::text::bytea), '', $3, $4::uuid from organisation.person where id = $2`,
    [newId(), cast[who].id, town.now, deviceId],
  );
};
const subscriptions = () => town.look('select from platform.push_subscription');

describe('a device that is no longer trusted', () => {
  it('gets no messages any more, and says so on the list', async () => {
    const phone = await deviceOf('fatima');
    await getsMessages('fatima', phone.deviceId);
    expect(await listed('fatima', 'fatima')).toMatchObject([
      { deviceId: phone.deviceId, name: 'Chrome · Android', getsMessages: true, reportsOffline: true, revokedAt: null },
    ]);
    await town.as('fatima', (tx) => revokeMyDevice(tx, cast.fatima.id, phone.deviceId));
    await town.settle();
    expect(await subscriptions()).toEqual([]);
    expect(await listed('fatima', 'fatima')).toMatchObject([
      { deviceId: phone.deviceId, getsMessages: false, revokedAt: town.now.toISOString() },
    ]);
    expect(await phone.register()).toEqual({ refused: 'device-no-longer-trusted' });
  });

  it('loses nothing that was underway: it comes back to its maker, to look at and send', async () => {
    const phone = await deviceOf('fatima');
    const report = threatAtTheCounter(town);
    const envelope = await sealed(phone, report);
    await town.as('fatima', (tx) => revokeMyDevice(tx, cast.fatima.id, phone.deviceId));
    const delivered = await deliver(envelope);
    expect(delivered).toMatchObject({
      outcome: 'returned',
      because: [{ nl: expect.stringMatching(/niet meer vertrouwt/) }],
    });
    expect(await town.look('select from incident.incident')).toEqual([]);
    if ('refused' in delivered || delivered.outcome !== 'returned') throw new Error('It should have come back');
    const { draftId } = delivered;
    const draft = await town.as('fatima', (tx) => openDraft(needs(), tx, draftId));
    expect(JSON.parse(draft.content)).toMatchObject({ story: report.story });
    expect(await deliver(envelope)).toEqual(delivered);
  });

  it('says nothing about another device of the same person', async () => {
    const [lost, kept] = [await deviceOf('fatima'), await deviceOf('fatima')];
    await town.as('fatima', (tx) => revokeMyDevice(tx, cast.fatima.id, lost.deviceId));
    expect(await deliver(await sealed(kept, threatAtTheCounter(town)))).toMatchObject({ outcome: 'received' });
  });

  it('is taken from nobody but its owner, or by the administrator', async () => {
    const phone = await deviceOf('fatima');
    await expect(town.as('henk', (tx) => revokeMyDevice(tx, cast.henk.id, phone.deviceId))).rejects.toThrow('Absent');
    expect(await listed('henk', 'fatima')).toEqual([]);
    expect(await listed('bas', 'fatima')).toHaveLength(1);
    await getsMessages('fatima', phone.deviceId);
    const revoked = await town.as('bas', (tx) => revokeDevicesOf(tx, cast.fatima.id));
    expect(revoked).toEqual({ personId: cast.fatima.id, revoked: 1 });
    await town.settle();
    expect(await subscriptions()).toEqual([]);
    const [entry] = await town.look(`select person_id from platform.audit_entry where action = 'device-revoked'`);
    expect(entry).toEqual({ person_id: cast.bas.id });
  });

  it('may also be a browser that was only told things', async () => {
    await getsMessages('fatima', null);
    const [only] = await town.look<{ id: string }>('select id from platform.push_subscription');
    await town.as('fatima', (tx) => revokeMyDevice(tx, cast.fatima.id, only?.id ?? ''));
    expect(await subscriptions()).toEqual([]);
  });
});

it('nobody needs to think of the devices of somebody who leaves', async () => {
  const phone = await deviceOf('noa');
  await getsMessages('noa', phone.deviceId);
  await town.as('bas', (tx) => endPerson(tx, cast.noa.id));
  await town.settle();
  expect(await subscriptions()).toEqual([]);
  const [device] = await town.look('select revoked_at, revoked_by from incident.device');
  expect(device).toEqual({ revoked_at: town.now, revoked_by: null });
});
