import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as contract from '../../../contract/incident.ts';
import { type CastKey, cast, employer } from '../../../database/demo/cast.ts';
import { attach, sendPieces, sha256 } from '../../../tests/support/attachments.ts';
import { type ClamdDouble, clamdDouble } from '../../../tests/support/clamd.ts';
import { desksOf } from '../../../tests/support/desks.ts';
import { heicPhoto } from '../../../tests/support/heic.ts';
import { leads, reported } from '../../../tests/support/reports.ts';
import * as files from '../../../tests/support/sample-files.ts';
import { foundTown, type Town } from '../../../tests/support/town.ts';
import type { Visitor } from '../../../tests/support/visitor.ts';
import {
  diskBlobs,
  JobRegistry,
  type JobRunner,
  notify,
  PIECE_BYTES,
  silentLog,
  startJobRunner,
} from '../../platform/index.ts';
import { correctIncident } from '../correct-incident.ts';
import { attachmentsByThemselves, tidyHalfAttachments, tidyStrayFiles } from './attachment-jobs.ts';
import type { AttachmentNeeds } from './attachment-needs.ts';
import { attachmentRoutes } from './attachment-routes.ts';
import { clamdAt } from './scanner.ts';

let town: Town;
let folder: string;
let clamd: ClamdDouble;
let runner: JobRunner;
/** A scanner only where a test says so. */
const needs = {} as { -readonly [K in keyof AttachmentNeeds]: AttachmentNeeds[K] };
let as: ReturnType<typeof desksOf>;
let incidentId: string;

beforeAll(async () => {
  town = await foundTown();
  folder = mkdtempSync(path.join(tmpdir(), 'attachments-'));
  clamd = await clamdDouble({ finds: 'EICAR' });
  const limits = { fileBytes: 3 * PIECE_BYTES, dossierBytes: 5 * PIECE_BYTES };
  Object.assign(needs, { vault: town.vault, notify, blobs: diskBlobs(folder), limits, scanner: undefined });
  const registry = new JobRegistry();
  attachmentsByThemselves(registry, town.subscriptions, needs);
  as = desksOf(town, attachmentRoutes(needs));
  runner = await startJobRunner({
    database: town.database,
    registry,
    subscriptions: town.subscriptions,
    now: () => town.now,
    log: silentLog,
  });
});
afterAll(async () => {
  await runner.stop();
  rmSync(folder, { recursive: true });
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

async function rowOf(attachmentId: string) {
  const [row] = await town.look<{ scan: string; copy: string }>(
    'select scan, copy from incident.attachment where id = $1',
    [attachmentId],
  );
  return row;
}

async function until(attachmentId: string, facts: Record<string, string>): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    runner.wake();
    const row = await rowOf(attachmentId);
    if (row && Object.entries(facts).every(([name, value]) => row[name as 'scan'] === value)) return;
    await pause(25);
  }
  throw new Error(`It never became ${JSON.stringify(facts)}: ${JSON.stringify(await rowOf(attachmentId))}`);
}

const filesOnDisk = (under = '') =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath.includes(under))
    .map((entry) => path.join(entry.parentPath, entry.name));

/** What is left on the disk, with the jobs that are due nudged. */
function settledOn(under: string): string[] {
  runner.wake();
  return filesOnDisk(under);
}

const actionsOn = async (attachmentId: string) =>
  (
    await town.look<{ action: string }>(
      'select action from platform.audit_entry where object_id = $1 order by at, id',
      [attachmentId],
    )
  ).map(({ action }) => action);

describe('adding a file', () => {
  it('keeps the original as it came in, with its hash, and shows a copy without what was hidden in it', async () => {
    const fatima = await as('fatima');
    const photo = await files.photoWithPlace();
    expect(photo.includes(files.hiddenMark)).toBe(true);
    const { attachmentId, sha256: told } = await attach(fatima, incidentId, { name: 'IMG_1.jpg', bytes: photo });
    expect(told).toBe(sha256(photo));
    await until(attachmentId, { copy: 'ready' });

    const viewed = await fatima.ask(contract.viewAttachment, { params: { attachmentId } });
    const shown = viewed.body as Buffer;
    expect(viewed.headers).toMatchObject({ 'content-type': 'image/webp', 'x-content-type-options': 'nosniff' });
    expect(viewed.headers['content-security-policy']).toContain('sandbox');
    expect(shown.toString('latin1')).not.toMatch(/Exif|GPS|Kraaiennest/);
    const exported = await fatima.ask(contract.exportAttachment, { params: { attachmentId } });
    expect((exported.body as Buffer).equals(photo)).toBe(true);
    expect(exported.headers['content-disposition']).toMatch(/^attachment; filename="IMG_1.jpg"/);
    const statement = await fatima.ask(contract.attachmentStatement, { params: { attachmentId } });
    expect(String(statement.body)).toContain(`${sha256(photo)}  IMG_1.jpg`);
    const small = await fatima.ask(contract.attachmentThumbnail, { params: { attachmentId } });
    expect((small.body as Buffer).length).toBeLessThan(shown.length);
    expect(await actionsOn(attachmentId)).toEqual([
      'attachment-added',
      'attachment-copied',
      'attachment-viewed',
      'attachment-exported',
      'attachment-statement-exported',
      'attachment-thumbnail-viewed',
    ]);
  });

  it('goes on where it was when the line was cut, and completes once', async () => {
    const fatima = await as('fatima');
    const bytes = Buffer.concat([files.pdf, Buffer.alloc(2 * PIECE_BYTES, 'Zwaluwstaart')]);
    const file = { name: 'brief.pdf', bytes };
    const { attachmentId } = await sendPieces(fatima, incidentId, file, { only: 2 });
    const complete = { params: { attachmentId }, body: {} };
    expect(await fatima.ask(contract.completeAttachment, complete)).toMatchObject({ code: 'attachment-incomplete' });
    expect((await list('fatima')).unfinished).toMatchObject([
      { attachmentId, fileName: 'brief.pdf', received: [0, 1] },
    ]);

    expect(await sendPieces(fatima, incidentId, file, { attachmentId })).toMatchObject({ status: 200, sent: 1 });
    const twice = await Promise.all([
      fatima.ask(contract.completeAttachment, complete),
      fatima.ask(contract.completeAttachment, complete),
    ]);
    expect(twice.map(({ body }) => body.sha256)).toEqual([sha256(bytes), sha256(bytes)]);
    expect((await list('fatima')).attachments).toHaveLength(1);
    const events = await town.look(
      `select from platform.audit_entry where object_id = $1 and action = 'attachment-added'`,
      [attachmentId],
    );
    expect(events).toHaveLength(1);
  });

  it.each([
    [
      'forwarded',
      'doorgestuurd.eml',
      Buffer.concat([files.email, Buffer.from('<script>alert(1)</script>')]),
      'message/rfc822',
    ],
    ['of Outlook', 'bericht.msg', files.outlookMessage, 'application/vnd.ms-outlook'],
  ])('opens no e-mail %s, and hands it out as it came, with no rights', async (_, name, bytes, type) => {
    const fatima = await as('fatima');
    const { attachmentId } = await attach(fatima, incidentId, { name, bytes });
    const params = { attachmentId };
    for (const look of [contract.viewAttachment, contract.attachmentThumbnail]) {
      expect(await fatima.ask(look, { params })).toMatchObject({ status: 409, code: 'attachment-not-viewable' });
    }
    const original = await fatima.ask(contract.exportAttachment, { params });
    expect((original.body as unknown as Buffer).equals(bytes)).toBe(true);
    expect(original.headers).toMatchObject({
      'content-type': type,
      'content-disposition': expect.stringMatching(/^attachment; /),
      'content-security-policy': expect.stringContaining('sandbox'),
      'x-content-type-options': 'nosniff',
    });
  });

  it('leaves nothing readable on the disk or in its row', async () => {
    const bytes = Buffer.concat([files.email, Buffer.from('Goudplevierpet')]);
    const { attachmentId } = await attach(await as('fatima'), incidentId, { name: 'Distelvink.eml', bytes });
    const disk = filesOnDisk(attachmentId).map((file) => readFileSync(file, 'latin1') + file);
    expect(disk.length).toBeGreaterThan(0);
    expect(disk.join('')).not.toMatch(/Goudplevierpet|Moerbeientaart|Distelvink/);
    const rows = await town.look('select a::text as row from incident.attachment a where id = $1', [attachmentId]);
    expect(JSON.stringify(rows)).not.toMatch(/Distelvink|4469737465/);
  });

  it.each([
    ['a program that calls itself a photo', { name: 'foto.jpg', bytes: files.program }, 'attachment-kind-not-allowed'],
    [
      'a zip that calls itself a letter',
      { name: 'brief.docx', bytes: files.zipOf({ a: 'b' }) },
      'attachment-kind-not-allowed',
    ],
    ['a letter with a macro', { name: 'brief.docx', bytes: files.docxWithMacro }, 'attachment-has-macros'],
    ['an empty file', { name: 'leeg.jpg', bytes: Buffer.alloc(0) }, 'attachment-empty'],
    ['what is too large', { name: 'film.mp4', bytes: Buffer.alloc(3 * PIECE_BYTES + 1) }, 'attachment-too-large'],
  ])('refuses %s, and keeps nothing of it', async (_, file, code) => {
    expect(await attach(await as('fatima'), incidentId, file)).toMatchObject({ status: 409, code });
    expect(await list('fatima')).toMatchObject({ attachments: [], unfinished: [] });
  });

  it('refuses two gigabytes before a byte is sent', async () => {
    const body = { attachmentId: crypto.randomUUID(), fileName: 'film.mov', size: 2 * 2 ** 30 };
    const answer = await (await as('fatima')).ask(contract.startAttachment, { params: { incidentId }, body });
    expect(answer).toMatchObject({ status: 409, code: 'attachment-too-large' });
  });

  it('refuses more than a dossier may hold', async () => {
    const fatima = await as('fatima');
    const bytes = Buffer.concat([files.pdf, Buffer.alloc(2 * PIECE_BYTES)]);
    expect(await attach(fatima, incidentId, { name: 'a.pdf', bytes })).toMatchObject({ status: 200 });
    expect(await attach(fatima, incidentId, { name: 'b.pdf', bytes })).toMatchObject({ status: 200 });
    expect(await attach(fatima, incidentId, { name: 'c.pdf', bytes })).toMatchObject({ code: 'dossier-full' });
  });

  it('takes no piece that does not fit, and none larger than a piece', async () => {
    const fatima = await as('fatima');
    const file = { name: 'a.pdf', bytes: Buffer.concat([files.pdf, Buffer.alloc(PIECE_BYTES)]) };
    const { attachmentId } = await sendPieces(fatima, incidentId, file, { only: 0 });
    const send = (number: number, bytes: Buffer) =>
      fatima.ask(contract.sendAttachmentPiece, { params: { attachmentId, number: String(number) }, bytes });
    expect(await send(0, Buffer.alloc(10))).toMatchObject({ code: 'piece-does-not-fit' });
    expect(await send(2, Buffer.alloc(10))).toMatchObject({ code: 'piece-does-not-fit' });
    expect(await send(0, Buffer.alloc(PIECE_BYTES + 1))).toMatchObject({ status: 413 });
    const asJson = await fatima.ask(contract.sendAttachmentPiece, { params: { attachmentId, number: '0' }, body: {} });
    expect(asJson).toMatchObject({ status: 415 });
  });

  it('keeps a broken name out, and says when a name promises something else', async () => {
    const fatima = await as('fatima');
    await attach(fatima, incidentId, { name: '../../map\\foto\u202egpj.jpg', bytes: files.pdf });
    const [shown] = (await list('fatima')).attachments;
    expect(shown).toMatchObject({ fileName: 'fotogpj.jpg', isMislabelled: true, mediaType: 'application/pdf' });
  });

  it('can be given up on the way, and not afterwards', async () => {
    const fatima = await as('fatima');
    const { attachmentId } = await sendPieces(fatima, incidentId, { name: 'a.pdf', bytes: files.pdf });
    expect(await fatima.ask(contract.cancelAttachment, { params: { attachmentId } })).toMatchObject({ status: 200 });
    await expect.poll(() => settledOn(attachmentId)).toEqual([]);
    const kept = await attach(fatima, incidentId, { name: 'a.pdf', bytes: files.pdf });
    const params = { attachmentId: kept.attachmentId };
    expect(await fatima.ask(contract.cancelAttachment, { params })).toMatchObject({ code: 'attachment-is-kept' });
  });
});

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
  it('that was taken away leaves a file that says it was not scanned', async () => {
    clamd.isAway = true;
    const { attachmentId } = await attach(await as('fatima'), incidentId, { name: 'a.pdf', bytes: files.pdf });
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
