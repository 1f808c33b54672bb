import { beforeEach, describe, expect, it } from 'vitest';
import { ChainTerms } from '../../contract/chain-terms.ts';
import { cast } from '../../database/demo/cast.ts';
import { foundTown, type Town } from '../../tests/support/town.ts';
import { chainTermsInForce, changeChainTerms } from './chain-terms.ts';

let town: Town;
beforeEach(async () => {
  town = await foundTown();
});

const quick = { immediateMinutes: 10, workingTimeMinutes: 60 };
const change = (basedOnVersion: number, terms = quick) =>
  town.as('yusuf', (tx) => changeChainTerms(tx, { basedOnVersion, terms }));
const inForce = () => town.asWorker(chainTermsInForce);

describe('the terms of the chain', () => {
  it('are a quarter of an hour while nobody chose', async () => {
    expect(await inForce()).toEqual({
      version: 0,
      since: null,
      by: null,
      terms: { immediateMinutes: 15, workingTimeMinutes: 15 },
    });
  });

  it('are for both what was set when there was one', async () => {
    await town.look(`update organisation.employer set settings = settings || '{"chainStepMinutes": 20}'`);
    expect((await inForce()).terms).toEqual({ immediateMinutes: 20, workingTimeMinutes: 20 });
  });

  it('count once the coordinator chose them, with who and when', async () => {
    expect(await change(0)).toEqual({ version: 1 });
    expect(await inForce()).toEqual({
      version: 1,
      since: town.now,
      by: { id: cast.yusuf.id, name: 'Yusuf Kaya', initials: 'YK' },
      terms: quick,
    });
  });

  it('are on the record', async () => {
    await change(0);
    expect(
      await town.look(`select person_id, object_kind from platform.audit_entry where action = 'chain-terms-changed'`),
    ).toEqual([{ person_id: cast.yusuf.id, object_kind: 'chain-terms' }]);
  });

  it('of two who change them at once, one is told that the other was first', async () => {
    const answers = await Promise.all([change(0), change(0), change(0)]);
    expect(answers.filter((answer) => 'refused' in answer)).toHaveLength(2);
    expect(await change(0)).toEqual({ refused: 'protocol-changed-meanwhile' });
  });

  it('are refused by the database itself from anybody who does not answer for them', async () => {
    const byFatima = town.as('fatima', (tx) => changeChainTerms(tx, { basedOnVersion: 0, terms: quick }));
    await expect(byFatima).rejects.toThrow(/row-level security/);
  });

  it.each([
    { immediateMinutes: 4, workingTimeMinutes: 60 },
    { immediateMinutes: 61, workingTimeMinutes: 60 },
    { immediateMinutes: 15, workingTimeMinutes: 241 },
    { immediateMinutes: 7.5, workingTimeMinutes: 60 },
  ])('have sensible limits: %o', (terms) => {
    expect(ChainTerms.safeParse(terms).success).toBe(false);
  });
});
