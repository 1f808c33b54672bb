import { beforeEach, describe, expect, it } from 'vitest';
import { toBase64url } from '../../../contract/base64url.ts';
import type { IncidentReport, SealedContent } from '../../../contract/incident.ts';
import { signingCurve } from '../../../contract/sealed-envelope.ts';
import { type CastKey, cast } from '../../../database/demo/cast.ts';
import { threatAtTheCounter } from '../../../tests/support/reports.ts';
import { foundTown, type Town } from '../../../tests/support/town.ts';
import { sealInEnvelope } from '../../../web/outbox/envelope.ts';
import { newId, notify } from '../../platform/index.ts';
import { openDraft, saveDraft } from '../drafts/drafts.ts';
import { type Delivered, deliverSealedReport } from './deliver-sealed-report.ts';
import { registerDevice } from './device-keys.ts';
import { sealingKeyOfNow } from './sealing-keys.ts';

const YEAR_MS = 365 * 86_400_000;

let town: Town;
beforeEach(async () => {
  town = await foundTown();
});

const needs = () => ({ vault: town.vault, notify });

/** A phone that was ready to report without a connection. */
async function phoneOf(who: CastKey, offMs = 0) {
  const signing = await crypto.subtle.generateKey(signingCurve, false, ['sign', 'verify']);
  const deviceId = newId();
  const publicKey = toBase64url(new Uint8Array(await crypto.subtle.exportKey('raw', signing.publicKey)));
  const key = await town.as(who, async (tx) => {
    expect(await registerDevice(tx, cast[who].id, { deviceId, publicKey })).toBeUndefined();
    return sealingKeyOfNow(needs(), tx);
  });
  const sealingKey = { id: key.id, publicKey: toBase64url(key.publicKey) };
  const knownSince = town.now.getTime();
  return { deviceId, signing, sealingKey, knownSince, offMs, personId: cast[who].id as string };
}
type Phone = Awaited<ReturnType<typeof phoneOf>>;

/** What it shows now. */
const shownBy = ({ offMs }: Phone) => town.now.getTime() + offMs;

function seal(phone: Phone, report: IncidentReport | null, more: Partial<SealedContent> = {}) {
  const draft = { draftId: report?.draftId ?? newId(), incidentId: report?.incidentId, story: report?.story };
  return sealInEnvelope(phone, {
    reporterId: phone.personId,
    clock: { sealedOn: shownBy(phone), believedOn: shownBy(phone), knownSince: phone.knownSince },
    isToldByClock: true,
    report,
    draft,
    baseRevision: 0,
    ...more,
  });
}

type Sealed = Awaited<ReturnType<typeof seal>>;

const deliver = (who: CastKey, phone: Phone, sealed: Sealed) =>
  town.as(who, (tx) => deliverSealedReport(needs(), tx, cast[who].id, { ...sealed, sentOn: shownBy(phone) }));

const threat = (more: Partial<IncidentReport> = {}) => threatAtTheCounter(town, more);
const draftsOf = (who: CastKey) => town.look('select id from incident.draft where person_id = $1', [cast[who].id]);
const read = (who: CastKey, draftId: string) => town.as(who, (tx) => openDraft(needs(), tx, draftId));

function returned(delivered: Awaited<ReturnType<typeof deliver>>): Extract<Delivered, { outcome: 'returned' }> {
  if ('refused' in delivered || delivered.outcome !== 'returned') throw new Error(JSON.stringify(delivered));
  return delivered;
}

describe('a report that was sealed without a connection', () => {
  it('comes in as any other', async () => {
    const phone = await phoneOf('fatima');
    const report = threat();
    const sealed = await seal(phone, report);
    town.fastForward({ hours: 3 });
    expect(await deliver('fatima', phone, sealed)).toEqual({
      outcome: 'received',
      incidentId: report.incidentId,
      number: '2026-0001',
      reportedAt: town.now.toISOString(),
    });
    const [incident] = await town.look('select severity, occurred_at from incident.incident');
    expect(incident).toEqual({ severity: 'threat', occurred_at: new Date(report.occurredAt) });
  });

  it('is one report when it is delivered again, and when two tabs deliver it at once', async () => {
    const phone = await phoneOf('fatima');
    const sealed = await seal(phone, threat());
    const answers = await Promise.all([1, 2].map(() => deliver('fatima', phone, sealed)));
    town.fastForward({ days: 2 });
    expect(
      new Set([...answers, await deliver('fatima', phone, sealed)].map((answer) => JSON.stringify(answer))).size,
    ).toBe(1);
    expect(await town.look('select from incident.incident')).toHaveLength(1);
  });

  it('is one report when two devices sealed the same', async () => {
    const [phone, tablet] = [await phoneOf('fatima'), await phoneOf('fatima')];
    const report = threat();
    for (const device of [phone, tablet]) await deliver('fatima', device, await seal(device, report));
    expect(await town.look('select from incident.incident')).toHaveLength(1);
  });

  it('opens however old it is, while devices get a new key every season', async () => {
    const phone = await phoneOf('fatima');
    const sealed = await seal(phone, threat());
    town.fastForward({ days: 400 });
    expect((await phoneOf('fatima')).sealingKey.id).not.toBe(phone.sealingKey.id);
    expect(await deliver('fatima', phone, sealed)).toMatchObject({ outcome: 'received' });
  });

  it('keeps what the phone showed beside when it really was, on a phone that is a year off', async () => {
    const phone = await phoneOf('fatima', YEAR_MS);
    const madeAt = town.now;
    const report = threat({ occurredAt: new Date(shownBy(phone) - 600_000).toISOString() });
    const sealed = await seal(phone, report);
    town.fastForward({ hours: 5 });
    await deliver('fatima', phone, sealed);
    const [incident] = await town.look('select occurred_at from incident.incident');
    expect(incident).toEqual({ occurred_at: new Date(madeAt.getTime() - 600_000) });
    const [kept] = await town.look('select sealed_on, sealed_at, received_at from incident.sealed_delivery');
    const shown = new Date(madeAt.getTime() + YEAR_MS);
    expect(kept).toEqual({ sealed_on: shown, sealed_at: madeAt, received_at: town.now });
  });
});

describe('an envelope that is not what it says', () => {
  it('is not opened for somebody else than whose device it is', async () => {
    const phone = await phoneOf('fatima');
    const sealed = await seal(phone, threat());
    expect(await deliver('sanne', phone, sealed)).toEqual({ refused: 'sealed-report-of-somebody-else' });
    expect(await deliver('fatima', phone, sealed)).toMatchObject({ outcome: 'received' });
  });

  it('is refused when it names another reporter', async () => {
    const phone = await phoneOf('fatima');
    const sealed = await seal(phone, threat(), { reporterId: cast.sanne.id });
    expect(await deliver('fatima', phone, sealed)).toEqual({ refused: 'sealed-report-of-somebody-else' });
  });

  it('is refused when another key signed it, when it was changed, and when its key is unknown', async () => {
    const [phone, other] = [await phoneOf('fatima'), await phoneOf('fatima')];
    const foreign = await seal({ ...phone, signing: other.signing }, threat());
    const sealed = await seal(phone, threat());
    const changed = { ...sealed, envelopeId: newId() };
    const unknown = await seal({ ...phone, sealingKey: { ...phone.sealingKey, id: newId() } }, threat());
    for (const wrong of [foreign, changed, unknown]) {
      expect(await deliver('fatima', phone, wrong)).toEqual({ refused: 'sealed-report-damaged' });
    }
    expect(await town.look('select from incident.incident')).toEqual([]);
  });

  it('takes no device from somebody else', async () => {
    const phone = await phoneOf('fatima');
    const publicKey = toBase64url(new Uint8Array(await crypto.subtle.exportKey('raw', phone.signing.publicKey)));
    const taken = await town.as('sanne', (tx) =>
      registerDevice(tx, cast.sanne.id, { deviceId: phone.deviceId, publicKey }),
    );
    expect(taken).toEqual({ refused: 'device-of-somebody-else' });
  });
});

describe('a sealed report with a flaw', () => {
  it('comes back to its maker as a draft, with the reason', async () => {
    const phone = await phoneOf('fatima');
    const report = threat({ draftId: newId(), story: 'Zijn nummer is 111222333' });
    const { draftId, because } = returned(await deliver('fatima', phone, await seal(phone, report)));
    expect(because).toMatchObject([{ pointer: '/story', nl: expect.stringContaining('burgerservicenummer') }]);
    expect(draftId).toBe(report.draftId);
    expect(JSON.parse((await read('fatima', draftId)).content)).toMatchObject({ story: report.story });
    expect(await town.look('select from incident.incident')).toEqual([]);
  });

  it('comes back too when it is no report at all, or about a colleague', async () => {
    const phone = await phoneOf('fatima');
    const odd = [
      { ...threat(), needs: ['tea'] as never },
      threat({ aggressor: { knowledge: 'colleague', text: 'Joris' } }),
    ];
    for (const report of odd) {
      const { because } = returned(await deliver('fatima', phone, await seal(phone, report)));
      expect(because).toHaveLength(1);
    }
    expect(await town.look('select from incident.incident')).toEqual([]);
  });

  it('comes back once: what its maker typed since is not written over', async () => {
    const phone = await phoneOf('fatima');
    const sealed = await seal(phone, threat({ draftId: newId(), story: 'Zijn nummer is 111222333' }));
    const { draftId } = returned(await deliver('fatima', phone, sealed));
    await town.as('fatima', (tx) => saveDraft(needs(), tx, { draftId, revision: 9, content: '{"story":"beter"}' }));
    await deliver('fatima', phone, sealed);
    expect((await read('fatima', draftId)).content).toBe('{"story":"beter"}');
    expect(await draftsOf('fatima')).toHaveLength(1);
  });

  it('comes back under an id of its own when something else was told under this one', async () => {
    const [phone, tablet] = [await phoneOf('fatima'), await phoneOf('fatima')];
    const report = threat({ draftId: newId() });
    await deliver('fatima', phone, await seal(phone, report));
    const other = await seal(tablet, { ...report, story: 'Hij kwam ook nog terug.' });
    const { draftId } = returned(await deliver('fatima', tablet, other));
    const content = JSON.parse((await read('fatima', draftId)).content);
    expect(content).toMatchObject({ draftId, story: 'Hij kwam ook nog terug.' });
    expect(content.incidentId).not.toBe(report.incidentId);
  });
});

describe('a draft that was sealed without a connection', () => {
  it('is kept for its maker', async () => {
    const phone = await phoneOf('fatima');
    const delivered = await deliver('fatima', phone, await seal(phone, null));
    if (!('draftId' in delivered)) throw new Error('no draft came of it');
    expect(delivered.outcome).toBe('kept');
    expect(await read('fatima', delivered.draftId)).toMatchObject({ revision: 1 });
  });

  it('goes on from what the server had, and stands beside it when that went on elsewhere', async () => {
    const phone = await phoneOf('fatima');
    const draft = { draftId: newId(), incidentId: newId(), story: 'in de trein' };
    const save = (revision: number) =>
      town.as('fatima', (tx) =>
        saveDraft(needs(), tx, { draftId: draft.draftId, revision, content: '{"story":"thuis"}' }),
      );
    await save(3);
    await deliver('fatima', phone, await seal(phone, null, { draft, baseRevision: 3 }));
    expect(JSON.parse((await read('fatima', draft.draftId)).content)).toEqual(draft);
    await save(7);
    await deliver('fatima', phone, await seal(phone, null, { draft, baseRevision: 4 }));
    expect((await read('fatima', draft.draftId)).content).toBe('{"story":"thuis"}');
    expect(await draftsOf('fatima')).toHaveLength(2);
  });
});
