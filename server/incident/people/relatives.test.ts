import { beforeEach, describe, expect, it } from 'vitest';
import { listRelatives as endpoint } from '../../../contract/incident.ts';
import { type CastKey, cast } from '../../../database/demo/cast.ts';
import { reported } from '../../../tests/support/reports.ts';
import { type TownAtWork, townAtWork } from '../../../tests/support/town-at-work.ts';
import { Absent, Forbidden, newId, notify } from '../../platform/index.ts';
import { correctIncident } from '../correct-incident.ts';
import { addRelative, listRelatives, type NewRelative, removeRelative } from './relatives.ts';

let town: TownAtWork;
let needs: { vault: TownAtWork['vault']; notify: typeof notify };
let incidentId: string;
beforeEach(async () => {
  town = await townAtWork();
  needs = { vault: town.vault, notify };
  incidentId = await reported(town, 'fatima');
  await town.settle();
});

const adds = async (who: CastKey, more: Partial<NewRelative> = {}) => {
  const partner: NewRelative = {
    incidentId,
    relativeId: newId(),
    relation: 'partner',
    ofPersonId: cast.fatima.id,
    name: 'Karim Haddad',
    phone: '06 12 34 56 78',
    ...more,
  };
  return town.as(who, (tx) => addRelative(needs, tx, partner));
};
const reads = async (who: CastKey) => {
  const answer = await town.as(who, (tx) => listRelatives(needs, tx, incidentId));
  return endpoint.answer.parse(JSON.parse(JSON.stringify(answer))).relatives;
};

describe('a relative', () => {
  it('stands on the dossier for who leads it, with whose relative and how to reach them', async () => {
    expect(await adds('henk')).toMatchObject({ incidentId });
    expect(await reads('henk')).toMatchObject([
      { relation: 'partner', of: { id: cast.fatima.id }, name: 'Karim Haddad', phone: '06 12 34 56 78' },
    ]);
    expect(await reads('yusuf')).toHaveLength(1);
  });

  it('is not for those concerned, nor for anybody else', async () => {
    await adds('henk');
    await expect(reads('fatima')).rejects.toThrow(Forbidden);
    await expect(reads('els')).rejects.toThrow(Absent);
    await expect(adds('fatima')).rejects.toThrow(Forbidden);
  });

  it('is sealed, and each look and change is on the record', async () => {
    await adds('henk');
    await reads('henk');
    const [row] = await town.look<{ row: string }>('select to_jsonb(r)::text as row from incident.relative r');
    expect(row?.row).not.toMatch(/Haddad/);
    const actions = await town.look<{ action: string }>(
      `select action from platform.audit_entry where incident_id = $1 and action like 'relative%' order by action`,
      [incidentId],
    );
    expect(actions.map(({ action }) => action)).toEqual(['relative-added', 'relatives-read']);
  });

  it('is of a colleague on this dossier, or of nobody here', async () => {
    expect(await adds('henk', { ofPersonId: cast.daan.id })).toEqual({ refused: 'not-on-this-incident' });
    expect(await adds('henk', { ofPersonId: null, relation: 'parent' })).toMatchObject({ incidentId });
    expect(await adds('henk', { name: 'bsn 111222333' })).toEqual({
      flaws: [{ path: ['name'], code: 'citizen-service-number' }],
    });
  });

  it('stands there once when it is sent again, as it was told last', async () => {
    const relativeId = newId();
    await adds('henk', { relativeId, name: 'Ane' });
    await adds('henk', { relativeId, name: 'Anne' });
    expect(await reads('henk')).toMatchObject([{ relativeId, name: 'Anne' }]);
  });

  it('is taken off again, and nothing of them is left', async () => {
    const relativeId = newId();
    await adds('henk', { relativeId });
    await town.as('henk', (tx) => removeRelative(tx, { incidentId, relativeId }));
    expect(await reads('henk')).toEqual([]);
    expect(await town.look('select from incident.relative')).toEqual([]);
    const again = await town.as('henk', (tx) => removeRelative(tx, { incidentId, relativeId }));
    expect(again).toMatchObject({ incidentId });
    await expect(town.as('fatima', (tx) => removeRelative(tx, { incidentId, relativeId }))).rejects.toThrow(Forbidden);
  });

  it('goes when the report is set right', async () => {
    await adds('henk');
    await town.as('henk', (tx) => correctIncident(needs, tx, cast.henk.id, { incidentId, reason: 'wrong_person' }));
    await town.settle();
    expect(await town.look('select from incident.relative')).toEqual([]);
    expect(await adds('henk')).toEqual({ refused: 'incident-corrected' });
  });
});
