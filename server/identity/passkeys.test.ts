import { beforeEach, describe, expect, it } from 'vitest';
import * as identity from '../../contract/identity.ts';
import { getMe } from '../../contract/organisation.ts';
import { cast } from '../../database/demo/cast.ts';
import { newcomersOf } from '../../tests/support/newcomers.ts';
import { SoftwarePasskey } from '../../tests/support/software-passkey.ts';
import { foundTown } from '../../tests/support/town.ts';
import type { Visitor } from '../../tests/support/visitor.ts';

const origin = 'http://localhost:3000';
const town = await foundTown();
const { doors, invitationOf, join, forgetEverybody } = newcomersOf(town);

beforeEach(forgetEverybody);

async function joinWithPasskey(who: keyof typeof cast, passkey = new SoftwarePasskey(origin)) {
  const token = await invitationOf(who);
  const visitor = doors.visitor();
  const { body: begun } = await visitor.ask(identity.beginInvitationPasskey, { body: { token } });
  const way = {
    kind: 'passkey',
    ceremony: begun.ceremony,
    response: passkey.register(begun.options),
    name: 'Telefoon',
  };
  const accepted = await visitor.ask(identity.acceptInvitation, { body: { token, way } });
  return { visitor, passkey, accepted };
}

async function signInWith(passkey: SoftwarePasskey, visitor: Visitor = doors.visitor(), from = origin) {
  const { body: begun } = await visitor.ask(identity.beginPasskeySignIn, { body: {} });
  const body = { ceremony: begun.ceremony, response: passkey.authenticate(begun.options, from) };
  return { visitor, body, answer: await visitor.ask(identity.signInWithPasskey, { body }) };
}

describe('a passkey', () => {
  it('is made at an invitation and then lets in without typing a name', async () => {
    const { passkey, accepted } = await joinWithPasskey('henk');
    expect(accepted.body.recoveryCodes).toHaveLength(10);
    const { visitor, answer } = await signInWith(passkey);
    expect(answer.body).toEqual({ state: 'signed_in' });
    expect((await visitor.ask(getMe)).body.person.id).toBe(cast.henk.id);
  });

  it('answers one question once', async () => {
    const { passkey } = await joinWithPasskey('henk');
    const { body } = await signInWith(passkey);
    expect((await doors.visitor().ask(identity.signInWithPasskey, { body })).code).toBe('ceremony-over');
  });

  it('made for another site is refused, and so is one nobody knows', async () => {
    const { passkey } = await joinWithPasskey('henk');
    expect((await signInWith(passkey, doors.visitor(), 'https://evil.example')).answer.code).toBe('passkey-unknown');
    expect((await signInWith(new SoftwarePasskey(origin))).answer.code).toBe('passkey-unknown');
    const elsewhere = await joinWithPasskey('sanne', new SoftwarePasskey('https://evil.example'));
    expect(elsewhere.accepted.code).toBe('passkey-not-accepted');
  });

  it('of a blocked account opens nothing', async () => {
    const { passkey } = await joinWithPasskey('henk');
    const bas = await doors.visitor().stepInAs('bas');
    await bas.ask(identity.blockAccount, { params: { personId: cast.henk.id }, body: {} });
    expect((await signInWith(passkey)).answer.code).toBe('passkey-unknown');
    await bas.ask(identity.unblockAccount, { params: { personId: cast.henk.id }, body: {} });
    expect((await signInWith(passkey)).answer.status).toBe(200);
  });

  it('is added beside a password, named, and removed again', async () => {
    const { visitor } = await join('henk');
    const passkey = new SoftwarePasskey(origin);
    const { body: begun } = await visitor.ask(identity.beginPasskey, { body: {} });
    const body = { ceremony: begun.ceremony, response: passkey.register(begun.options), name: 'Sleutel' };
    const { body: added } = await visitor.ask(identity.addPasskey, { body });
    expect((await signInWith(passkey)).answer.status).toBe(200);
    const { body: ways } = await visitor.ask(identity.getWaysToSignIn);
    expect(ways.passkeys.map(({ name }) => name)).toEqual(['Sleutel']);
    const removed = await visitor.ask(identity.removePasskey, { params: { passkeyId: added.passkeyId } });
    expect(removed.status).toBe(200);
    expect((await signInWith(passkey)).answer.code).toBe('passkey-unknown');
  });

  it('that is the last way to sign in stays', async () => {
    const { visitor } = await joinWithPasskey('henk');
    const { body: ways } = await visitor.ask(identity.getWaysToSignIn);
    const params = { passkeyId: ways.passkeys[0]?.id ?? '' };
    expect((await visitor.ask(identity.removePasskey, { params })).code).toBe('last-way-to-sign-in');
  });

  it('shows again that it is you', async () => {
    const { visitor, passkey } = await joinWithPasskey('henk');
    town.fastForward({ minutes: 11 });
    expect((await visitor.ask(identity.beginTotp, { body: {} })).code).toBe('confirm-it-is-you');
    const { body: begun } = await visitor.ask(identity.beginPasskeyConfirmation, { body: {} });
    const body = { ceremony: begun.ceremony, response: passkey.authenticate(begun.options) };
    expect((await visitor.ask(identity.confirmWithPasskey, { body })).body).toEqual({ state: 'confirmed' });
    expect((await visitor.ask(identity.beginTotp, { body: {} })).status).toBe(200);
  });
});
