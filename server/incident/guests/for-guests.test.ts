import { beforeEach, describe, expect, it } from 'vitest';
import { getWaysToSignIn, listSessions, signOutEverywhere } from '../../../contract/identity.ts';
import * as contract from '../../../contract/incident.ts';
import { changeMe, getColleague, getMe, searchPeople } from '../../../contract/organisation.ts';
import { cast } from '../../../database/demo/cast.ts';
import { type GuestDoor, guestDoor } from '../../../tests/support/guest-door.ts';
import { newId } from '../../platform/index.ts';

let door: GuestDoor;
beforeEach(async () => {
  door = await guestDoor();
});

describe('somebody who came by a link', () => {
  it('sees no other incident, no colleagues and no dossier', async () => {
    const other = await door.reported('sanne');
    const { incidentId, token } = await door.invited();
    await door.comesIn(token);
    expect((await door.guest.ask(getMe)).status).toBe(200);
    expect((await door.guest.ask(contract.myIncidents)).body.incidents.map((one) => one.incidentId)).toEqual([
      incidentId,
    ]);
    expect((await door.guest.ask(contract.myIncident, { params: { incidentId: other } })).status).toBe(404);
    const closed = await Promise.all([
      door.guest.ask(searchPeople, { body: { name: 'Henk', limit: 20 } }),
      door.guest.ask(getColleague, { params: { personId: cast.henk.id } }),
      door.guest.ask(contract.readDossier, { params: { incidentId } }),
      door.guest.ask(contract.listIncidents, { query: { scope: 'team' } }),
      door.guest.ask(contract.listGuestLinks),
    ]);
    expect(closed.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  });

  it('is on no list of colleagues', async () => {
    await door.invited();
    const { body } = await (await door.stepIn('sanne')).ask(searchPeople, { body: { name: 'Vera', limit: 20 } });
    expect(body.people).toEqual([]);
  });

  it('has no account page: no devices, no sessions, no ways to sign in, and no other number for the code', async () => {
    await door.comesIn((await door.invited()).token);
    expect((await door.guest.ask(getMe)).body).toMatchObject({ cameByLink: true });
    const closed = await Promise.all([
      door.guest.ask(listSessions),
      door.guest.ask(signOutEverywhere, { body: {} }),
      door.guest.ask(getWaysToSignIn),
      door.guest.ask(contract.listMyDevices),
      door.guest.ask(contract.revokeMyDevice, { params: { deviceId: newId() }, body: {} }),
      door.guest.ask(changeMe, { body: { phone: '06 99999999' } }),
    ]);
    expect(closed.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
    expect((await door.guest.ask(changeMe, { body: { language: 'en' } })).status).toBe(200);
  });
});

describe('a colleague of another employer at the same counter', () => {
  it('reports and follows their own incident as any colleague', async () => {
    const incidentId = await door.reported('sami');
    const sami = await door.stepIn('sami');
    const { body } = await sami.ask(contract.myIncident, { params: { incidentId } });
    expect(body).toMatchObject({ myRoles: ['reporter', 'victim'], account: { state: 'given' } });
    expect(body.steps.length).toBeGreaterThan(1);
    expect((await sami.ask(contract.myIncidents)).body.incidents).toHaveLength(1);
  });

  it('is asked for their story when somebody else reports, and sees that follow-up', async () => {
    const incidentId = await door.reported('fatima', { target: 'colleague', victimIds: [cast.sami.id] });
    const sami = await door.stepIn('sami');
    const { body } = await sami.ask(contract.myIncident, { params: { incidentId } });
    expect(body).toMatchObject({ myRoles: ['victim'], account: { state: 'asked' } });
    const told = { params: { incidentId }, body: { story: 'Hij sloeg op de balie.' } };
    expect((await sami.ask(contract.giveAccount, told)).status).toBe(200);
    expect(
      (await sami.ask(contract.readDossier, { params: { incidentId: await door.reported('sanne') } })).status,
    ).toBe(404);
  });
});
