import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as contract from '../../../../contract/incident.ts';
import {
  type MailAtWork,
  type MailedDossier,
  mailAtWork,
  mailDomain,
  mailOf,
} from '../../../../tests/support/mail-at-work.ts';
import { newId } from '../../../platform/index.ts';

let post: MailAtWork;
let dossier: MailedDossier;
beforeAll(async () => {
  post = await mailAtWork();
});
beforeEach(async () => {
  dossier = await post.dossier();
});

describe('an address of a dossier', () => {
  it('is made by whoever may add, for themselves, and works for a month', async () => {
    const { address, until } = await dossier.addressOf('fatima');
    expect(address).toMatch(/^[a-z2-7]{32}@post\.wierdam\.example$/);
    expect(Date.parse(until) - post.town.now.getTime()).toBe(30 * 86_400_000);
    expect((await dossier.readAs('henk')).body).toEqual({ isPossible: true, address: null, cameIn: null });
    expect((await dossier.readAs('daan')).status).toBe(404);
  });

  it('is one at a time: a new one ends the one before', async () => {
    const before = await dossier.addressOf('fatima');
    const after = await dossier.addressOf('fatima');
    expect((await post.send(before.address, mailOf('oud'))).code).toBe(550);
    expect((await post.send(after.address, mailOf('nieuw'))).code).toBe(250);
    expect(await dossier.recorded('series-address-made')).toHaveLength(2);
    expect(await dossier.recorded('series-address-ended')).toHaveLength(1);
  });

  it('is one, also when two are asked for at the same moment', async () => {
    const fatima = await post.as('fatima');
    const ask = () =>
      fatima.ask(contract.makeForwardingAddress, { params: dossier.params, body: { addressId: newId() } });
    expect((await Promise.all([ask(), ask(), ask()])).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await dossier.recorded('series-address-ended')).toHaveLength(2);
  });

  it('is not there where no mail comes in', async () => {
    post.needs.mailDomain = undefined;
    const asked = { params: dossier.params, body: { addressId: newId() } };
    expect((await (await post.as('fatima')).ask(contract.makeForwardingAddress, asked)).code).toBe('no-mail-comes-in');
    expect((await dossier.readAs('fatima')).body.isPossible).toBe(false);
    post.needs.mailDomain = mailDomain;
  });
});
