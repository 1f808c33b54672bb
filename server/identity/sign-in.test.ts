import { beforeEach, describe, expect, it } from 'vitest';
import * as identity from '../../contract/identity.ts';
import { getMe } from '../../contract/organisation.ts';
import { cast, employer } from '../../database/demo/cast.ts';
import { goodPassword, newcomersOf } from '../../tests/support/newcomers.ts';
import { foundTown } from '../../tests/support/town.ts';

const town = await foundTown();
const { doors, codeOf, invitationOf, join, signIn, forgetEverybody } = newcomersOf(town);

beforeEach(forgetEverybody);

describe('an invitation', () => {
  it('says who it is for, and to whom the mail with the link goes', async () => {
    const token = await invitationOf('sanne');
    const { body } = await doors.visitor().ask(identity.readInvitation, { body: { token } });
    expect(body).toEqual({ givenName: 'Sanne', employerName: 'Gemeente Wierdam', email: cast.sanne.email });
  });

  it('is accepted with a password and an app, and lets you in', async () => {
    const { accepted, visitor, enrolment } = await join('henk');
    expect(accepted.body.state).toBe('signed_in');
    expect(accepted.body.recoveryCodes).toHaveLength(10);
    expect(enrolment.qrSvg).toContain('<svg');
    expect(enrolment.address).toContain('otpauth://totp/');
    expect((await visitor.ask(getMe)).body.person.name).toBe('Henk de Boer');
  });

  it('works once', async () => {
    const { token } = await join('henk');
    expect((await doors.visitor().ask(identity.readInvitation, { body: { token } })).code).toBe('invitation-over');
  });

  it('ends after a week, and when a new one is sent', async () => {
    const first = await invitationOf('sanne');
    const second = await invitationOf('sanne');
    const read = async (token: string) =>
      (await doors.visitor().ask(identity.readInvitation, { body: { token } })).code;
    expect(await read(first)).toBe('invitation-over');
    expect(await read(second)).toBeUndefined();
    town.fastForward({ days: 8 });
    expect(await read(second)).toBe('invitation-over');
  });

  it('refuses a password that is easy to guess and leaves the invitation as it was', async () => {
    const token = await invitationOf('sanne');
    const visitor = doors.visitor();
    const { body: enrolment } = await visitor.ask(identity.beginInvitationTotp, { body: { token } });
    const way = (password: string, code: string) => ({
      kind: 'password',
      password,
      ceremony: enrolment.ceremony,
      code,
    });
    const accept = (password: string, code = codeOf(enrolment.secret)) =>
      visitor.ask(identity.acceptInvitation, { body: { token, way: way(password, code) } });
    expect((await accept('Welkom2026!!!')).code).toBe('password-too-common');
    expect((await accept('Wierdam12345')).code).toBe('password-too-common');
    expect((await accept(goodPassword, '000000')).code).toBe('code-wrong');
    expect((await accept(goodPassword)).status).toBe(200);
  });

  it('is handed over in person to who has no e-mail address, who then comes in with a passkey', async () => {
    await town.db.owner.query('update organisation.person set email = null where id = $1', [cast.sanne.id]);
    const bas = await doors.visitor().stepInAs('bas');
    const params = { personId: cast.sanne.id };
    expect((await bas.ask(identity.invitePerson, { params, body: {} })).code).toBe('person-without-email');
    const { body } = await bas.ask(identity.handOverInvitation, { params, body: {} });
    const token = body.link.split('#')[1] ?? '';
    expect(body.link).toMatch(/^http:\/\/localhost:3000\/uitnodiging#/);
    const sanne = doors.visitor();
    expect((await sanne.ask(identity.beginInvitationTotp, { body: { token } })).code).toBe('password-needs-email');
    expect((await sanne.ask(identity.beginInvitationPasskey, { body: { token } })).status).toBe(200);
    await town.db.owner.query('update organisation.person set email = $2 where id = $1', [
      cast.sanne.id,
      cast.sanne.email,
    ]);
  });

  it('is sent by administrators only', async () => {
    const fatima = await doors.visitor().stepInAs('fatima');
    const { status } = await fatima.ask(identity.invitePerson, { params: { personId: cast.sanne.id }, body: {} });
    expect(status).toBe(403);
  });
});

describe('signing in with a password', () => {
  it('asks for a code and then lets in', async () => {
    const { secret } = await join('henk');
    town.fastForward({ minutes: 5 });
    const visitor = doors.visitor();
    const answer = await signIn(visitor, 'henk', secret);
    expect(answer.body).toEqual({ state: 'signed_in' });
    expect(String(answer.headers['set-cookie'])).toMatch(/^session=.+HttpOnly; SameSite=Lax/);
    expect((await visitor.ask(getMe)).status).toBe(200);
  });

  it('answers an unknown address, a wrong password and a blocked account alike', async () => {
    await join('henk');
    const visitor = doors.visitor();
    const ask = (email: string, password: string) =>
      visitor.ask(identity.signInWithPassword, { body: { email, password } });
    const unknown = await ask('nobody@wierdam.example', 'whatever it is');
    const wrong = await ask(cast.henk.email ?? '', 'whatever it is');
    const bas = await doors.visitor().stepInAs('bas');
    await bas.ask(identity.blockAccount, { params: { personId: cast.henk.id }, body: {} });
    const blocked = await ask(cast.henk.email ?? '', goodPassword);
    const plain = ({ body }: { body: object }) => ({ ...body, traceId: '' });
    expect(unknown.code).toBe('sign-in-failed');
    expect(plain(wrong)).toEqual(plain(unknown));
    expect(plain(blocked)).toEqual(plain(unknown));
  });

  it('takes as long for an unknown address as for a known one', async () => {
    await join('henk');
    const visitor = doors.visitor();
    const took = async (email: string) => {
      const began = performance.now();
      await visitor.ask(identity.signInWithPassword, { body: { email, password: 'whatever it is' } });
      return performance.now() - began;
    };
    const times: { known: number; unknown: number }[] = [];
    for (let turn = 0; turn < 8; turn++) {
      times.push({ known: await took(cast.henk.email), unknown: await took(`nobody${turn}@wierdam.example`) });
    }
    const median = (of: 'known' | 'unknown') => times.map((time) => time[of]).toSorted((a, b) => a - b)[4] ?? 0;
    // Without the same work the unknown one would be some ten times faster.
    expect(median('unknown') / median('known')).toBeGreaterThan(0.25);
    expect(median('unknown') / median('known')).toBeLessThan(4);
  });

  it('accepts a code once', async () => {
    const { secret } = await join('henk');
    town.fastForward({ minutes: 5 });
    expect((await signIn(doors.visitor(), 'henk', secret)).status).toBe(200);
    expect((await signIn(doors.visitor(), 'henk', secret)).code).toBe('code-wrong');
    town.fastForward({ minutes: 1 });
    expect((await signIn(doors.visitor(), 'henk', secret)).status).toBe(200);
  });

  it('stops guessing at passwords, from any address, and says how long', async () => {
    await join('henk');
    const visitor = doors.visitor();
    const guess = () =>
      visitor.ask(identity.signInWithPassword, { body: { email: 'HENK.deboer@wierdam.example', password: 'x' } });
    const codes: (string | undefined)[] = [];
    for (let tries = 0; tries < 11; tries++) codes.push((await guess()).code);
    expect(codes.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'sign-in-failed'));
    expect(codes[10]).toBe('too-many-tries');
    town.fastForward({ minutes: 16 });
    expect((await guess()).code).toBe('sign-in-failed');
  });

  it('stops guessing at codes', async () => {
    await join('henk');
    const visitor = doors.visitor();
    const { body } = await visitor.ask(identity.signInWithPassword, {
      body: { email: cast.henk.email, password: goodPassword },
    });
    const ceremony = body.state === 'code_needed' ? body.ceremony : '';
    const guess = () => visitor.ask(identity.signInWithCode, { body: { ceremony, code: '123456' } });
    const codes: (string | undefined)[] = [];
    for (let tries = 0; tries < 7; tries++) codes.push((await guess()).code);
    expect(codes.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => 'code-wrong'));
    expect(codes[6]).toBe('too-many-tries');
  });

  it('works with a recovery code, which then is used up', async () => {
    const { recoveryCodes } = await join('henk');
    const visitor = doors.visitor();
    const use = async (recoveryCode: string) => {
      const { body } = await visitor.ask(identity.signInWithPassword, {
        body: { email: cast.henk.email, password: goodPassword },
      });
      const ceremony = body.state === 'code_needed' ? body.ceremony : '';
      return visitor.ask(identity.signInWithRecoveryCode, { body: { ceremony, recoveryCode } });
    };
    const [first = ''] = recoveryCodes;
    expect((await use(first.toLowerCase().replaceAll('-', ' '))).body).toEqual({ state: 'signed_in' });
    expect((await use(first)).code).toBe('code-wrong');
    const me = await visitor.ask(identity.getWaysToSignIn);
    expect(me.body.recoveryCodesLeft).toBe(9);
  });

  it('leaves its trace in the record, also when it failed', async () => {
    await join('henk');
    await doors.visitor().ask(identity.signInWithPassword, { body: { email: cast.henk.email, password: 'wrong one' } });
    const trail = await town.look<{ result: string }>(
      `select result from platform.audit_entry where action = 'signed-in' and object_id = $1`,
      [cast.henk.id],
    );
    expect(trail.map(({ result }) => result)).toContain('refused');
  });
});

describe('the demonstration', () => {
  const castsShown = async () => (await doors.visitor().ask(identity.listCast)).body.employers;

  it('shows each employer with its own cast, and lets you step in there', async () => {
    const [other, nel] = [crypto.randomUUID(), crypto.randomUUID()];
    await town.db.owner.query(
      `insert into organisation.employer (id, name, sector, is_demonstration, created_at)
       values ($1, 'Vervoerbedrijf De Buur', 'transport', true, $2)`,
      [other, town.now],
    );
    await town.db.owner.query(
      `insert into organisation.person (id, employer_id, given_name, family_name, job_title, created_at)
       values ($1, $2, 'Nel', 'Buurman', 'Chauffeur', $3)`,
      [nel, other, town.now],
    );
    try {
      const shown = await castsShown();
      expect(shown.map(({ name }) => name).toSorted()).toEqual([employer.name, 'Vervoerbedrijf De Buur']);
      expect(shown.find(({ id }) => id === other)?.cast.map(({ name }) => name)).toEqual(['Nel Buurman']);
      const visitor = doors.visitor();
      expect((await visitor.ask(identity.stepIn, { body: { personId: nel } })).status).toBe(200);
      expect((await visitor.ask(getMe)).body.employer.name).toBe('Vervoerbedrijf De Buur');
    } finally {
      await forgetEverybody();
      for (const table of ['subject', 'person'])
        await town.db.owner.query(`delete from organisation.${table} where employer_id = $1`, [other]);
      await town.db.owner.query('delete from organisation.employer where id = $1', [other]);
    }
  });

  it('shows its cast with their roles', async () => {
    const [wierdam] = await castsShown();
    const marijke = wierdam?.cast.find(({ id }) => id === cast.marijke.id);
    expect(marijke?.intro).toBeNull();
    expect(marijke?.deputyFor).toEqual(['Henk de Boer']);
    expect(wierdam?.cast.find(({ id }) => id === cast.henk.id)?.roles).toEqual(['manager']);
  });

  it('introduces those of whom it tells, in its own order, and nobody else', async () => {
    const introduced = [
      { id: cast.henk.id, nl: 'Volgt op.', en: 'Follows up.' },
      { id: cast.fatima.id, nl: 'Meldt.', en: 'Reports.' },
    ];
    await town.db.owner.query('update organisation.employer set settings = $1', [{ cast: introduced }]);
    try {
      const [wierdam] = await castsShown();
      expect(wierdam?.cast.map(({ name, intro }) => [name, intro?.nl])).toEqual([
        ['Henk de Boer', 'Volgt op.'],
        ['Fatima El Amrani', 'Meldt.'],
      ]);
      expect((await doors.visitor().ask(identity.stepIn, { body: { personId: cast.sanne.id } })).status).toBe(404);
    } finally {
      await town.db.owner.query(`update organisation.employer set settings = '{}'`);
    }
  });

  it('lets nobody step in as somebody who is not of the cast', async () => {
    const { status } = await doors.visitor().ask(identity.stepIn, { body: { personId: crypto.randomUUID() } });
    expect(status).toBe(404);
  });

  it('has no cast where the organisation is real', async () => {
    await town.db.owner.query('update organisation.employer set is_demonstration = false');
    try {
      expect((await doors.visitor().ask(identity.listCast)).status).toBe(404);
      expect((await doors.visitor().ask(identity.stepIn, { body: { personId: cast.henk.id } })).status).toBe(404);
    } finally {
      await town.db.owner.query('update organisation.employer set is_demonstration = true');
    }
  });

  it('changes nobody’s way to sign in', async () => {
    const fatima = await doors.visitor().stepInAs('fatima');
    expect((await fatima.ask(identity.beginPasskey, { body: {} })).code).toBe('not-in-demonstration');
  });
});
