import { beforeEach, describe, expect, it } from 'vitest';
import * as contract from '../../../contract/incident.ts';
import { type CastKey, cast } from '../../../database/demo/cast.ts';
import { type GuestDoor, guestDoor } from '../../../tests/support/guest-door.ts';

let door: GuestDoor;
beforeEach(async () => {
  door = await guestDoor();
});

describe('the home of an office-holder', () => {
  const home = { place: { kind: 'private_life', text: 'Dorpsstraat 1, Wierdam' } } as const;
  const placeOf = async (who: CastKey, incidentId: string) =>
    (await (await door.stepIn(who)).ask(contract.readDossier, { params: { incidentId } })).body.place;

  it('is closed to the griffier who leads until they say why, for an hour, on the record', async () => {
    const incidentId = await door.reported('lotte', home);
    expect(await placeOf('pieter', incidentId)).toMatchObject({ text: null, isProtected: true });
    const pieter = await door.stepIn('pieter');
    const asking = { params: { incidentId }, body: { reason: 'police' } };
    expect((await pieter.ask(contract.openProtectedPlace, asking)).body).toEqual({ incidentId });
    expect(await placeOf('pieter', incidentId)).toMatchObject({ text: 'Dorpsstraat 1, Wierdam', isProtected: false });
    expect(await placeOf('yusuf', incidentId)).toMatchObject({ text: null, isProtected: true });
    const [look] = await door.town.look(
      `select person_id, detail from platform.audit_entry where action = 'protected-place-opened-for-police'`,
    );
    expect(look).toEqual({ person_id: cast.pieter.id, detail: { reason: 'police' } });
    door.town.fastForward({ minutes: 61 });
    expect(await placeOf('pieter', incidentId)).toMatchObject({ text: null, isProtected: true });
  });

  it('stays open to the office-holder, and is asked for in vain by others', async () => {
    const incidentId = await door.reported('lotte', home);
    const lotte = await door.stepIn('lotte');
    const { body } = await lotte.ask(contract.myIncident, { params: { incidentId } });
    expect(body.placeText).toBe('Dorpsstraat 1, Wierdam');
    const asking = { params: { incidentId }, body: { reason: 'police' } };
    expect((await lotte.ask(contract.openProtectedPlace, asking)).status).toBe(403);
    expect((await (await door.stepIn('henk')).ask(contract.openProtectedPlace, asking)).status).toBe(404);
  });

  it('is the rule for office-holders only', async () => {
    const incidentId = await door.reported('fatima', home);
    expect(await placeOf('henk', incidentId)).toMatchObject({ text: 'Dorpsstraat 1, Wierdam', isProtected: false });
  });
});
