import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as contract from '../../../contract/incident.ts';
import { type CastKey, cast, employer } from '../../../database/demo/cast.ts';
import { attach, sendPieces, sha256 } from '../../../tests/support/attachments.ts';
import { filesAtWork } from '../../../tests/support/files-at-work.ts';
import { heicPhoto } from '../../../tests/support/heic.ts';
import { leads, reported } from '../../../tests/support/reports.ts';
import * as files from '../../../tests/support/sample-files.ts';
import type { Visitor } from '../../../tests/support/visitor.ts';
import { PIECE_BYTES } from '../../platform/index.ts';
import { correctIncident } from '../correct-incident.ts';
import { tidyHalfAttachments, tidyStrayFiles } from './attachment-jobs.ts';
import { clamdAt } from './scanner.ts';

type Files = Awaited<ReturnType<typeof filesAtWork>>;

let town: Files['town'];
let needs: Files['needs'];
let clamd: Files['clamd'];
let as: Files['as'];
let rowOf: Files['rowOf'];
let until: Files['until'];
let filesOnDisk: Files['filesOnDisk'];
let settledOn: Files['settledOn'];
let incidentId: string;
beforeAll(async () => {
  ({ town, needs, clamd, as, rowOf, until, filesOnDisk, settledOn } = await filesAtWork());
});
beforeEach(async () => {
  needs.scanner = undefined;
  clamd.isAway = false;
  incidentId = await reported(town, 'fatima');
});

async function henkLeads(): Promise<Visitor> {
  await leads(town, 'henk', incidentId);
  return as('henk');
}

const list = async (who: CastKey) =>
  (await (await as(who)).ask(contract.listAttachments, { params: { incidentId } })).body;

describe('who sees it', () => {
  it('shows it to who added it and who leads, and to nobody else', async () => {
    const { attachmentId } = await attach(await as('fatima'), incidentId, { name: 'a.pdf', bytes: files.pdf });
    await henkLeads();
    for (const who of ['fatima', 'henk', 'yusuf'] as const) {
      expect((await list(who)).attachments).toMatchObject([{ attachmentId, canBeViewed: true }]);
    }
    for (const endpoint of [contract.viewAttachment, contract.exportAttachment, contract.attachmentStatement]) {
      expect(await (await as('sanne')).ask(endpoint, { params: { attachmentId } })).toMatchObject({ status: 404 });
    }
    const listed = await (await as('sanne')).ask(contract.listAttachments, { params: { incidentId } });
    expect(listed.status).toBe(404);
  });

  it('lets nobody send pieces to, complete or give up what somebody else is adding', async () => {
    const yusuf = await as('yusuf');
    const { attachmentId } = await sendPieces(await as('fatima'), incidentId, { name: 'a.pdf', bytes: files.pdf });
    const params = { attachmentId };
    expect((await list('yusuf')).attachments).toEqual([]);
    expect(await yusuf.ask(contract.completeAttachment, { params, body: {} })).toMatchObject({ status: 404 });
    expect(await yusuf.ask(contract.cancelAttachment, { params })).toMatchObject({ status: 404 });
    const piece = { params: { ...params, number: '0' }, bytes: files.pdf };
    expect(await yusuf.ask(contract.sendAttachmentPiece, piece)).toMatchObject({ status: 404 });
    const again = { params: { incidentId }, body: { attachmentId, fileName: 'a.pdf', size: files.pdf.length } };
    expect(await yusuf.ask(contract.startAttachment, again)).toMatchObject({ code: 'attachment-begun' });
  });

  it('lets who leads hide it with a reason, for good, and still see it', async () => {
    const fatima = await as('fatima');
    const { attachmentId } = await attach(fatima, incidentId, { name: 'a.pdf', bytes: files.pdf });
    const henk = await henkLeads();
    const hide = { params: { attachmentId }, body: { reason: 'Er staat een kind op.' } };
    expect(await fatima.ask(contract.hideAttachment, hide)).toMatchObject({ status: 403 });
    expect(await henk.ask(contract.hideAttachment, hide)).toMatchObject({ status: 200 });
    expect(await henk.ask(contract.hideAttachment, hide)).toMatchObject({ code: 'attachment-hidden' });
    const params = { attachmentId };
    expect(await fatima.ask(contract.viewAttachment, { params })).toMatchObject({ code: 'attachment-hidden' });
    expect(await henk.ask(contract.exportAttachment, { params })).toMatchObject({ status: 200 });
    expect((await list('fatima')).attachments).toMatchObject([
      {
        canBeViewed: false,
        canBeExported: false,
        hidden: { reason: 'Er staat een kind op.', by: { name: 'Henk de Boer' } },
      },
    ]);
  });

  it('keeps a photo of an iPhone that cannot be shown, and hands it out as it came', async () => {
    const fatima = await as('fatima');
    const bytes = heicPhoto({ claims: { width: 60_000, height: 60_000 } });
    const { attachmentId } = await attach(fatima, incidentId, { name: 'IMG_4.heic', bytes });
    await until(attachmentId, { copy: 'impossible' });
    const params = { attachmentId };
    expect(await fatima.ask(contract.viewAttachment, { params })).toMatchObject({ code: 'attachment-not-viewable' });
    const { body } = await fatima.ask(contract.exportAttachment, { params });
    expect(sha256(body as Buffer)).toBe(sha256(bytes));
  });

  it('gives a part of a sound when a player asks for a part', async () => {
    const fatima = await as('fatima');
    const { attachmentId } = await attach(fatima, incidentId, { name: 'voicemail.wav', bytes: files.sound });
    const part = (range: string) =>
      fatima.ask(contract.viewAttachment, { params: { attachmentId }, headers: { range } });
    const middle = await part('bytes=10-19');
    expect(middle).toMatchObject({ status: 206, headers: { 'content-range': `bytes 10-19/${files.sound.length}` } });
    expect((middle.body as Buffer).equals(files.sound.subarray(10, 20))).toBe(true);
    expect(((await part('bytes=-4')).body as Buffer).length).toBe(4);
    expect((await part('bytes=99999999-')).status).toBe(416);
  });

  it('answers with a failure, not with half a file, when the bytes on the disk were changed', async () => {
    const fatima = await as('fatima');
    const { attachmentId } = await attach(fatima, incidentId, { name: 'a.pdf', bytes: files.pdf });
    for (const file of filesOnDisk(attachmentId)) writeFileSync(file, readFileSync(file).fill(1, 20, 30));
    expect(await fatima.ask(contract.exportAttachment, { params: { attachmentId } })).toMatchObject({ status: 500 });
  });
});

describe('the scanner', () => {
  /** Only a look that failed is tried again later; one that is still on its way would be late for the clock that moves. */
  const triedInVain = (attachmentId: string) =>
    expect
      .poll(
        () => town.look(`select from platform.job where data ->> 'attachmentId' = $1 and failures > 0`, [attachmentId]),
        { timeout: 10_000 },
      )
      .toHaveLength(1);

  it('that was taken away leaves a file that says it was not scanned', async () => {
    clamd.isAway = true;
    const { attachmentId } = await attach(await as('fatima'), incidentId, { name: 'a.pdf', bytes: files.pdf });
    await triedInVain(attachmentId);
    needs.scanner = undefined;
    town.fastForward({ minutes: 10 });
    await until(attachmentId, { scan: 'not_scanned' });
  });

  beforeEach(() => {
    needs.scanner = clamdAt(clamd.url);
  });

  it('lets a file be opened only when it was found clean', async () => {
    clamd.isAway = true;
    const fatima = await as('fatima');
    const { attachmentId } = await attach(fatima, incidentId, { name: 'a.pdf', bytes: files.pdf });
    const view = () => fatima.ask(contract.viewAttachment, { params: { attachmentId } });
    expect(await view()).toMatchObject({ code: 'attachment-not-scanned-yet' });
    await triedInVain(attachmentId);
    clamd.isAway = false;
    town.fastForward({ minutes: 10 });
    await until(attachmentId, { scan: 'clean' });
    expect(clamd.scanned.some((file) => file.equals(files.pdf))).toBe(true);
    expect(await view()).toMatchObject({ status: 200 });
  });

  it('lets nobody open what is infected, also not who leads', async () => {
    const bytes = Buffer.concat([files.pdf, Buffer.alloc(PIECE_BYTES), Buffer.from('EICAR')]);
    const { attachmentId } = await attach(await as('fatima'), incidentId, { name: 'a.pdf', bytes });
    await until(attachmentId, { scan: 'infected' });
    const henk = await henkLeads();
    const params = { attachmentId };
    expect(await henk.ask(contract.exportAttachment, { params })).toMatchObject({ code: 'attachment-infected' });
  });
});

describe('what goes away by itself', () => {
  it('destroys every file of a report that is set right', async () => {
    const { attachmentId } = await attach(await as('fatima'), incidentId, { name: 'a.pdf', bytes: files.pdf });
    await henkLeads();
    await town.as('henk', (tx) =>
      correctIncident(needs, tx, cast.henk.id, { incidentId, reason: 'criticism_not_aggression' }),
    );
    expect((await list('henk')).attachments).toEqual([]);
    await expect.poll(() => settledOn(incidentId), { timeout: 10_000 }).toEqual([]);
    expect(await rowOf(attachmentId)).toBeUndefined();
  });

  it('tidies half a file after two days and bytes of nobody at once, and leaves the rest', async () => {
    const fatima = await as('fatima');
    const half = await sendPieces(fatima, incidentId, { name: 'a.pdf', bytes: files.pdf });
    const whole = await attach(fatima, incidentId, { name: 'b.pdf', bytes: files.pdf });
    const orphan = crypto.randomUUID();
    await needs.blobs.put(`${employer.id}/${incidentId}/${orphan}/original/0`, files.pdf);
    await town.asWorker((tx) => tidyStrayFiles(needs, tx));
    await town.asWorker(tidyHalfAttachments);
    await expect.poll(() => settledOn(orphan), { timeout: 10_000 }).toEqual([]);
    expect(filesOnDisk(half.attachmentId)).not.toEqual([]);
    town.fastForward({ days: 2, minutes: 1 });
    await town.asWorker((tx) => tidyStrayFiles(needs, tx));
    await town.asWorker(tidyHalfAttachments);
    await expect.poll(() => settledOn(half.attachmentId), { timeout: 10_000 }).toEqual([]);
    expect(filesOnDisk(whole.attachmentId)).not.toEqual([]);
  });
});
