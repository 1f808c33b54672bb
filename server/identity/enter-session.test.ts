import { createHash, randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { cast, employer } from '../../database/demo/cast.ts';
import { foundTown, type Town } from '../../tests/support/town.ts';
import { newId, type Session, SessionEnded, type Tx } from '../platform/index.ts';

let town: Town;
let sessionHash: string;
beforeEach(async () => {
  town = await foundTown();
  sessionHash = createHash('sha256').update(randomBytes(16)).digest('hex');
  await town.look(
    `insert into identity.session (id, employer_id, person_id, token_hash, method, device, created_at, last_seen_at, idle_until, expires_at)
     values ($1, $2, $3, decode($4, 'hex'), 'passkey', 'phone', $5, $5, $5::timestamptz + interval '1 hour', $5::timestamptz + interval '1 day')`,
    [newId(), employer.id, cast.henk.id, sessionHash, town.now],
  );
});

const asksAs = <T>(work: (tx: Tx, session: Session | undefined) => Promise<T>): Promise<T> =>
  town.database.transactWith({ role: 'app', sessionHash, now: town.now }, undefined, async (tx, session) => ({
    commit: true,
    value: await work(tx, session),
  }));
const roles = () => asksAs(async (_tx, session) => session?.['roles']);
const whoIsAsked = (tx: Tx) => tx.rows('select platform.person() as person');

describe('a session that was used before', () => {
  it('is the same person', async () => {
    expect(await roles()).toEqual(['manager']);
    expect(await asksAs(whoIsAsked)).toEqual([{ person: cast.henk.id }]);
    expect(await asksAs(whoIsAsked)).toEqual([{ person: cast.henk.id }]);
  });

  it('has lost a role from the moment that it was taken away', async () => {
    await roles();
    await town.look('update organisation.role_holding set until = $2 where person_id = $1', [cast.henk.id, town.now]);
    expect(await roles()).toEqual([]);
  });

  it('does nothing any more once it has ended, also what was under way', async () => {
    await roles();
    await town.look('update identity.session set ended_at = $1', [town.now]);
    const late = asksAs(async (tx) => {
      await tx.recordEvent({ name: 'came-too-late', data: {} });
      return whoIsAsked(tx);
    });
    await expect(late).rejects.toThrow(SessionEnded);
    expect(await town.look(`select from platform.event where name = 'came-too-late'`)).toEqual([]);
  });
});
