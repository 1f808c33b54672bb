import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as contract from '../../../../contract/incident.ts';
import {
  type MailAtWork,
  type MailedDossier,
  mailAtWork,
  mailDomain,
  mailOf,
} from '../../../../tests/support/mail-at-work.ts';
import { correctIncident } from '../../correct-incident.ts';

let post: MailAtWork;
let dossier: MailedDossier;
beforeAll(async () => {
  post = await mailAtWork();
});
beforeEach(async () => {
  dossier = await post.dossier();
});

describe('a mail that is refused', () => {
  it('is for an address that never was, or of somebody else: one answer', async () => {
    const { address, addressId } = await dossier.addressOf('fatima');
    const ending = { params: { addressId }, body: {} };
    expect((await (await post.as('henk')).ask(contract.endForwardingAddress, ending)).status).toBe(404);
    expect((await (await post.as('fatima')).ask(contract.endForwardingAddress, ending)).status).toBe(200);
    const ended = await post.send(address, mailOf('te laat'));
    const unknown = await post.send(`${'a'.repeat(32)}@${mailDomain}`, mailOf('raad'));
    const elsewhere = await post.send('iemand@elders.example', mailOf('doorgeven'));
    expect(ended).toMatchObject({ code: 550, said: expect.stringContaining('Dit adres werkt niet (meer)') });
    expect(unknown).toEqual(ended);
    expect(elsewhere).toEqual(ended);
    expect(await dossier.recorded('mail-refused')).toEqual([{ why: 'closed' }]);
    expect(await dossier.mailsIn()).toEqual([]);
  });

  it('is late: nobody used the address for a month', async () => {
    const { address } = await dossier.addressOf('fatima');
    post.town.fastForward({ days: 30, minutes: 1 });
    expect((await post.send(address, mailOf('te laat'))).code).toBe(550);
    expect((await dossier.readAs('fatima')).body.address).toBeNull();
  });

  it('is of somebody who may no longer add', async () => {
    const { address } = await dossier.addressOf('henk');
    expect((await post.send(address, mailOf('mag nog'))).code).toBe(250);
    await post.town.look('delete from incident.lead where incident_id = $1', [dossier.incidentId]);
    expect((await post.send(address, mailOf('mag niet meer'))).code).toBe(550);
    expect(await dossier.mailsIn()).toHaveLength(1);
  });

  it('is of somebody whose account was blocked, or of a guest whose link has ended', async () => {
    const { address } = await dossier.addressOf('fatima');
    await post.town.look(
      `insert into identity.account (person_id, employer_id, state, created_at)
       select person_id, employer_id, 'blocked', made_at from incident.series_address where incident_id = $1`,
      [dossier.incidentId],
    );
    expect((await post.send(address, mailOf('geblokkeerd'))).code).toBe(550);
    await post.town.look('delete from identity.account');
    await post.town.look(
      `update organisation.person set is_by_link = true where id in
         (select person_id from incident.series_address where incident_id = $1)`,
      [dossier.incidentId],
    );
    expect((await post.send(address, mailOf('link is over'))).code).toBe(550);
    await post.town.look('update organisation.person set is_by_link = false');
    expect((await post.send(address, mailOf('mag weer'))).code).toBe(250);
  });

  it('is of a dossier that was set right', async () => {
    const { address } = await dossier.addressOf('fatima');
    await post.town.as('henk', (tx) =>
      correctIncident({ vault: post.town.vault }, tx, tx.personId ?? '', {
        incidentId: dossier.incidentId,
        reason: 'reported_by_mistake',
      }),
    );
    expect((await post.send(address, mailOf('te laat'))).code).toBe(550);
  });

  it('is too large, also for a sender who does not say so beforehand', async () => {
    const { address } = await dossier.addressOf('fatima');
    const said = await post.talk(
      'EHLO x',
      'MAIL FROM:<a@b.example>',
      `RCPT TO:<${address}>`,
      'DATA',
      `${mailOf('x'.repeat(70)).repeat(2000)}\r\n.`,
    );
    expect(said.at(-1)).toMatch(/^552 /);
    expect(await dossier.recorded('mail-refused')).toEqual([{ why: 'too-large' }]);
    expect(await dossier.mailsIn()).toEqual([]);
  });

  it('is for two dossiers at once, or asks to be let in: neither is what we do', async () => {
    const { address } = await dossier.addressOf('fatima');
    const said = await post.talk(
      'EHLO x',
      'AUTH PLAIN AGEAYg==',
      'MAIL FROM:<a@b.example>',
      `RCPT TO:<${address}>`,
      `RCPT TO:<${address}>`,
    );
    expect(said.map((line) => line.slice(0, 3))).toEqual(['220', '250', '500', '250', '250', '452']);
  });

  it('is the two hundred and first of an hour', async () => {
    const { address } = await dossier.addressOf('fatima');
    expect((await post.send(address, mailOf('goed'))).code).toBe(250);
    await post.town.look('update identity.attempt set count = count + 199');
    expect((await post.send(address, mailOf('te veel'))).code).toBe(452);
    post.town.fastForward({ minutes: 61 });
    expect((await post.send(address, mailOf('weer goed'))).code).toBe(250);
  });

  it('stands nowhere half: cut off by its sender, or by a database that goes away', async () => {
    const { address } = await dossier.addressOf('fatima');
    await post.talk('EHLO x', 'MAIL FROM:<a@b.example>', `RCPT TO:<${address}>`, 'DATA', 'Subject: half');
    expect(await dossier.mailsIn()).toEqual([]);
    await post.town.look(
      `create function public.dies() returns trigger language plpgsql as
       'begin perform pg_terminate_backend(pg_backend_pid()); return new; end'`,
    );
    await post.town.look(
      'create trigger dies before insert on incident.series_event for each row execute function public.dies()',
    );
    const mail = mailOf('Eerst niet, dan wel');
    expect((await post.send(address, mail)).code).toBe(451);
    await post.town.look('drop trigger dies on incident.series_event');
    expect(await dossier.mailsIn()).toEqual([]);
    expect(await dossier.eventsSeenBy('fatima')).toEqual([]);
    expect((await post.send(address, mail)).code).toBe(250);
    expect(await dossier.eventsSeenBy('fatima')).toHaveLength(1);
    expect(await dossier.mailsIn()).toMatchObject([{ reading: 'read', original: 'kept' }]);
  });
});
