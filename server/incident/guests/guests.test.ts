import { beforeEach, describe, expect, it } from 'vitest';
import { getWaysToSignIn, listSessions, signOutEverywhere } from '../../../contract/identity.ts';
import * as contract from '../../../contract/incident.ts';
import { changeMe, getColleague, getMe, searchPeople } from '../../../contract/organisation.ts';
import { type CastKey, cast } from '../../../database/demo/cast.ts';
import { foundTown, type Town } from '../../../tests/support/town.ts';
import { openDoors, type Visitor } from '../../../tests/support/visitor.ts';
import { identityRefusals, identityRoutes } from '../../identity/index.ts';
import { organisationRefusals, organisationRoutes } from '../../organisation/index.ts';
import { newId, notify } from '../../platform/index.ts';
import { installDefaults } from '../../protocol/index.ts';
import { incidentRefusals, incidentRoutes, narrowForGuests } from '../index.ts';
import { whenIncidentReported } from '../when-incident-reported.ts';

const vera = {
  kind: 'new',
  givenName: 'Vera',
  familyName: 'Raad',
  email: 'vera@raad.example',
  phone: '+31 6 12345678',
  isOfficeHolder: true,
  belongsTo: 'raadslid',
} as const;

let town: Town;
let guest: Visitor;
let stepIn: (who: CastKey) => Promise<Visitor>;
beforeEach(async () => {
  town = await foundTown();
  const needs = { vault: town.vault, notify, sendsTexts: true };
  const routes = narrowForGuests([
    ...identityRoutes({ ...needs, furnish: installDefaults }),
    ...organisationRoutes,
    ...incidentRoutes(needs),
  ]);
  const doors = openDoors(town, routes, { ...organisationRefusals, ...identityRefusals, ...incidentRefusals });
  guest = doors.visitor();
  stepIn = (who) => doors.visitor().stepInAs(who);
});

const report = (more: object = {}) => ({
  incidentId: newId(),
  kind: 'incident',
  safe: true,
  personGone: true,
  injured: false,
  columns: ['threat'],
  story: 'Hij riep dat hij me zou opwachten.',
  target: 'me',
  victimIds: [],
  witnessIds: [],
  occurredAt: new Date(town.now.getTime() - 600_000).toISOString(),
  occurredPrecision: 'exact',
  place: { kind: 'phone' },
  aggressor: { knowledge: 'unknown' },
  actions: [],
  needs: [],
  route: 'manager',
  ...more,
});

async function reported(who: CastKey, more: object = {}): Promise<string> {
  const body = report(more);
  const answer = await (await stepIn(who)).ask(contract.reportIncident, { body });
  expect([answer.status, answer.body]).toMatchObject([200, {}]);
  await town.asWorker((tx) =>
    whenIncidentReported({ vault: town.vault, notify })(tx, { incidentId: body.incidentId, data: {} } as never),
  );
  return body.incidentId;
}

const invite = async (who: CastKey, body: object) =>
  (await stepIn(who)).ask(contract.inviteGuest, { body: { linkId: newId(), guest: vera, ...body } });

/** The newest secret that was sent, as the carrier opens it. */
async function secretOf(template: string): Promise<string> {
  return town.asWorker(async (tx) => {
    const { id, sealed } = await tx.row<{ id: string; sealed: Buffer }>(
      `select id, sealed_secret as sealed from platform.notification where template = $1
       order by created_at desc, id desc limit 1`,
      [template],
    );
    return (await town.vault.forEmployer(tx)).open(`notification ${id}`, sealed);
  });
}
const tokenSent = async () => (await secretOf('guest-link')).replace('/gast#', '');

async function comesIn(token: string) {
  expect((await guest.ask(contract.sendGuestCode, { body: { token } })).status).toBe(200);
  return guest.ask(contract.enterAsGuest, { body: { token, code: await secretOf('guest-code') } });
}

async function invited(): Promise<{ incidentId: string; token: string; linkId: string }> {
  const incidentId = await reported('fatima');
  const { status, body } = await invite('henk', { on: { incidentId, role: 'victim' } });
  expect(status).toBe(200);
  return { incidentId, linkId: body.linkId, token: await tokenSent() };
}

describe('somebody without an account', () => {
  it('comes in with the link and the code, tells their story and follows it', async () => {
    const { incidentId, token } = await invited();
    expect((await guest.ask(contract.readGuestLink, { body: { token } })).body).toEqual({
      givenName: 'Vera',
      organisationName: 'Gemeente Wierdam',
      way: 'sms',
      ends: '78',
    });
    expect((await comesIn(token)).body).toEqual({ incidentId });
    const told = { params: { incidentId }, body: { story: 'Hij stond ook voor mijn deur.' } };
    expect((await guest.ask(contract.giveAccount, told)).status).toBe(200);
    const { body } = await guest.ask(contract.myIncident, { params: { incidentId } });
    expect(body).toMatchObject({ myRoles: ['victim'], account: { state: 'given' } });
  });

  it('sees no other incident, no colleagues and no dossier', async () => {
    const other = await reported('sanne');
    const { incidentId, token } = await invited();
    await comesIn(token);
    expect((await guest.ask(getMe)).status).toBe(200);
    expect((await guest.ask(contract.myIncidents)).body.incidents.map((one) => one.incidentId)).toEqual([incidentId]);
    expect((await guest.ask(contract.myIncident, { params: { incidentId: other } })).status).toBe(404);
    const closed = await Promise.all([
      guest.ask(searchPeople, { body: { name: 'Henk', limit: 20 } }),
      guest.ask(getColleague, { params: { personId: cast.henk.id } }),
      guest.ask(contract.readDossier, { params: { incidentId } }),
      guest.ask(contract.listIncidents, { query: { scope: 'team' } }),
      guest.ask(contract.listGuestLinks),
    ]);
    expect(closed.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  });

  it('reports something themselves', async () => {
    await invite('yusuf', { on: null });
    expect((await comesIn(await tokenSent())).body).toEqual({ incidentId: null });
    const answer = await guest.ask(contract.reportIncident, { body: report() });
    expect(answer.status).toBe(200);
    expect((await guest.ask(contract.myIncidents)).body.incidents).toHaveLength(1);
  });

  it('is on no list of colleagues', async () => {
    await invited();
    const { body } = await (await stepIn('sanne')).ask(searchPeople, { body: { name: 'Vera', limit: 20 } });
    expect(body.people).toEqual([]);
  });

  it('has a code that works once, for ten minutes, and only with its link', async () => {
    const { token } = await invited();
    await guest.ask(contract.sendGuestCode, { body: { token } });
    const code = await secretOf('guest-code');
    const wrong = { token, code: code === '000000' ? '000001' : '000000' };
    expect((await guest.ask(contract.enterAsGuest, { body: wrong })).code).toBe('guest-code-wrong');
    expect((await guest.ask(contract.enterAsGuest, { body: { token, code } })).status).toBe(200);
    expect((await guest.ask(contract.enterAsGuest, { body: { token, code } })).code).toBe('guest-code-wrong');
    await guest.ask(contract.sendGuestCode, { body: { token } });
    const late = await secretOf('guest-code');
    town.fastForward({ minutes: 11 });
    expect((await guest.ask(contract.enterAsGuest, { body: { token, code: late } })).code).toBe('guest-code-wrong');
  });

  it('cannot be guessed: six tries, and five codes, then one waits', async () => {
    const { token } = await invited();
    const tries: unknown[] = [];
    for (let turn = 0; turn < 7; turn += 1) {
      tries.push((await guest.ask(contract.enterAsGuest, { body: { token, code: 'nee' } })).code);
    }
    expect(tries.slice(-2)).toEqual(['guest-code-wrong', 'too-many-tries']);
    const sent: unknown[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      sent.push((await guest.ask(contract.sendGuestCode, { body: { token } })).status);
    }
    expect(sent).toEqual([200, 200, 200, 200, 200, 409]);
  });

  it('gets the code by mail where there is no number, and is told so', async () => {
    await invite('yusuf', { on: null, guest: { ...vera, phone: null } });
    const token = await tokenSent();
    const { body } = await guest.ask(contract.readGuestLink, { body: { token } });
    expect(body).toMatchObject({ way: 'email', ends: 'v…@raad.example' });
    await guest.ask(contract.sendGuestCode, { body: { token } });
    const code = await secretOf('sign-in-code');
    expect((await guest.ask(contract.enterAsGuest, { body: { token, code } })).status).toBe(200);
  });

  it('is out at once when the link is withdrawn, and stays out', async () => {
    const { incidentId, token, linkId } = await invited();
    await comesIn(token);
    const henk = await stepIn('henk');
    expect((await henk.ask(contract.withdrawGuestLink, { params: { linkId }, body: {} })).status).toBe(200);
    expect((await guest.ask(contract.myIncident, { params: { incidentId } })).status).toBe(401);
    expect((await guest.ask(contract.readGuestLink, { body: { token } })).code).toBe('guest-link-over');
    expect((await guest.ask(contract.sendGuestCode, { body: { token } })).code).toBe('guest-link-over');
    const { body } = await henk.ask(contract.listGuestLinks, { query: { incidentId } });
    expect(body.links).toMatchObject([{ person: { name: 'Vera Raad' }, belongsTo: 'raadslid', state: 'withdrawn' }]);
  });

  it('is out when the link ends, or when nothing happens for an hour', async () => {
    const { token } = await invited();
    await comesIn(token);
    town.fastForward({ minutes: 61 });
    expect((await guest.ask(contract.myIncidents)).status).toBe(401);
    town.fastForward({ days: 30 });
    expect((await guest.ask(contract.readGuestLink, { body: { token } })).code).toBe('guest-link-over');
  });

  it('leaves no token and no code readable in the database', async () => {
    const { token } = await invited();
    await guest.ask(contract.sendGuestCode, { body: { token } });
    const [kept] = await town.look<{ all: string }>(
      `select (select string_agg(to_jsonb(l)::text, ' ') from incident.guest_link l)
         || (select string_agg(to_jsonb(n)::text, ' ') from platform.notification n)
         || (select string_agg(to_jsonb(j)::text, ' ') from platform.job j) as all`,
    );
    expect(kept?.all).not.toContain(token);
    expect(kept?.all).not.toContain(Buffer.from(token).toString('hex'));
  });
});

describe('whoever invites', () => {
  it('leads the dossier, or coordinates', async () => {
    const incidentId = await reported('fatima');
    const on = { incidentId, role: 'witness' };
    expect((await invite('fatima', { on })).status).toBe(403);
    expect((await invite('els', { on })).status).toBe(404);
    expect((await invite('henk', { on: null })).status).toBe(403);
    expect((await invite('henk', { on })).status).toBe(200);
  });

  it('has no account page: no devices, no sessions, no ways to sign in, and no other number for the code', async () => {
    await comesIn((await invited()).token);
    expect((await guest.ask(getMe)).body).toMatchObject({ cameByLink: true });
    const closed = await Promise.all([
      guest.ask(listSessions),
      guest.ask(signOutEverywhere, { body: {} }),
      guest.ask(getWaysToSignIn),
      guest.ask(contract.listMyDevices),
      guest.ask(contract.revokeMyDevice, { params: { deviceId: newId() }, body: {} }),
      guest.ask(changeMe, { body: { phone: '06 99999999' } }),
    ]);
    expect(closed.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
    expect((await guest.ask(changeMe, { body: { language: 'en' } })).status).toBe(200);
  });

  it('cannot make a second door for who has an account, nor send it to another address', async () => {
    const incidentId = await reported('fatima');
    const on = { incidentId, role: 'victim' };
    const lotte = { kind: 'known', personId: cast.lotte.id };
    await town.look(
      `insert into identity.account (person_id, employer_id, state, created_at)
       select id, employer_id, 'active', $2 from organisation.person where id = $1`,
      [cast.lotte.id, town.now],
    );
    expect((await invite('henk', { on, guest: lotte })).code).toBe('guest-can-sign-in');
    expect((await invite('henk', { on, guest: { ...vera, email: cast.lotte.email } })).code).toBe('guest-is-known');
    await town.look('delete from identity.account where person_id = $1', [cast.lotte.id]);
    expect((await invite('henk', { on, guest: { ...lotte, email: 'mijn@adres.example' } })).status).toBe(400);
    expect((await invite('henk', { on, guest: lotte })).status).toBe(200);
  });

  it('sends a new link, after which the earlier one is closed', async () => {
    const { incidentId, token } = await invited();
    const [{ id } = { id: '' }] = await town.look<{ id: string }>(
      `select id from organisation.person where email = 'vera@raad.example'`,
    );
    await invite('henk', { on: { incidentId, role: 'victim' }, guest: { kind: 'known', personId: id } });
    expect((await guest.ask(contract.readGuestLink, { body: { token } })).code).toBe('guest-link-over');
    expect((await guest.ask(contract.readGuestLink, { body: { token: await tokenSent() } })).status).toBe(200);
  });

  it('sends one link under one id, also when it is asked again', async () => {
    const { incidentId, token, linkId } = await invited();
    const [{ id } = { id: '' }] = await town.look<{ id: string }>(
      `select id from organisation.person where email = 'vera@raad.example'`,
    );
    const again = { linkId, on: { incidentId, role: 'witness' }, guest: { kind: 'known', personId: id } };
    expect((await invite('henk', again)).body).toEqual({ linkId, state: 'sent' });
    expect((await guest.ask(contract.readGuestLink, { body: { token } })).status).toBe(200);
  });

  it('is on the record, with everybody who came in', async () => {
    const { incidentId, token, linkId } = await invited();
    await comesIn(token);
    const henk = await stepIn('henk');
    await henk.ask(contract.withdrawGuestLink, { params: { linkId }, body: {} });
    const record = await town.look<{ action: string }>(
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

describe('the home of an office-holder', () => {
  const home = { place: { kind: 'private_life', text: 'Dorpsstraat 1, Wierdam' } };
  const placeOf = async (who: CastKey, incidentId: string) =>
    (await (await stepIn(who)).ask(contract.readDossier, { params: { incidentId } })).body.place;

  it('is closed to the griffier who leads until they say why, for an hour, on the record', async () => {
    const incidentId = await reported('lotte', home);
    expect(await placeOf('pieter', incidentId)).toMatchObject({ text: null, isProtected: true });
    const pieter = await stepIn('pieter');
    const asking = { params: { incidentId }, body: { reason: 'police' } };
    expect((await pieter.ask(contract.openProtectedPlace, asking)).body).toEqual({ incidentId });
    expect(await placeOf('pieter', incidentId)).toMatchObject({ text: 'Dorpsstraat 1, Wierdam', isProtected: false });
    expect(await placeOf('yusuf', incidentId)).toMatchObject({ text: null, isProtected: true });
    const [look] = await town.look(
      `select person_id, detail from platform.audit_entry where action = 'protected-place-opened-for-police'`,
    );
    expect(look).toEqual({ person_id: cast.pieter.id, detail: { reason: 'police' } });
    town.fastForward({ minutes: 61 });
    expect(await placeOf('pieter', incidentId)).toMatchObject({ text: null, isProtected: true });
  });

  it('stays open to the office-holder, and is asked for in vain by others', async () => {
    const incidentId = await reported('lotte', home);
    const lotte = await stepIn('lotte');
    const { body } = await lotte.ask(contract.myIncident, { params: { incidentId } });
    expect(body.placeText).toBe('Dorpsstraat 1, Wierdam');
    const asking = { params: { incidentId }, body: { reason: 'police' } };
    expect((await lotte.ask(contract.openProtectedPlace, asking)).status).toBe(403);
    expect((await (await stepIn('henk')).ask(contract.openProtectedPlace, asking)).status).toBe(404);
  });

  it('is the rule for office-holders only', async () => {
    const incidentId = await reported('fatima', home);
    expect(await placeOf('henk', incidentId)).toMatchObject({ text: 'Dorpsstraat 1, Wierdam', isProtected: false });
  });
});

describe('a colleague of another employer at the same counter', () => {
  it('reports and follows their own incident as any colleague', async () => {
    const incidentId = await reported('sami');
    const sami = await stepIn('sami');
    const { body } = await sami.ask(contract.myIncident, { params: { incidentId } });
    expect(body).toMatchObject({ myRoles: ['reporter', 'victim'], account: { state: 'given' } });
    expect(body.steps.length).toBeGreaterThan(1);
    expect((await sami.ask(contract.myIncidents)).body.incidents).toHaveLength(1);
  });

  it('is asked for their story when somebody else reports, and sees that follow-up', async () => {
    const incidentId = await reported('fatima', { target: 'colleague', victimIds: [cast.sami.id] });
    const sami = await stepIn('sami');
    const { body } = await sami.ask(contract.myIncident, { params: { incidentId } });
    expect(body).toMatchObject({ myRoles: ['victim'], account: { state: 'asked' } });
    const told = { params: { incidentId }, body: { story: 'Hij sloeg op de balie.' } };
    expect((await sami.ask(contract.giveAccount, told)).status).toBe(200);
    expect((await sami.ask(contract.readDossier, { params: { incidentId: await reported('sanne') } })).status).toBe(
      404,
    );
  });
});
