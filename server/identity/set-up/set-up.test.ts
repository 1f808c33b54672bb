import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { listAccess } from '../../../contract/identity.ts';
import * as management from '../../../contract/organisation.ts';
import * as contract from '../../../contract/setup.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { SoftwarePasskey } from '../../../tests/support/software-passkey.ts';
import { openDoors } from '../../../tests/support/visitor.ts';
import { organisationRefusals, organisationRoutes } from '../../organisation/index.ts';
import { createVault, notify, openDatabase, type Tx } from '../../platform/index.ts';
import { keysFrom } from '../../platform/keys.ts';
import { identityRefusals, identityRoutes, issueSetUpCode } from '../index.ts';

const db = await testDatabase();
const database = openDatabase({
  app: db.urls.app,
  worker: db.urls.worker,
  functions: { granteesOf: 'organisation.grantees_of', enterSession: 'identity.enter_session' },
});
afterAll(() => database.end());
const now = new Date('2026-03-10T09:00:00Z');
const furnished: string[] = [];
const furnish = async (tx: Tx) => void furnished.push(tx.employerId);
const needs = { vault: createVault(keysFrom(randomBytes(32))), notify, furnish };
const doors = openDoors({ database, now }, [...identityRoutes(needs), ...organisationRoutes], {
  ...identityRefusals,
  ...organisationRefusals,
});

const administrator = { givenName: 'Bas', familyName: 'Hoekstra', email: 'Bas@wierdam.example' };
const organisation = { name: 'Gemeente Wierdam', sector: 'municipality' as const };
const goodPassword = 'kapstok fluit egel regenjas';

beforeEach(async () => {
  await db.owner.query(
    'truncate organisation.employer, identity.set_up_code, identity.attempt, identity.ceremony cascade',
  );
});

async function wayWithPassword(setUpCode: string) {
  const { body } = await doors
    .visitor()
    .ask(contract.beginSetUpTotp, { body: { setUpCode, email: administrator.email } });
  const code = new TOTP({ secret: Secret.fromBase32(body.secret) }).generate({ timestamp: now.getTime() });
  return { kind: 'password', password: goodPassword, ceremony: body.ceremony, code };
}

async function setUpWith(setUpCode: string, way: object) {
  const visitor = doors.visitor();
  const answer = await visitor.ask(contract.setUp, { body: { setUpCode, organisation, administrator, way } });
  return { visitor, answer };
}

describe('an empty installation', () => {
  it('asks to be set up, and offers every sector with its words', async () => {
    const { body } = await doors.visitor().ask(contract.getSetUp);
    expect(body.isSetUp).toBe(false);
    expect(body.sectors).toHaveLength(6);
    expect(body.sectors[0]?.nl).toMatchObject({ name: 'Gemeente', words: { counter: 'balie' } });
  });

  it('lets only in who knows the code on the screen of the server', async () => {
    const code = (await issueSetUpCode(database, now)) ?? '';
    const check = async (setUpCode: string) =>
      (await doors.visitor().ask(contract.checkSetUpCode, { body: { setUpCode } })).code;
    expect(await check('AAAA-BBBB-CCCC')).toBe('set-up-code-wrong');
    expect(await check(code)).toBeUndefined();
    expect(await check(code.toLowerCase().replaceAll('-', ''))).toBeUndefined();
  });

  it('does not let the code be guessed', async () => {
    const codes: (string | undefined)[] = [];
    for (let tries = 0; tries < 11; tries++) {
      const { code } = await doors
        .visitor()
        .ask(contract.checkSetUpCode, { body: { setUpCode: `AAAA-BBBB-${1000 + tries}` } });
      codes.push(code);
    }
    expect(codes.at(-1)).toBe('too-many-tries');
  });

  it('makes the organisation and its first administrator, who then goes on', async () => {
    const code = (await issueSetUpCode(database, now)) ?? '';
    const { visitor, answer } = await setUpWith(code, await wayWithPassword(code));
    expect(answer.body.recoveryCodes).toHaveLength(10);
    const { body: me } = await visitor.ask(management.getMe);
    expect(me).toMatchObject({
      person: { name: 'Bas Hoekstra', email: 'bas@wierdam.example' },
      employer: { name: 'Gemeente Wierdam', isDemonstration: false },
      roles: [{ role: 'administrator' }],
    });
    expect(furnished.at(-1)).toBe(me.employer.id);
    expect(await issueSetUpCode(database, now)).toBeUndefined();
  });

  it('can be set up with a passkey', async () => {
    const code = (await issueSetUpCode(database, now)) ?? '';
    const passkey = new SoftwarePasskey('http://localhost:3000');
    const visitor = doors.visitor();
    const { body } = await visitor.ask(contract.beginSetUpPasskey, { body: { setUpCode: code, administrator } });
    const way = { kind: 'passkey', ceremony: body.ceremony, response: passkey.register(body.options), name: 'Laptop' };
    const { visitor: bas, answer } = await setUpWith(code, way);
    expect(answer.status).toBe(200);
    const { body: access } = await bas.ask(listAccess);
    expect(access.people).toMatchObject([{ name: 'Bas Hoekstra', account: 'active', secondFactor: 'passkey' }]);
  });

  it('is set up once, also when two do it at the same moment', async () => {
    const code = (await issueSetUpCode(database, now)) ?? '';
    const ways = [await wayWithPassword(code), await wayWithPassword(code)];
    const outcomes = await Promise.all(ways.map((way) => setUpWith(code, way)));
    expect(outcomes.map(({ answer }) => answer.code ?? 'done').toSorted()).toEqual(['already-set-up', 'done']);
    expect((await setUpWith(code, ways[0] ?? {})).answer.code).toBe('already-set-up');
  });

  it('leaves nothing half made when the code of the app is wrong', async () => {
    const code = (await issueSetUpCode(database, now)) ?? '';
    const way = await wayWithPassword(code);
    expect((await setUpWith(code, { ...way, code: '000000' })).answer.code).toBe('code-wrong');
    expect((await doors.visitor().ask(contract.getSetUp)).body.isSetUp).toBe(false);
    expect((await setUpWith(code, way)).answer.status).toBe(200);
  });

  it('is finished when a report has somewhere to go', async () => {
    const code = (await issueSetUpCode(database, now)) ?? '';
    const { visitor } = await setUpWith(code, await wayWithPassword(code));
    const finish = async () => (await visitor.ask(contract.finishSetUp, { body: {} })).code;
    expect(await finish()).toBe('set-up-needs-a-team');
    await visitor.ask(management.addTeam, { body: { name: 'Publiekszaken' } });
    expect(await finish()).toBe('set-up-needs-a-coordinator');
    const { body: added } = await visitor.ask(management.addPerson, {
      body: { givenName: 'Yusuf', familyName: 'Kaya' },
    });
    await visitor.ask(management.giveRole, { body: { personId: added.personId, role: 'coordinator' } });
    expect(await finish()).toBeUndefined();
    const { body } = await visitor.ask(contract.getSetUpProgress);
    expect(body).toMatchObject({ isFinished: true, teams: 1, people: 2, hasCoordinator: true });
  });
});
