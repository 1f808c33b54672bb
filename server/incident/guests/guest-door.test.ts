import { beforeEach, describe, expect, it } from 'vitest';
import * as contract from '../../../contract/incident.ts';
import { type GuestDoor, guestDoor, vera } from '../../../tests/support/guest-door.ts';
import { threatAtTheCounter } from '../../../tests/support/reports.ts';

let door: GuestDoor;
beforeEach(async () => {
  door = await guestDoor();
});

describe('somebody without an account', () => {
  it('comes in with the link and the code, tells their story and follows it', async () => {
    const { incidentId, token } = await door.invited();
    expect((await door.guest.ask(contract.readGuestLink, { body: { token } })).body).toEqual({
      givenName: 'Vera',
      organisationName: 'Gemeente Wierdam',
      way: 'sms',
      ends: '78',
    });
    expect((await door.comesIn(token)).body).toEqual({ incidentId });
    const told = { params: { incidentId }, body: { story: 'Hij stond ook voor mijn deur.' } };
    expect((await door.guest.ask(contract.giveAccount, told)).status).toBe(200);
    const { body } = await door.guest.ask(contract.myIncident, { params: { incidentId } });
    expect(body).toMatchObject({ myRoles: ['victim'], account: { state: 'given' } });
  });

  it('reports something themselves', async () => {
    await door.invite('yusuf', { on: null });
    expect((await door.comesIn(await door.tokenSent())).body).toEqual({ incidentId: null });
    const answer = await door.guest.ask(contract.reportIncident, { body: threatAtTheCounter(door.town) });
    expect(answer.status).toBe(200);
    expect((await door.guest.ask(contract.myIncidents)).body.incidents).toHaveLength(1);
  });

  it('has a code that works once, for ten minutes, and only with its link', async () => {
    const { token } = await door.invited();
    await door.guest.ask(contract.sendGuestCode, { body: { token } });
    const code = await door.secretOf('guest-code');
    const wrong = { token, code: code === '000000' ? '000001' : '000000' };
    expect((await door.guest.ask(contract.enterAsGuest, { body: wrong })).code).toBe('guest-code-wrong');
    expect((await door.guest.ask(contract.enterAsGuest, { body: { token, code } })).status).toBe(200);
    expect((await door.guest.ask(contract.enterAsGuest, { body: { token, code } })).code).toBe('guest-code-wrong');
    await door.guest.ask(contract.sendGuestCode, { body: { token } });
    const late = await door.secretOf('guest-code');
    door.town.fastForward({ minutes: 11 });
    expect((await door.guest.ask(contract.enterAsGuest, { body: { token, code: late } })).code).toBe(
      'guest-code-wrong',
    );
  });

  it('cannot be guessed: six tries, and five codes, then one waits', async () => {
    const { token } = await door.invited();
    const tries: unknown[] = [];
    for (let turn = 0; turn < 7; turn += 1) {
      tries.push((await door.guest.ask(contract.enterAsGuest, { body: { token, code: 'nee' } })).code);
    }
    expect(tries.slice(-2)).toEqual(['guest-code-wrong', 'too-many-tries']);
    const sent: unknown[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      sent.push((await door.guest.ask(contract.sendGuestCode, { body: { token } })).status);
    }
    expect(sent).toEqual([200, 200, 200, 200, 200, 409]);
  });

  it('gets the code by mail where there is no number, and is told so', async () => {
    await door.invite('yusuf', { on: null, guest: { ...vera, phone: null } });
    const token = await door.tokenSent();
    const { body } = await door.guest.ask(contract.readGuestLink, { body: { token } });
    expect(body).toMatchObject({ way: 'email', ends: 'v…@raad.example' });
    await door.guest.ask(contract.sendGuestCode, { body: { token } });
    const code = await door.secretOf('sign-in-code');
    expect((await door.guest.ask(contract.enterAsGuest, { body: { token, code } })).status).toBe(200);
  });

  it('is out at once when the link is withdrawn, and stays out', async () => {
    const { incidentId, token, linkId } = await door.invited();
    await door.comesIn(token);
    const henk = await door.stepIn('henk');
    expect((await henk.ask(contract.withdrawGuestLink, { params: { linkId }, body: {} })).status).toBe(200);
    expect((await door.guest.ask(contract.myIncident, { params: { incidentId } })).status).toBe(401);
    expect((await door.guest.ask(contract.readGuestLink, { body: { token } })).code).toBe('guest-link-over');
    expect((await door.guest.ask(contract.sendGuestCode, { body: { token } })).code).toBe('guest-link-over');
    const { body } = await henk.ask(contract.listGuestLinks, { query: { incidentId } });
    expect(body.links).toMatchObject([{ person: { name: 'Vera Raad' }, belongsTo: 'raadslid', state: 'withdrawn' }]);
  });

  it('is out when the link ends, or when nothing happens for an hour', async () => {
    const { token } = await door.invited();
    await door.comesIn(token);
    door.town.fastForward({ minutes: 61 });
    expect((await door.guest.ask(contract.myIncidents)).status).toBe(401);
    door.town.fastForward({ days: 30 });
    expect((await door.guest.ask(contract.readGuestLink, { body: { token } })).code).toBe('guest-link-over');
  });

  it('leaves no token and no code readable in the database', async () => {
    const { token } = await door.invited();
    await door.guest.ask(contract.sendGuestCode, { body: { token } });
    const [kept] = await door.town.look<{ all: string }>(
      `select (select string_agg(to_jsonb(l)::text, ' ') from incident.guest_link l)
         || (select string_agg(to_jsonb(n)::text, ' ') from platform.notification n)
         || (select string_agg(to_jsonb(j)::text, ' ') from platform.job j) as all`,
    );
    expect(kept?.all).not.toContain(token);
    expect(kept?.all).not.toContain(Buffer.from(token).toString('hex'));
  });
});
