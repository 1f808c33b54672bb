import { beforeEach, describe, expect, it } from 'vitest';
import * as identity from '../../contract/identity.ts';
import { type CastKey, cast } from '../../database/demo/cast.ts';
import { newcomersOf } from '../../tests/support/newcomers.ts';
import { foundTown } from '../../tests/support/town.ts';

const town = await foundTown();
const { doors, invitationOf, join, forgetEverybody } = newcomersOf(town);

beforeEach(async () => {
  await forgetEverybody();
  await town.db.owner.query('truncate platform.notification cascade');
});

const asBas = async (endpoint: typeof identity.resetAccount | typeof identity.handOverInvitation, who: CastKey) =>
  (await doors.visitor().stepInAs('bas')).ask(endpoint, { params: { personId: cast[who].id }, body: {} });

/** What everybody was told, beside the invitation itself. */
const told = () =>
  town.look<{ personId: string; template: string; data: object }>(
    `select person_id as "personId", template, data from platform.notification
     where template <> 'invitation' and is_listed order by template`,
  );
const toldTo = (who: CastKey, template: string) => ({ personId: cast[who].id, template, data: {} });
const logged = (action: string, who: CastKey) =>
  town.look<{ by: string; detail: Record<string, string> }>(
    'select person_id as by, detail from platform.audit_entry where action = $1 and object_id = $2 order by at desc, id desc',
    [action, cast[who].id],
  );

describe('an administrator who opens an account that somebody has already', () => {
  it('by a reset is seen by that person, the coordinator and the privacy officer, without a name', async () => {
    await join('henk');
    expect((await asBas(identity.resetAccount, 'henk')).status).toBe(200);
    expect(await told()).toEqual([
      toldTo('noor', 'access-changed'),
      toldTo('yusuf', 'access-changed-elsewhere'),
      toldTo('henk', 'account-reset'),
    ]);
    expect((await logged('account-reset', 'henk'))[0]).toMatchObject({ by: cast.bas.id });
  });

  it('by a link to hand over is seen by the same people', async () => {
    await invitationOf('sanne');
    expect((await asBas(identity.handOverInvitation, 'sanne')).status).toBe(200);
    expect(await told()).toEqual([
      toldTo('noor', 'access-changed'),
      toldTo('yusuf', 'access-changed-elsewhere'),
      toldTo('sanne', 'invitation-handed-over'),
    ]);
    expect((await logged('person-invited', 'sanne'))[0]).toMatchObject({
      by: cast.bas.id,
      detail: { way: 'handed-over' },
    });
  });

  it('tells the coordinator once whose own account it is', async () => {
    await join('yusuf');
    await asBas(identity.resetAccount, 'yusuf');
    expect(await told()).toEqual([toldTo('noor', 'access-changed'), toldTo('yusuf', 'account-reset')]);
  });

  it('goes out by mail too', async () => {
    await join('henk');
    await asBas(identity.resetAccount, 'henk');
    const underway = await town.look(
      `select from platform.job j join platform.notification n on n.id::text = j.data ->> 'notificationId' where n.is_listed`,
    );
    expect(underway).toHaveLength(3);
  });
});

describe('an administrator who invites somebody for the first time', () => {
  it('opens nobody’s account, so nobody is told', async () => {
    expect((await asBas(identity.handOverInvitation, 'sanne')).status).toBe(200);
    expect(await told()).toEqual([]);
  });
});
