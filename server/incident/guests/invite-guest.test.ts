import { beforeEach, describe, expect, it } from 'vitest';
import * as contract from '../../../contract/incident.ts';
import { cast } from '../../../database/demo/cast.ts';
import { type GuestDoor, guestDoor, vera } from '../../../tests/support/guest-door.ts';

let door: GuestDoor;
beforeEach(async () => {
  door = await guestDoor();
});

describe('whoever invites', () => {
  it('leads the dossier, or coordinates', async () => {
    const incidentId = await door.reported('fatima');
    const on = { incidentId, role: 'witness' };
    expect((await door.invite('fatima', { on })).status).toBe(403);
    expect((await door.invite('els', { on })).status).toBe(404);
    expect((await door.invite('henk', { on: null })).status).toBe(403);
    expect((await door.invite('henk', { on })).status).toBe(200);
  });

  it('cannot make a second door for who has an account, nor send it to another address', async () => {
    const incidentId = await door.reported('fatima');
    const on = { incidentId, role: 'victim' };
    const lotte = { kind: 'known', personId: cast.lotte.id };
    await door.town.look(
      `insert into identity.account (person_id, employer_id, state, created_at)
       select id, employer_id, 'active', $2 from organisation.person where id = $1`,
      [cast.lotte.id, door.town.now],
    );
    expect((await door.invite('henk', { on, guest: lotte })).code).toBe('guest-can-sign-in');
    expect((await door.invite('henk', { on, guest: { ...vera, email: cast.lotte.email } })).code).toBe(
      'guest-is-known',
    );
    await door.town.look('delete from identity.account where person_id = $1', [cast.lotte.id]);
    expect((await door.invite('henk', { on, guest: { ...lotte, email: 'mijn@adres.example' } })).status).toBe(400);
    expect((await door.invite('henk', { on, guest: lotte })).status).toBe(200);
  });

  it('sends a new link, after which the earlier one is closed, also for who is inside by it', async () => {
    const { incidentId, token } = await door.invited();
    await door.comesIn(token);
    expect((await door.guest.ask(contract.myIncidents)).status).toBe(200);
    const [{ id } = { id: '' }] = await door.town.look<{ id: string }>(
      `select id from organisation.person where email = 'vera@raad.example'`,
    );
    await door.invite('henk', { on: { incidentId, role: 'victim' }, guest: { kind: 'known', personId: id } });
    expect((await door.guest.ask(contract.myIncidents)).status).toBe(401);
    expect((await door.guest.ask(contract.readGuestLink, { body: { token } })).code).toBe('guest-link-over');
    expect((await door.guest.ask(contract.readGuestLink, { body: { token: await door.tokenSent() } })).status).toBe(
      200,
    );
  });

  it('sends one link under one id, also when it is asked again', async () => {
    const { incidentId, token, linkId } = await door.invited();
    const [{ id } = { id: '' }] = await door.town.look<{ id: string }>(
      `select id from organisation.person where email = 'vera@raad.example'`,
    );
    const again = { linkId, on: { incidentId, role: 'witness' }, guest: { kind: 'known', personId: id } };
    expect((await door.invite('henk', again)).body).toEqual({ linkId, state: 'sent' });
    expect((await door.guest.ask(contract.readGuestLink, { body: { token } })).status).toBe(200);
  });

  it('is on the record, with everybody who came in', async () => {
    const { incidentId, token, linkId } = await door.invited();
    await door.comesIn(token);
    const henk = await door.stepIn('henk');
    await henk.ask(contract.withdrawGuestLink, { params: { linkId }, body: {} });
    const record = await door.town.look<{ action: string }>(
      `select action from platform.audit_entry where incident_id = $1 and action like 'guest-%' order by at, action`,
      [incidentId],
    );
    expect(record.map(({ action }) => action).sort()).toEqual([
      'guest-entered',
      'guest-invited',
      'guest-link-withdrawn',
    ]);
  });
});
