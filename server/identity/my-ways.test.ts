import { beforeEach, describe, expect, it } from 'vitest';
import * as identity from '../../contract/identity.ts';
import { getMe } from '../../contract/organisation.ts';
import { cast } from '../../database/demo/cast.ts';
import { goodPassword, newcomersOf } from '../../tests/support/newcomers.ts';
import { foundTown } from '../../tests/support/town.ts';

const town = await foundTown();
const { doors, codeOf, join, signIn, forgetEverybody } = newcomersOf(town);

beforeEach(forgetEverybody);

describe('a session', () => {
  it('ends after hours of rest, and after a working day in any case', async () => {
    const { visitor } = await join('henk');
    for (let hour = 0; hour < 11; hour++) {
      town.fastForward({ hours: 1 });
      expect((await visitor.ask(getMe)).status).toBe(200);
    }
    town.fastForward({ hours: 1 });
    expect((await visitor.ask(getMe)).status).toBe(401);
    const { visitor: rested } = await join('sanne');
    town.fastForward({ hours: 4 });
    expect((await rested.ask(getMe)).status).toBe(401);
  });

  it('is listed with its device, and can be ended from another', async () => {
    const { visitor: phone, secret } = await join('henk');
    town.fastForward({ minutes: 5 });
    const laptop = doors.visitor();
    await signIn(laptop, 'henk', secret);
    const { body } = await laptop.ask(identity.listSessions);
    expect(body.sessions.map(({ device, method, isThisOne }) => ({ device, method, isThisOne }))).toEqual([
      { device: 'Firefox · Android', method: 'password', isThisOne: true },
      { device: 'Firefox · Android', method: 'invitation', isThisOne: false },
    ]);
    const other = body.sessions.find(({ isThisOne }) => !isThisOne)?.id ?? '';
    await laptop.ask(identity.endSession, { params: { sessionId: other }, body: {} });
    expect((await phone.ask(getMe)).status).toBe(401);
    expect((await laptop.ask(getMe)).status).toBe(200);
  });

  it('of somebody else cannot be ended', async () => {
    const { visitor } = await join('henk');
    const { body } = await visitor.ask(identity.listSessions);
    const fatima = await doors.visitor().stepInAs('fatima');
    const params = { sessionId: body.sessions[0]?.id ?? '' };
    expect((await fatima.ask(identity.endSession, { params, body: {} })).status).toBe(404);
    expect((await visitor.ask(getMe)).status).toBe(200);
  });

  it('ends at signing out, and the browser is told to forget', async () => {
    const { visitor } = await join('henk');
    const cookie = visitor.cookie;
    const { headers } = await visitor.ask(identity.signOut, { body: {} });
    expect(String(headers['clear-site-data'])).toContain('"cookies"');
    expect(visitor.cookie).toBeUndefined();
    visitor.cookie = cookie;
    expect((await visitor.ask(getMe)).status).toBe(401);
  });

  it('ends everywhere at once', async () => {
    const { visitor: phone, secret } = await join('henk');
    town.fastForward({ minutes: 5 });
    const laptop = doors.visitor();
    await signIn(laptop, 'henk', secret);
    const { body } = await laptop.ask(identity.signOutEverywhere, { body: {} });
    expect(body).toEqual({ state: 'signed_out', sessions: 2 });
    expect((await phone.ask(getMe)).status).toBe(401);
  });

  it('is no way in with a made-up cookie', async () => {
    const visitor = doors.visitor();
    visitor.cookie = 'session=made-up';
    expect((await visitor.ask(getMe)).status).toBe(401);
  });
});

describe('my ways to sign in', () => {
  it('are changed only by who showed a second factor minutes ago', async () => {
    const { visitor, secret } = await join('henk');
    town.fastForward({ minutes: 11 });
    expect((await visitor.ask(identity.makeRecoveryCodes, { body: {} })).code).toBe('confirm-it-is-you');
    const confirmed = await visitor.ask(identity.confirmWithCode, { body: { code: codeOf(secret) } });
    expect(confirmed.body).toEqual({ state: 'confirmed' });
    const { body } = await visitor.ask(identity.makeRecoveryCodes, { body: {} });
    expect(body.recoveryCodes).toHaveLength(10);
  });

  it('a new app replaces the old one', async () => {
    const { visitor, secret } = await join('henk');
    const { body: enrolment } = await visitor.ask(identity.beginTotp, { body: {} });
    const body = { ceremony: enrolment.ceremony, code: codeOf(enrolment.secret) };
    expect((await visitor.ask(identity.setTotp, { body })).status).toBe(200);
    town.fastForward({ minutes: 5 });
    expect((await signIn(doors.visitor(), 'henk', secret)).code).toBe('code-wrong');
    expect((await signIn(doors.visitor(), 'henk', enrolment.secret)).status).toBe(200);
  });

  it('a new password ends the other sessions, and they hear of it by mail', async () => {
    const { visitor, secret } = await join('henk');
    town.fastForward({ minutes: 5 });
    const laptop = doors.visitor();
    await signIn(laptop, 'henk', secret);
    const change = (currentPassword: string, newPassword: string) =>
      laptop.ask(identity.changePassword, { body: { currentPassword, newPassword } });
    expect((await change('not this one', 'vier paarse tafels dansen')).code).toBe('password-wrong');
    expect((await change(goodPassword, 'wachtwoord2026')).code).toBe('password-too-common');
    expect((await change(goodPassword, 'vier paarse tafels dansen')).status).toBe(200);
    expect((await visitor.ask(getMe)).status).toBe(401);
    expect((await laptop.ask(getMe)).status).toBe(200);
    const told = await town.look(
      `select from platform.notification where template = 'sign-in-changed' and person_id = $1`,
      [cast.henk.id],
    );
    expect(told.length).toBeGreaterThan(0);
  });

  it('begin anew when an administrator resets the account', async () => {
    const { visitor, secret } = await join('henk');
    const bas = await doors.visitor().stepInAs('bas');
    const reset = await bas.ask(identity.resetAccount, { params: { personId: cast.henk.id }, body: {} });
    expect(reset.status).toBe(200);
    expect((await visitor.ask(getMe)).status).toBe(401);
    expect((await signIn(doors.visitor(), 'henk', secret)).code).toBe('sign-in-failed');
  });
});
