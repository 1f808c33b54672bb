import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as contract from '../../../../contract/incident.ts';
import type { CastKey } from '../../../../database/demo/cast.ts';
import { sha256 } from '../../../../tests/support/attachments.ts';
import { desksOf } from '../../../../tests/support/desks.ts';
import { findLeaks, placeOf, placesInDatabase, placesInFolder } from '../../../../tests/support/leaks.ts';
import { leads, reported } from '../../../../tests/support/reports.ts';
import { sendMail } from '../../../../tests/support/send-mail.ts';
import { foundTown, type Town } from '../../../../tests/support/town.ts';
import { freePort } from '../../../platform/embedded-postgres.ts';
import { diskBlobs, type MailReceiver, newId, notify, openMailReceiver } from '../../../platform/index.ts';
import { attachmentRoutes } from '../../attachments/attachment-routes.ts';
import { correctIncident } from '../../correct-incident.ts';
import { seriesRoutes } from '../routes.ts';
import type { ForwardingNeeds } from './forwarding-needs.ts';
import { mailDoor } from './mail-door.ts';
import { forwardingRoutes } from './routes.ts';

const domain = 'post.wierdam.example';
const mailBytes = 300 * 1024;
let town: Town;
let folder: string;
let receiver: MailReceiver;
let port: number;
let needs: { -readonly [K in keyof ForwardingNeeds]: ForwardingNeeds[K] };
let as: ReturnType<typeof desksOf>;
let incidentId: string;
const logLines: string[] = [];

beforeAll(async () => {
  town = await foundTown();
  folder = mkdtempSync(path.join(tmpdir(), 'forwarding-'));
  needs = {
    vault: town.vault,
    notify,
    blobs: diskBlobs(folder),
    limits: { fileBytes: 10 * mailBytes, dossierBytes: 2 * mailBytes },
    scanner: undefined,
    database: town.database,
    now: () => town.now,
    mailKey: Buffer.alloc(32, 5),
    mailDomain: domain,
  };
  as = desksOf(town, [...seriesRoutes(needs), ...attachmentRoutes(needs), ...forwardingRoutes(needs)]);
  port = await freePort();
  receiver = openMailReceiver({
    settings: { port, host: '127.0.0.1', domain, tls: undefined },
    door: mailDoor(needs),
    log: pino({ level: 'trace' }, { write: (line: string) => void logLines.push(line) }),
    limits: { mailBytes, refusalMs: 20 },
  });
  await receiver.listen();
});
afterAll(async () => {
  await receiver.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  incidentId = await reported(town, 'fatima');
  await leads(town, 'henk', incidentId);
});

const params = () => ({ incidentId });
const readAs = async (who: CastKey) => (await as(who)).ask(contract.readForwarding, { params: params() });
const eventsSeenBy = async (who: CastKey) =>
  (await (await as(who)).ask(contract.readSeries, { params: params() })).body.events;

async function addressOf(who: CastKey) {
  const made = await (await as(who)).ask(contract.makeForwardingAddress, {
    params: params(),
    body: { addressId: newId() },
  });
  expect(made.status).toBe(200);
  const { address } = (await readAs(who)).body;
  if (address === null) throw new Error('There is no address');
  return address;
}

const mailOf = (text: string, ...head: string[]) =>
  [
    'From: K. Wolters <k.wolters@mail.example>',
    'Subject: Nummer 1',
    'Date: Tue, 3 Mar 2026 23:10:00 +0100',
    ...head,
    '',
    text,
    '',
  ].join('\r\n');
const send = (to: string, mail: string | Buffer) => sendMail({ port, to, mail: Buffer.from(mail) });
const recorded = async (action: string) =>
  (
    await town.look<{ detail: Record<string, unknown> }>(
      'select detail from platform.audit_entry where incident_id = $1 and action = $2 order by id',
      [incidentId, action],
    )
  ).map(({ detail }) => detail);
const mailsIn = () =>
  town.look('select reading, original from incident.series_mail where incident_id = $1', [incidentId]);

describe('an address of a dossier', () => {
  it('is made by whoever may add, for themselves, and works for a month', async () => {
    const { address, until } = await addressOf('fatima');
    expect(address).toMatch(/^[a-z2-7]{32}@post\.wierdam\.example$/);
    expect(Date.parse(until) - town.now.getTime()).toBe(30 * 86_400_000);
    expect((await readAs('henk')).body).toEqual({ isPossible: true, address: null, cameIn: null });
    expect((await readAs('daan')).status).toBe(404);
  });

  it('is one at a time: a new one ends the one before', async () => {
    const before = await addressOf('fatima');
    const after = await addressOf('fatima');
    expect((await send(before.address, mailOf('oud'))).code).toBe(550);
    expect((await send(after.address, mailOf('nieuw'))).code).toBe(250);
    expect(await recorded('series-address-made')).toHaveLength(2);
    expect(await recorded('series-address-ended')).toHaveLength(1);
  });

  it('is not there where no mail comes in', async () => {
    needs.mailDomain = undefined;
    const asked = { params: params(), body: { addressId: newId() } };
    expect((await (await as('fatima')).ask(contract.makeForwardingAddress, asked)).code).toBe('no-mail-comes-in');
    expect((await readAs('fatima')).body.isPossible).toBe(false);
    needs.mailDomain = domain;
  });
});

describe('a mail that is forwarded', () => {
  it('stands in the series at the moment it was sent, in the name of whoever forwarded it', async () => {
    const { address } = await addressOf('fatima');
    expect((await send(address.toUpperCase(), mailOf('Ik weet waar je werkt.'))).code).toBe(250);
    expect(await eventsSeenBy('henk')).toMatchObject([
      {
        way: 'mail',
        occurredAt: '2026-03-03T22:10:00.000Z',
        text: 'Van: K. Wolters <k.wolters@mail.example>\nOnderwerp: Nummer 1\n\nIk weet waar je werkt.',
        writtenBy: { name: 'Fatima El Amrani' },
        forwarded: { at: town.now.toISOString(), numbersLeftOut: false, original: 'kept' },
      },
    ]);
    expect((await readAs('fatima')).body.cameIn).toEqual({
      mails: 1,
      lastAt: town.now.toISOString(),
      unreadable: 0,
      withNumbers: 0,
      withoutOriginal: 0,
    });
  });

  it('is kept as it came, as evidence', async () => {
    const mail = mailOf('Ik weet waar je werkt.\r\n. Echt waar.');
    await send((await addressOf('fatima')).address, mail);
    const { attachments } = (await (await as('henk')).ask(contract.listAttachments, { params: params() })).body;
    expect(attachments).toMatchObject([
      {
        fileName: expect.stringMatching(/^Doorgestuurde mail .+\.eml$/),
        kind: 'email',
        sha256: sha256(Buffer.from(mail)),
      },
    ]);
  });

  it('brings all the messages that were forwarded with it', async () => {
    const { address } = await addressOf('fatima');
    const inside = ['1', '2', '3'].map((n) => `--x\r\nContent-Type: message/rfc822\r\n\r\n${mailOf(`Bericht ${n}`)}`);
    const head = 'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x';
    await send(address, `Subject: FW: drie\r\n${head}\r\n\r\n${inside.join('\r\n')}\r\n--x--\r\n`);
    expect((await eventsSeenBy('fatima')).map(({ text }) => text.slice(-9))).toHaveLength(3);
    expect(await recorded('mail-taken-in')).toMatchObject([{ events: 3, original: 'kept', reading: 'read' }]);
  });

  it('stands there once, however often it is sent, and at once', async () => {
    const { address } = await addressOf('fatima');
    const mail = mailOf('Nog een keer', 'Message-ID: <7@mail.example>');
    const answers = await Promise.all([send(address, mail), send(address, mail)]);
    for (const { code } of answers) expect([250, 451]).toContain(code);
    expect((await send(address, `Received: again\r\n${mail}`)).code).toBe(250);
    expect(await eventsSeenBy('fatima')).toHaveLength(1);
    expect(await mailsIn()).toHaveLength(1);
  });

  it('keeps its address going, and is told as one step with those around it', async () => {
    const { address } = await addressOf('fatima');
    await send(address, mailOf('een'));
    await send(address, mailOf('twee'));
    town.fastForward({ days: 29 });
    expect((await send(address, mailOf('drie'))).code).toBe(250);
    town.fastForward({ days: 29 });
    expect((await send(address, mailOf('vier'))).code).toBe(250);
    const steps = await town.look(`select from incident.step where incident_id = $1 and kind = 'series_added'`, [
      incidentId,
    ]);
    expect(steps).toHaveLength(3);
  });

  it('leaves a citizen service number out, and says so', async () => {
    await send((await addressOf('fatima')).address, mailOf('Jouw BSN is 111222333.'));
    const [event] = await eventsSeenBy('fatima');
    expect(event?.text).toContain('Jouw BSN is [hier stond een burgerservicenummer].');
    expect(event?.forwarded).toMatchObject({ numbersLeftOut: true });
    expect((await readAs('fatima')).body.cameIn).toMatchObject({ withNumbers: 1 });
  });

  it('is one event and a file when nobody can read it', async () => {
    const { address } = await addressOf('fatima');
    let broken = mailOf('binnenste');
    for (let depth = 0; depth < 60; depth += 1) {
      const edge = `e${depth}`;
      broken = `Content-Type: multipart/mixed; boundary=${edge}\r\n\r\n--${edge}\r\n${broken}\r\n--${edge}--\r\n`;
    }
    expect((await send(address, broken)).code).toBe(250);
    expect((await send(address, Buffer.from([0x00, 0xff, 0xfe, 0x0d, 0x0a]))).code).toBe(250);
    const texts = (await eventsSeenBy('fatima')).map(({ text }) => text);
    expect(texts).toHaveLength(2);
    expect(texts).toContain('Een mail die we niet konden lezen.');
    expect(await mailsIn()).toMatchObject([{ original: 'kept' }, { original: 'kept' }]);
  });

  it('is taken without its file when the dossier has no more room', async () => {
    const { address } = await addressOf('fatima');
    const large = (mark: string) => mailOf(`${mark} ${'x'.repeat(60)}\r\n`.repeat(4000));
    for (const mark of ['a', 'b', 'c']) expect((await send(address, large(mark))).code).toBe(250);
    expect(await mailsIn()).toMatchObject([{ original: 'kept' }, { original: 'kept' }, { original: 'no_room' }]);
    expect((await readAs('fatima')).body.cameIn).toMatchObject({ mails: 3, withoutOriginal: 1 });
  });

  it('is taken back as anything else, by whoever forwarded it', async () => {
    await send((await addressOf('fatima')).address, mailOf('Dit was privé.'));
    const [event] = await eventsSeenBy('fatima');
    const asked = { params: { eventId: event?.eventId ?? '' }, body: {} };
    expect((await (await as('henk')).ask(contract.takeBackFromSeries, asked)).status).toBe(404);
    expect((await (await as('fatima')).ask(contract.takeBackFromSeries, asked)).status).toBe(200);
    expect(await eventsSeenBy('fatima')).toEqual([]);
  });
});

describe('a mail that is refused', () => {
  it('is for an address that never was, or of somebody else: one answer', async () => {
    const { address, addressId } = await addressOf('fatima');
    const ending = { params: { addressId }, body: {} };
    expect((await (await as('henk')).ask(contract.endForwardingAddress, ending)).status).toBe(404);
    expect((await (await as('fatima')).ask(contract.endForwardingAddress, ending)).status).toBe(200);
    const ended = await send(address, mailOf('te laat'));
    const unknown = await send(`${'a'.repeat(32)}@${domain}`, mailOf('raad'));
    const elsewhere = await send('iemand@elders.example', mailOf('doorgeven'));
    expect(ended).toMatchObject({ code: 550, said: expect.stringContaining('Dit adres werkt niet (meer)') });
    expect(unknown).toEqual(ended);
    expect(elsewhere).toEqual(ended);
    expect(await recorded('mail-refused')).toEqual([{ why: 'closed' }]);
    expect(await mailsIn()).toEqual([]);
  });

  it('is late: nobody used the address for a month', async () => {
    const { address } = await addressOf('fatima');
    town.fastForward({ days: 30, minutes: 1 });
    expect((await send(address, mailOf('te laat'))).code).toBe(550);
    expect((await readAs('fatima')).body.address).toBeNull();
  });

  it('is of somebody who may no longer add', async () => {
    const { address } = await addressOf('henk');
    expect((await send(address, mailOf('mag nog'))).code).toBe(250);
    await town.look('delete from incident.lead where incident_id = $1', [incidentId]);
    expect((await send(address, mailOf('mag niet meer'))).code).toBe(550);
    expect(await mailsIn()).toHaveLength(1);
  });

  it('is of somebody whose account was blocked, or of a guest whose link has ended', async () => {
    const { address } = await addressOf('fatima');
    await town.look(
      `insert into identity.account (person_id, employer_id, state, created_at)
       select person_id, employer_id, 'blocked', made_at from incident.series_address where incident_id = $1`,
      [incidentId],
    );
    expect((await send(address, mailOf('geblokkeerd'))).code).toBe(550);
    await town.look('delete from identity.account');
    await town.look(
      `update organisation.person set is_by_link = true where id in
         (select person_id from incident.series_address where incident_id = $1)`,
      [incidentId],
    );
    expect((await send(address, mailOf('link is over'))).code).toBe(550);
    await town.look('update organisation.person set is_by_link = false');
    expect((await send(address, mailOf('mag weer'))).code).toBe(250);
  });

  it('is of a dossier that was set right', async () => {
    const { address } = await addressOf('fatima');
    await town.as('henk', (tx) =>
      correctIncident({ vault: town.vault }, tx, tx.personId ?? '', { incidentId, reason: 'reported_by_mistake' }),
    );
    expect((await send(address, mailOf('te laat'))).code).toBe(550);
  });

  it('is too large, also for a sender who does not say so beforehand', async () => {
    const { address } = await addressOf('fatima');
    const said = await talk(
      'EHLO x',
      'MAIL FROM:<a@b.example>',
      `RCPT TO:<${address}>`,
      'DATA',
      `${mailOf('x'.repeat(70)).repeat(2000)}\r\n.`,
    );
    expect(said.at(-1)).toMatch(/^552 /);
    expect(await recorded('mail-refused')).toEqual([{ why: 'too-large' }]);
    expect(await mailsIn()).toEqual([]);
  });

  it('is for two dossiers at once, or asks to be let in: neither is what we do', async () => {
    const { address } = await addressOf('fatima');
    const said = await talk(
      'EHLO x',
      'AUTH PLAIN AGEAYg==',
      'MAIL FROM:<a@b.example>',
      `RCPT TO:<${address}>`,
      `RCPT TO:<${address}>`,
    );
    expect(said.map((line) => line.slice(0, 3))).toEqual(['220', '250', '500', '250', '250', '452']);
  });

  it('is the two hundred and first of an hour', async () => {
    const { address } = await addressOf('fatima');
    expect((await send(address, mailOf('goed'))).code).toBe(250);
    await town.look('update identity.attempt set count = count + 199');
    expect((await send(address, mailOf('te veel'))).code).toBe(452);
    town.fastForward({ minutes: 61 });
    expect((await send(address, mailOf('weer goed'))).code).toBe(250);
  });

  it('stands nowhere half: cut off by its sender, or by a database that goes away', async () => {
    const { address } = await addressOf('fatima');
    await talk('EHLO x', 'MAIL FROM:<a@b.example>', `RCPT TO:<${address}>`, 'DATA', 'Subject: half');
    expect(await mailsIn()).toEqual([]);
    await town.look(
      `create function public.dies() returns trigger language plpgsql as
       'begin perform pg_terminate_backend(pg_backend_pid()); return new; end'`,
    );
    await town.look(
      'create trigger dies before insert on incident.series_event for each row execute function public.dies()',
    );
    const mail = mailOf('Eerst niet, dan wel');
    expect((await send(address, mail)).code).toBe(451);
    await town.look('drop trigger dies on incident.series_event');
    expect(await mailsIn()).toEqual([]);
    expect(await eventsSeenBy('fatima')).toEqual([]);
    expect((await send(address, mail)).code).toBe(250);
    expect(await eventsSeenBy('fatima')).toHaveLength(1);
    expect(await mailsIn()).toMatchObject([{ reading: 'read', original: 'kept' }]);
  });
});

it('leaves no word, no sender and no address readable in the database, on the disk or in the log', async () => {
  const { address } = await addressOf('fatima');
  await send(address, mailOf('Kamperfoelie 111222333', 'Message-ID: <Zwaluwstaart@mail.example>'));
  const secrets = ['Kamperfoelie', 'k.wolters', 'Zwaluwstaart', 'Nummer 1', '111222333', address.split('@')[0] ?? ''];
  const places = [
    ...(await placesInDatabase(town.db.owner)),
    ...placesInFolder(folder),
    placeOf('log', logLines.join('')),
  ];
  expect(findLeaks([incidentId], places)).not.toEqual([]);
  expect(findLeaks(secrets, places)).toEqual([]);
});

/** As a mail server speaks, line by line; answers the last line of each answer, the greeting first. Then the line is cut. */
async function talk(...lines: readonly string[]): Promise<string[]> {
  const socket = createConnection(port, '127.0.0.1');
  const said: string[] = [];
  let text = '';
  let heard: (() => void) | undefined;
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
      const line = text.slice(0, end);
      text = text.slice(end + 2);
      if (/^\d{3} /.test(line)) said.push(line);
    }
    heard?.();
  });
  const until = async (count: number) => {
    while (said.length < count) await new Promise<void>((resolve) => (heard = resolve));
  };
  await until(1);
  for (const [at, line] of lines.entries()) {
    socket.write(`${line}\r\n`);
    // The words of a mail are answered when it ends.
    if (lines[at - 1] !== 'DATA' || line.endsWith('\r\n.')) await until(said.length + 1);
  }
  await new Promise<void>((resolve) => socket.end(resolve));
  socket.destroy();
  return said;
}
