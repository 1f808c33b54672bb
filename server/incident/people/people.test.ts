import { beforeEach, describe, expect, it } from 'vitest';
import { readWhoDidIt as endpoint, type IncidentReport, type PersonIdentity } from '../../../contract/incident.ts';
import { type CastKey, cast } from '../../../database/demo/cast.ts';
import { reported } from '../../../tests/support/reports.ts';
import { type TownAtWork, townAtWork } from '../../../tests/support/town-at-work.ts';
import { Absent, Forbidden, notify } from '../../platform/index.ts';
import { correctIncident } from '../correct-incident.ts';
import { decideSamePerson, joinPerson, type SameState } from './decide-same-person.ts';
import { identifyPerson, readWhoDidIt } from './who-did-it.ts';

let town: TownAtWork;
let needs: { vault: TownAtWork['vault']; notify: typeof notify };
beforeEach(async () => {
  town = await townAtWork();
  needs = { vault: town.vault, notify };
});

async function reports(
  who: CastKey,
  text: string,
  knowledge: 'named' | 'described' = 'named',
  more: Partial<IncidentReport> = {},
): Promise<string> {
  const incidentId = await reported(town, who, { aggressor: { knowledge, text }, ...more });
  await town.settle();
  return incidentId;
}
const reads = async (who: CastKey, incidentId: string) => {
  const answer = await town.as(who, (tx) => readWhoDidIt(needs, tx, incidentId));
  return endpoint.answer.parse(JSON.parse(JSON.stringify(answer)));
};
const others = async (who: CastKey, incidentId: string) =>
  (await reads(who, incidentId)).others.map(({ state, why, incident }) => [state, why.join(' '), incident?.incidentId]);
const identifies = async (who: CastKey, incidentId: string, found: Partial<PersonIdentity>) => {
  const nothing = { name: null, bornOn: null, postcode: null, houseNumber: null, description: null };
  const outcome = await town.as(who, (tx) =>
    identifyPerson(needs, tx, { incidentId, identity: { ...nothing, ...found } }),
  );
  await town.settle();
  return outcome;
};
const noLooks = { age: null, build: null, hair: null, clothing: null, voice: null, marks: null };
async function decides(who: CastKey, incidentId: string, decision: SameState): Promise<void> {
  const [{ sameId = '' } = {}] = (await reads(who, incidentId)).others;
  await town.as(who, (tx) => decideSamePerson(tx, { sameId, decision }));
}

describe('somebody who is named in two reports', () => {
  it('may be the same person, and both dossiers say why', async () => {
    const first = await reports('fatima', 'Piet van der Berg');
    const second = await reports('daan', 'Berg, Piet');
    expect(await others('yusuf', first)).toEqual([['proposed', 'name sound', second]]);
    expect(await others('yusuf', second)).toEqual([['proposed', 'name sound', first]]);
  });

  it('is not compared with a description', async () => {
    const first = await reports('fatima', 'Piet van der Berg');
    await reports('daan', 'Piet van der Berg', 'described');
    expect(await others('yusuf', first)).toEqual([]);
  });

  it('is not shown to who reported it, nor to who does not lead it', async () => {
    const first = await reports('fatima', 'Piet van der Berg');
    await reports('daan', 'Piet van der Berg');
    await expect(reads('fatima', first)).rejects.toThrow(Forbidden);
    await expect(reads('els', first)).rejects.toThrow(Absent);
  });

  it('is told to a lead without the number of a dossier that is not theirs', async () => {
    const first = await reports('fatima', 'Piet van der Berg');
    await reports('daan', 'Piet van der Berg');
    expect(await others('henk', first)).toEqual([['proposed', 'name sound', undefined]]);
    const [{ sameId = '' } = {}] = (await reads('henk', first)).others;
    await expect(town.as('henk', (tx) => decideSamePerson(tx, { sameId, decision: 'same' }))).rejects.toThrow(Absent);
  });

  it('leaves no name behind that anybody could read, and nobody reads the fingerprints', async () => {
    await reports('fatima', 'Piet van der Berg');
    const rows = await town.look<{ row: string }>('select to_jsonb(k)::text as row from incident.person_key k');
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/Berg/i);
    await expect(town.as('yusuf', (tx) => tx.rows('select from incident.person_key'))).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe('a decision', () => {
  it('that they are the same joins the dossiers of one person, further on too', async () => {
    const [first, second, third] = [
      await reports('fatima', 'Piet Berg'),
      await reports('daan', 'P. Berg'),
      await reports('sanne', 'Piet Berg'),
    ];
    await decides('yusuf', second, 'same');
    const [{ sameId = '' } = {}] = (await reads('yusuf', third)).others.filter(({ state }) => state === 'proposed');
    await town.as('yusuf', (tx) => decideSamePerson(tx, { sameId, decision: 'same' }));
    const same = (await others('yusuf', third)).filter(([state]) => state === 'same');
    expect(same.length).toBeGreaterThan(0);
    expect([first, second]).toEqual(expect.arrayContaining(same.map(([, , id]) => id)));
  });

  it('stays when it is compared again, and can be taken back', async () => {
    const first = await reports('fatima', 'Piet Berg');
    const second = await reports('daan', 'Piet Berg');
    await decides('yusuf', first, 'different');
    await identifies('yusuf', second, { name: 'Piet Berg', description: 'Grijze jas' });
    expect(await others('yusuf', first)).toEqual([['different', 'name sound', second]]);
    await decides('yusuf', first, 'proposed');
    expect(await others('yusuf', second)).toEqual([['proposed', 'name sound', first]]);
  });

  it('can be decided on by who has the dossier open while it is compared again', async () => {
    const first = await reports('fatima', 'Piet van der Berg');
    const second = await reports('daan', 'Piet van der Berg');
    const [{ sameId = '' } = {}] = (await reads('yusuf', first)).others;
    await identifies('yusuf', second, { name: 'Piet van der Berg', bornOn: '1980-05-01' });
    await identifies('yusuf', first, { name: 'Piet van der Berg', bornOn: '1980-05-01' });
    await town.as('yusuf', (tx) => decideSamePerson(tx, { sameId, decision: 'same' }));
    expect(await others('yusuf', first)).toEqual([['same', 'born name sound', second]]);
  });

  it('and every look is on the record of the dossier', async () => {
    const first = await reports('fatima', 'Piet Berg');
    await reports('daan', 'Piet Berg');
    await decides('yusuf', first, 'same');
    const actions = await town.look<{ action: string }>(
      `select distinct action from platform.audit_entry where incident_id = $1 and person_id = $2 order by action`,
      [first, cast.yusuf.id],
    );
    expect(actions.map(({ action }) => action)).toEqual(['same-person-decided', 'who-did-it-read']);
  });
});

describe('somebody who was described', () => {
  it('is found once it is known who it was', async () => {
    const first = await reports('fatima', 'Piet Berg');
    const second = await reports('daan', 'Man met een grijze jas', 'described');
    await identifies('yusuf', first, { bornOn: '1980-05-01', postcode: '1234 AB', houseNumber: '7' });
    expect(await others('yusuf', second)).toEqual([]);
    await identifies('yusuf', second, { bornOn: '1980-05-01', postcode: '1234ab', houseNumber: '7' });
    expect(await others('yusuf', second)).toEqual([['proposed', 'address born', first]]);
    expect((await reads('yusuf', second)).identity).toMatchObject({ bornOn: '1980-05-01', postcode: '1234ab' });
  });

  it('is not the same once they turn out to be born on another day', async () => {
    const first = await reports('fatima', 'Piet Berg');
    const second = await reports('daan', 'Piet Berg');
    await identifies('yusuf', first, { name: 'Piet Berg', bornOn: '1980-05-01' });
    await identifies('yusuf', second, { name: 'Piet Berg', bornOn: '1991-05-01' });
    expect(await others('yusuf', first)).toEqual([]);
  });

  it('is not kept with a citizen service number', async () => {
    const first = await reports('fatima', 'Piet Berg');
    expect(await identifies('yusuf', first, { description: 'bsn 111222333' })).toEqual({
      flaws: [{ path: ['description'], code: 'citizen-service-number' }],
    });
  });
});

describe('a description', () => {
  const spider = 'Man met een grijze jas en een spin als tattoo in zijn nek';

  it('proposes who may be the same to who leads, with why', async () => {
    const twelveDaysAgo = new Date(town.now.getTime() - 12.2 * 86_400_000).toISOString();
    const first = await reports('fatima', spider, 'described', { occurredAt: twelveDaysAgo });
    const second = await reports('daan', 'Tatoeage in de hals (spin), zwart petje', 'described');
    const [other] = (await reads('yusuf', second)).others;
    expect(other).toMatchObject({
      state: 'proposed',
      why: ['looks'],
      incident: { incidentId: first },
      looks: { words: ['tatoeage', 'hals', 'spin'], hints: [] },
      samePlace: 'Balie 3',
      daysApart: 12,
    });
    await expect(reads('daan', second)).rejects.toThrow(Forbidden);
  });

  it('is compared with what was found out later, in words and in hints', async () => {
    const first = await reports('fatima', 'Piet Berg');
    await identifies('yusuf', first, {
      looks: { ...noLooks, age: 'from_30', hair: 'none', marks: 'loopt mank', voice: 'hees' },
    });
    const second = await reports('daan', 'Onbekende man', 'described');
    await identifies('yusuf', second, { looks: { ...noLooks, age: 'from_30', marks: 'hinkt', voice: 'Hese stem' } });
    expect((await reads('yusuf', second)).others).toEqual([
      expect.objectContaining({ why: ['looks'], looks: { words: ['hinkt', 'hese'], hints: ['age'] } }),
    ]);
  });

  it('is not the same when the age is another, nor by what many wear', async () => {
    const first = await reports('fatima', spider, 'described');
    await reports('sanne', 'Man, grijze jas', 'described');
    const second = await reports('daan', spider, 'described');
    expect((await others('yusuf', first)).map(([, why]) => why)).toEqual(['looks']);
    await identifies('yusuf', first, { looks: { ...noLooks, age: 'from_65' } });
    await identifies('yusuf', second, { looks: { ...noLooks, age: 'from_18' } });
    expect(await others('yusuf', first)).toEqual([]);
  });

  it('tells nothing of a dossier that this reader does not see, and leaves no word that anybody could read', async () => {
    const first = await reports('fatima', spider, 'described');
    await reports('daan', spider, 'described');
    const [other] = (await reads('henk', first)).others;
    expect(other).toMatchObject({ why: ['looks'], incident: null, looks: null, samePlace: null, daysApart: null });
    const rows = await town.look<{ row: string }>('select to_jsonb(w)::text as row from incident.person_word w');
    expect(rows.length).toBeGreaterThan(3);
    expect(JSON.stringify(rows)).not.toMatch(/spin|tat/i);
    await expect(town.as('yusuf', (tx) => tx.rows('select from incident.person_word'))).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe('two who are said to be one', () => {
  const numberOf = async (incidentId: string) =>
    (await town.look<{ number: string }>('select number from incident.incident where id = $1', [incidentId]))[0]
      ?.number ?? '';
  const joins = async (who: CastKey, incidentId: string, number: string) =>
    town.as(who, (tx) => joinPerson(tx, { incidentId, number }));

  it('are joined by number, show what the other dossier knows, and can be parted again', async () => {
    const first = await reports('fatima', 'Piet Berg');
    const second = await reports('daan', 'Onbekende man', 'described');
    expect(await joins('yusuf', second, await numberOf(first))).toMatchObject({ state: 'same' });
    const [other] = (await reads('yusuf', second)).others;
    expect(other).toMatchObject({ state: 'same', why: ['said'], identity: { name: 'Piet Berg' } });
    await decides('yusuf', second, 'proposed');
    await town.settle();
    expect(await others('yusuf', second)).toEqual([]);
  });

  it('keep what was said of them before', async () => {
    const first = await reports('fatima', 'Piet Berg');
    const second = await reports('daan', 'Piet Berg');
    await decides('yusuf', first, 'same');
    await decides('yusuf', first, 'proposed');
    await town.settle();
    await decides('frank', first, 'different');
    expect((await reads('yusuf', second)).others[0]?.history).toMatchObject([
      { decision: 'different', by: { id: cast.frank.id } },
      { decision: 'proposed', by: { id: cast.yusuf.id } },
      { decision: 'same', by: { id: cast.yusuf.id } },
    ]);
    await expect(
      town.as('yusuf', (tx) => tx.execute(`update incident.same_person_decision set decision = 'same'`)),
    ).rejects.toThrow(/permission denied/);
  });

  it('are not joined by who does not act on both, nor with nobody or themselves', async () => {
    const first = await reports('fatima', 'Piet Berg');
    const second = await reports('daan', 'Piet Jansen');
    const no = { refused: 'no-person-to-join' };
    expect(await joins('henk', first, await numberOf(second))).toEqual(no);
    expect(await joins('yusuf', first, await numberOf(first))).toEqual(no);
    expect(await joins('yusuf', first, '2026-9999')).toEqual(no);
    await expect(joins('fatima', first, await numberOf(second))).rejects.toThrow(Forbidden);
  });
});

describe('a report that is set right', () => {
  it('takes its side of the person along', async () => {
    const first = await reports('fatima', 'Piet Berg');
    const second = await reports('daan', 'Piet Berg');
    await decides('yusuf', first, 'same');
    await town.as('yusuf', (tx) =>
      correctIncident(needs, tx, cast.yusuf.id, { incidentId: second, reason: 'wrong_person' }),
    );
    await town.settle();
    expect(await others('yusuf', first)).toEqual([]);
    expect(await town.look('select from incident.person_key')).toHaveLength(2);
    expect(await reads('yusuf', second)).toEqual({ identity: null, isOnDossier: false, others: [] });
  });
});
