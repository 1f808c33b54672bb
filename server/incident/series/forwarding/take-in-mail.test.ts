import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as contract from '../../../../contract/incident.ts';
import { sha256 } from '../../../../tests/support/attachments.ts';
import { findLeaks, placeOf, placesInDatabase, placesInFolder } from '../../../../tests/support/leaks.ts';
import { type MailAtWork, type MailedDossier, mailAtWork, mailOf } from '../../../../tests/support/mail-at-work.ts';

let post: MailAtWork;
let dossier: MailedDossier;
beforeAll(async () => {
  post = await mailAtWork();
});
beforeEach(async () => {
  dossier = await post.dossier();
});

describe('a mail that is forwarded', () => {
  it('stands in the series at the moment it was sent, in the name of whoever forwarded it', async () => {
    const { address } = await dossier.addressOf('fatima');
    expect((await post.send(address.toUpperCase(), mailOf('Ik weet waar je werkt.'))).code).toBe(250);
    expect(await dossier.eventsSeenBy('henk')).toMatchObject([
      {
        way: 'mail',
        occurredAt: '2026-03-03T22:10:00.000Z',
        text: 'Van: K. Wolters <k.wolters@mail.example>\nOnderwerp: Nummer 1\n\nIk weet waar je werkt.',
        writtenBy: { name: 'Fatima El Amrani' },
        forwarded: { at: post.town.now.toISOString(), numbersLeftOut: false, original: 'kept' },
      },
    ]);
    expect((await dossier.readAs('fatima')).body.cameIn).toEqual({
      mails: 1,
      lastAt: post.town.now.toISOString(),
      unreadable: 0,
      withNumbers: 0,
      withoutOriginal: 0,
    });
  });

  it('is kept as it came, as evidence', async () => {
    const mail = mailOf('Ik weet waar je werkt.\r\n. Echt waar.');
    await post.send((await dossier.addressOf('fatima')).address, mail);
    const { attachments } = (await (await post.as('henk')).ask(contract.listAttachments, { params: dossier.params }))
      .body;
    expect(attachments).toMatchObject([
      {
        fileName: expect.stringMatching(/^Doorgestuurde mail .+\.eml$/),
        kind: 'email',
        sha256: sha256(Buffer.from(mail)),
      },
    ]);
  });

  it('brings all the messages that were forwarded with it', async () => {
    const { address } = await dossier.addressOf('fatima');
    const inside = ['1', '2', '3'].map((n) => `--x\r\nContent-Type: message/rfc822\r\n\r\n${mailOf(`Bericht ${n}`)}`);
    const head = 'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x';
    await post.send(address, `Subject: FW: drie\r\n${head}\r\n\r\n${inside.join('\r\n')}\r\n--x--\r\n`);
    expect((await dossier.eventsSeenBy('fatima')).map(({ text }) => text.slice(-9))).toHaveLength(3);
    expect(await dossier.recorded('mail-taken-in')).toMatchObject([{ events: 3, original: 'kept', reading: 'read' }]);
  });

  it('stands there once, however often it is sent, and at once', async () => {
    const { address } = await dossier.addressOf('fatima');
    const mail = mailOf('Nog een keer', 'Message-ID: <7@mail.example>');
    const answers = await Promise.all([post.send(address, mail), post.send(address, mail)]);
    for (const { code } of answers) expect([250, 451]).toContain(code);
    expect((await post.send(address, `Received: again\r\n${mail}`)).code).toBe(250);
    expect(await dossier.eventsSeenBy('fatima')).toHaveLength(1);
    expect(await dossier.mailsIn()).toHaveLength(1);
  });

  it('keeps its address going, and is told as one step with those around it', async () => {
    const { address } = await dossier.addressOf('fatima');
    await post.send(address, mailOf('een'));
    await post.send(address, mailOf('twee'));
    post.town.fastForward({ days: 29 });
    expect((await post.send(address, mailOf('drie'))).code).toBe(250);
    post.town.fastForward({ days: 29 });
    expect((await post.send(address, mailOf('vier'))).code).toBe(250);
    const steps = await post.town.look(`select from incident.step where incident_id = $1 and kind = 'series_added'`, [
      dossier.incidentId,
    ]);
    expect(steps).toHaveLength(3);
  });

  it('leaves a citizen service number out, and says so', async () => {
    await post.send((await dossier.addressOf('fatima')).address, mailOf('Jouw BSN is 111222333.'));
    const [event] = await dossier.eventsSeenBy('fatima');
    expect(event?.text).toContain('Jouw BSN is [hier stond een burgerservicenummer].');
    expect(event?.forwarded).toMatchObject({ numbersLeftOut: true });
    expect((await dossier.readAs('fatima')).body.cameIn).toMatchObject({ withNumbers: 1 });
  });

  it('is one event and a file when nobody can read it', async () => {
    const { address } = await dossier.addressOf('fatima');
    let broken = mailOf('binnenste');
    for (let depth = 0; depth < 60; depth += 1) {
      const edge = `e${depth}`;
      broken = `Content-Type: multipart/mixed; boundary=${edge}\r\n\r\n--${edge}\r\n${broken}\r\n--${edge}--\r\n`;
    }
    expect((await post.send(address, broken)).code).toBe(250);
    expect((await post.send(address, Buffer.from([0x00, 0xff, 0xfe, 0x0d, 0x0a]))).code).toBe(250);
    const texts = (await dossier.eventsSeenBy('fatima')).map(({ text }) => text);
    expect(texts).toHaveLength(2);
    expect(texts).toContain('Een mail die we niet konden lezen.');
    expect(await dossier.mailsIn()).toMatchObject([{ original: 'kept' }, { original: 'kept' }]);
  });

  it('is taken without its file when the dossier has no more room', async () => {
    const { address } = await dossier.addressOf('fatima');
    const large = (mark: string) => mailOf(`${mark} ${'x'.repeat(60)}\r\n`.repeat(4000));
    for (const mark of ['a', 'b', 'c']) expect((await post.send(address, large(mark))).code).toBe(250);
    expect(await dossier.mailsIn()).toMatchObject([
      { original: 'kept' },
      { original: 'kept' },
      { original: 'no_room' },
    ]);
    expect((await dossier.readAs('fatima')).body.cameIn).toMatchObject({ mails: 3, withoutOriginal: 1 });
  });

  it('is taken back as anything else, by whoever forwarded it', async () => {
    await post.send((await dossier.addressOf('fatima')).address, mailOf('Dit was privé.'));
    const [event] = await dossier.eventsSeenBy('fatima');
    const asked = { params: { eventId: event?.eventId ?? '' }, body: {} };
    expect((await (await post.as('henk')).ask(contract.takeBackFromSeries, asked)).status).toBe(404);
    expect((await (await post.as('fatima')).ask(contract.takeBackFromSeries, asked)).status).toBe(200);
    expect(await dossier.eventsSeenBy('fatima')).toEqual([]);
  });
});

it('leaves no word, no sender and no address readable in the database, on the disk or in the log', async () => {
  const { address } = await dossier.addressOf('fatima');
  await post.send(address, mailOf('Kamperfoelie 111222333', 'Message-ID: <Zwaluwstaart@mail.example>'));
  const secrets = ['Kamperfoelie', 'k.wolters', 'Zwaluwstaart', 'Nummer 1', '111222333', address.split('@')[0] ?? ''];
  const places = [
    ...(await placesInDatabase(post.town.db.owner)),
    ...placesInFolder(post.folder),
    placeOf('log', post.logLines.join('')),
  ];
  expect(findLeaks([dossier.incidentId], places)).not.toEqual([]);
  expect(findLeaks(secrets, places)).toEqual([]);
});
