import { beforeAll, describe, expect, it } from 'vitest';
import { type CastKey, cast } from '../../../database/demo/cast.ts';
import { reported } from '../../../tests/support/reports.ts';
import { somebodyWaits } from '../../../tests/support/somebody-waits.ts';
import { foundTown, type Town } from '../../../tests/support/town.ts';
import { Absent, Forbidden } from '../../platform/index.ts';
import { sealedAs } from '../sealed-names.ts';
import { addAddendum } from './add-addendum.ts';
import { addDetails, type Details } from './add-details.ts';
import { declineAccount, giveAccount } from './give-account.ts';

let town: Town;
beforeAll(async () => {
  town = await foundTown();
});

const give = (who: CastKey, incidentId: string, story = 'Ik stond ernaast.') =>
  town.as(who, (tx) => giveAccount(town, tx, cast[who].id, { incidentId, story }));
const decline = (who: CastKey, incidentId: string) =>
  town.as(who, (tx) => declineAccount(tx, cast[who].id, incidentId));
const add = (who: CastKey, incidentId: string, text = 'Hij belde later nog.') =>
  town.as(who, (tx) => addAddendum(town, tx, cast[who].id, { incidentId, text }));
const detail = (who: CastKey, incidentId: string, details: Details) =>
  town.as(who, (tx) => addDetails(town, tx, cast[who].id, { incidentId, details }));
const storiesSeenBy = async (who: CastKey, incidentId: string) => {
  const rows = await town.as(who, (tx) =>
    tx.rows<{ personId: string }>(
      'select person_id as "personId" from incident.account where incident_id = $1 and state = $2',
      [incidentId, 'given'],
    ),
  );
  return rows.map(({ personId }) => personId).sort();
};

describe('an own account', () => {
  it('is given once, before the accounts of others can be seen', async () => {
    const incidentId = await reported(town, 'fatima', { target: 'group', victimIds: [cast.sanne.id] });
    expect(await storiesSeenBy('sanne', incidentId)).toEqual([]);
    expect(await give('sanne', incidentId)).toEqual({ incidentId, state: 'reported' });
    expect(await storiesSeenBy('sanne', incidentId)).toEqual([cast.fatima.id, cast.sanne.id].sort());
    expect(await give('sanne', incidentId)).toEqual({ refused: 'account-already-given' });
  });

  it('is given by a witness without showing them what others told', async () => {
    const incidentId = await reported(town, 'fatima', { witnessIds: [cast.priya.id] });
    await give('priya', incidentId);
    expect(await storiesSeenBy('priya', incidentId)).toEqual([cast.priya.id]);
  });

  it('is sealed under the name of its teller', async () => {
    const incidentId = await reported(town, 'fatima', { victimIds: [cast.sanne.id] });
    await give('sanne', incidentId, 'Ik hoorde hem schreeuwen.');
    const story = await town.as('yusuf', async (tx) => {
      const { sealed } = await tx.row<{ sealed: Buffer }>(
        'select sealed_story as sealed from incident.account where incident_id = $1 and person_id = $2',
        [incidentId, cast.sanne.id],
      );
      return (await town.vault.openDossier(tx, incidentId)).open(sealedAs.account(cast.sanne.id), sealed);
    });
    expect(story).toBe('Ik hoorde hem schreeuwen.');
  });

  it('may be declined, and then is not asked again', async () => {
    const incidentId = await reported(town, 'fatima', { witnessIds: [cast.priya.id] });
    expect(await decline('priya', incidentId)).toEqual({ incidentId, state: 'reported' });
    expect(await give('priya', incidentId)).toEqual({ refused: 'account-already-given' });
  });

  it('is not asked of the coordinator, and the dossier does not exist for outsiders', async () => {
    const incidentId = await reported(town, 'fatima');
    expect(await give('yusuf', incidentId)).toEqual({ refused: 'account-not-asked' });
    await expect(give('mila', incidentId)).rejects.toThrow(Absent);
  });

  it('does not take a citizen service number', async () => {
    const incidentId = await reported(town, 'fatima', { victimIds: [cast.sanne.id] });
    expect(await give('sanne', incidentId, 'Zijn BSN is 111222333')).toEqual({
      flaws: [{ path: ['story'], code: 'citizen-service-number' }],
    });
  });
});

describe('a later addition', () => {
  it('stands beside the report and can be read by its writer and by who follows up', async () => {
    const incidentId = await reported(town, 'fatima', { victimIds: [cast.sanne.id] });
    expect(await add('fatima', incidentId)).toEqual({ incidentId, state: 'reported' });
    const seenBy = (who: CastKey) =>
      town.as(who, (tx) => tx.rows('select id from incident.addendum where incident_id = $1', [incidentId]));
    expect(await seenBy('fatima')).toHaveLength(1);
    expect(await seenBy('yusuf')).toHaveLength(1);
    expect(await seenBy('sanne')).toHaveLength(0);
  });

  it('is no step in the reporter’s view when the coordinator wrote it', async () => {
    const incidentId = await reported(town, 'fatima');
    await add('yusuf', incidentId);
    const steps = await town.as('fatima', (tx) =>
      tx.rows<{ kind: string }>('select kind from incident.step where incident_id = $1', [incidentId]),
    );
    expect(steps).toEqual([{ kind: 'reported' }]);
  });

  it('is refused once the report was corrected', async () => {
    const incidentId = await reported(town, 'fatima');
    await town.look(`update incident.incident set state = 'corrected' where id = $1`, [incidentId]);
    expect(await add('fatima', incidentId)).toEqual({ refused: 'incident-corrected' });
  });
});

describe('the calm details', () => {
  it('are a row of their own each time', async () => {
    const incidentId = await reported(town, 'fatima');
    await detail('fatima', incidentId, { flags: ['weapon'], policePresent: true, demanded: 'een uitkering' });
    await detail('fatima', incidentId, { injuries: 'light' });
    const rows = await town.look(
      'select codes, sealed_texts is null as plain from incident.detail where incident_id = $1 order by id',
      [incidentId],
    );
    expect(rows).toEqual([
      { codes: { flags: ['weapon'], policePresent: true }, plain: false },
      { codes: { injuries: 'light' }, plain: true },
    ]);
  });

  it('add witnesses, who are asked for their story, and nobody twice', async () => {
    const incidentId = await reported(town, 'fatima', { witnessIds: [cast.priya.id] });
    await detail('fatima', incidentId, { witnessIds: [cast.priya.id, cast.joris.id, cast.fatima.id] });
    expect(await give('joris', incidentId)).toEqual({ incidentId, state: 'reported' });
    const asked = await town.look(`select data from platform.event where incident_id = $1 and name = 'account-asked'`, [
      incidentId,
    ]);
    expect(asked).toEqual([{ data: { personId: cast.joris.id } }]);
  });

  it('add a witness once, also when two tabs name the same colleague at the same moment', async () => {
    const incidentId = await reported(town, 'fatima');
    const details = { witnessIds: [cast.joris.id] };
    let late: ReturnType<typeof detail> | undefined;
    await town.as('fatima', async (tx) => {
      await addDetails(town, tx, cast.fatima.id, { incidentId, details });
      late = detail('fatima', incidentId, details);
      await Promise.race([late, somebodyWaits(town)]);
    });
    expect(await late).toEqual({ incidentId, state: 'reported' });
    const asked = await town.look(`select from platform.event where incident_id = $1 and name = 'account-asked'`, [
      incidentId,
    ]);
    expect(asked).toHaveLength(1);
  });

  it('do not know a colleague who is none', async () => {
    const incidentId = await reported(town, 'fatima');
    expect(await detail('fatima', incidentId, { witnessIds: [incidentId] })).toEqual({
      flaws: [{ path: ['witnessIds', 0], code: 'unknown-colleague' }],
    });
  });

  it('are not for a witness to give', async () => {
    const incidentId = await reported(town, 'fatima', { witnessIds: [cast.priya.id] });
    await expect(detail('priya', incidentId, { damage: true })).rejects.toThrow(Forbidden);
  });
});
