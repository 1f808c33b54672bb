import { readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as contract from '../../../contract/incident.ts';
import type { CastKey } from '../../../database/demo/cast.ts';
import { attach, sendPieces, sha256 } from '../../../tests/support/attachments.ts';
import { filesAtWork } from '../../../tests/support/files-at-work.ts';
import { reported } from '../../../tests/support/reports.ts';
import * as files from '../../../tests/support/sample-files.ts';
import { somebodyWaits } from '../../../tests/support/somebody-waits.ts';
import { PIECE_BYTES } from '../../platform/index.ts';
import { completeAttachment } from './complete-attachment.ts';

type Files = Awaited<ReturnType<typeof filesAtWork>>;

let town: Files['town'];
let needs: Files['needs'];
let as: Files['as'];
let until: Files['until'];
let filesOnDisk: Files['filesOnDisk'];
let settledOn: Files['settledOn'];
let incidentId: string;
beforeAll(async () => {
  ({ town, needs, as, until, filesOnDisk, settledOn } = await filesAtWork());
});
beforeEach(async () => {
  incidentId = await reported(town, 'fatima');
});

const list = async (who: CastKey) =>
  (await (await as(who)).ask(contract.listAttachments, { params: { incidentId } })).body;

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

  it('lets no piece change what is being completed: what was hashed is what is kept', async () => {
    const fatima = await as('fatima');
    const bytes = Buffer.concat([files.pdf, Buffer.alloc(PIECE_BYTES, 'Zwaluwstaart')]);
    const { attachmentId } = await sendPieces(fatima, incidentId, { name: 'brief.pdf', bytes });
    const other = Buffer.alloc(bytes.length - PIECE_BYTES, 'x');
    const piece = { params: { attachmentId, number: '1' }, bytes: other };
    let late: ReturnType<typeof fatima.ask> | undefined;
    const kept = await town.as('fatima', async (tx) => {
      const completed = await completeAttachment(needs, tx, attachmentId);
      late = fatima.ask(contract.sendAttachmentPiece, piece);
      await Promise.race([late, somebodyWaits(town)]);
      return completed;
    });
    expect(await late).toMatchObject({ status: 404 });
    expect(kept).toMatchObject({ sha256: sha256(bytes) });
    const original = await fatima.ask(contract.exportAttachment, { params: { attachmentId } });
    expect(sha256(original.body as unknown as Buffer)).toBe(sha256(bytes));
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
