import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as contract from '../../../contract/incident.ts';
import { type CastKey, cast } from '../../../database/demo/cast.ts';
import { desksOf } from '../../../tests/support/desks.ts';
import { reported } from '../../../tests/support/reports.ts';
import { tuesdayMorning } from '../../../tests/support/town.ts';
import { type TownAtWork, townAtWork } from '../../../tests/support/town-at-work.ts';
import { notify } from '../../platform/index.ts';
import { correctIncident } from '../correct-incident.ts';
import { peopleRoutes } from '../people/routes.ts';
import { nextVisitRoutes } from './routes.ts';

let town: TownAtWork;
let as: ReturnType<typeof desksOf>;
let incidentId: string;
let born = 0;
let bornOn: string;

beforeAll(async () => {
  town = await townAtWork();
  const needs = { vault: town.vault, notify };
  as = desksOf(town, [...peopleRoutes(needs), ...nextVisitRoutes(needs)]);
});
/** Somebody else in each test: born on another day. */
beforeEach(async () => {
  await town.look('delete from identity.attempt');
  await town.look('delete from incident.visit_look');
  town.now = tuesdayMorning;
  born += 1;
  bornOn = `1980-05-${String(born).padStart(2, '0')}`;
  incidentId = await threatBy('K. Wolters');
  await knows({ bornOn });
});

async function threatBy(name: string): Promise<string> {
  const id = await reported(town, 'fatima', { aggressor: { knowledge: 'named', text: name } });
  await town.settle();
  return id;
}

const nothing = { name: null, bornOn: null, postcode: null, houseNumber: null };
const knows = async (more: Record<string, unknown>) => {
  const body = { ...nothing, description: null, name: 'Kees Wolters', ...more };
  const answer = await (await as('yusuf')).ask(contract.identifyPerson, { params: { incidentId }, body });
  expect(answer.status).toBe(200);
  await town.settle();
};
const agree = async (more: Record<string, unknown> = {}, who: CastKey = 'henk') =>
  (await as(who)).ask(contract.agreeApproach, {
    params: { incidentId },
    body: { ways: ['with_two', 'at_office'], words: null, untilOn: '2026-09-10', ...more },
  });
const reads = async (who: CastKey = 'henk') => (await as(who)).ask(contract.readApproach, { params: { incidentId } });
const ask = async (more: Record<string, unknown> = {}, who: CastKey = 'daan') =>
  (await as(who)).ask(contract.askNextVisit, {
    body: { ...nothing, name: 'Kees Wolters', bornOn, purpose: 'home_visit', ...more },
  });
const hears = async (more: Record<string, unknown> = {}, who: CastKey = 'daan') => (await ask(more, who)).body.approach;

describe('agreeing how to meet somebody', () => {
  it('is told to a colleague of another team: what to do, until when and whom to ask, and nothing more', async () => {
    await agree({ words: 'Houd de deur open.' });
    expect((await ask()).body).toEqual({
      approach: {
        ways: ['with_two', 'at_office'],
        words: ['Houd de deur open.'],
        untilOn: '2026-09-10',
        ask: { name: 'Henk de Boer', phone: cast.henk.phone },
      },
    });
  });

  it('needs a whole name with a date of birth or an address', async () => {
    await knows({ bornOn: null });
    expect((await agree()).code).toBe('person-not-known-enough');
    expect((await reads()).body).toMatchObject({ isKnownEnough: false, current: null });
  });

  it('needs something that is agreed, in words that do not tell who it is', async () => {
    expect((await agree({ ways: [] })).code).toBe('nothing-agreed');
    expect((await agree({ words: 'Wolters is boos op Fatima.' })).code).toBe('approach-tells-who');
    expect((await agree({ words: 'BSN 111222333' })).body).toMatchObject({
      errors: [{ pointer: '/words', code: 'citizen-service-number' }],
    });
    expect((await agree({ ways: [], words: 'Niet alleen naar boven.' })).status).toBe(200);
  });

  it('lasts a year at most', async () => {
    expect((await agree({ untilOn: '2027-03-11' })).body).toMatchObject({ errors: [{ code: 'too-far-ahead' }] });
    expect((await agree({ untilOn: '2026-03-09' })).body).toMatchObject({ errors: [{ code: 'in-the-past' }] });
  });

  it('is for who follows it up', async () => {
    expect((await agree({}, 'fatima')).status).toBe(403);
    expect((await agree({}, 'daan')).status).toBe(404);
    expect((await reads('fatima')).status).toBe(403);
  });

  it('replaces what was agreed before, which is kept', async () => {
    await agree();
    await agree({ ways: ['phone_only'] });
    expect(await hears()).toMatchObject({ ways: ['phone_only'] });
    expect((await reads()).body).toMatchObject({
      current: { ways: ['phone_only'] },
      past: [{ ways: ['with_two', 'at_office'], endedBy: { id: cast.henk.id } }],
    });
  });

  it('leaves no name behind that anybody could read', async () => {
    await agree({ words: 'Kamperfoelie' });
    const rows = await town.look<{ row: string }>(
      'select to_jsonb(a)::text || to_jsonb(k)::text as row from incident.approach a join incident.approach_key k on k.approach_id = a.id',
    );
    expect(JSON.stringify(rows)).not.toMatch(/wolters|1980-05/i);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('Kamperfoelie').toString('hex'));
    await expect(town.as('yusuf', (tx) => tx.rows('select from incident.approach_key'))).rejects.toThrow(/denied/);
  });
});

describe('whoever asks', () => {
  it('hears nothing about somebody else, whatever is nearly right', async () => {
    await agree();
    expect(await hears({ bornOn: '1981-05-01' })).toBeNull();
    expect(await hears({ name: 'Anna Wolters' })).toBeNull();
    expect(await hears({ bornOn: null, postcode: '9876XY', houseNumber: '7' })).toBeNull();
  });

  it('is asked for what is missing, and that is no try', async () => {
    for (let time = 0; time < 12; time += 1) {
      expect((await ask({ bornOn: null })).body).toMatchObject({
        errors: [{ pointer: '/bornOn', code: 'birthday-or-address' }],
      });
    }
    expect((await ask({ name: '123' })).body).toMatchObject({ errors: [{ pointer: '/name', code: 'whole-name' }] });
    expect((await ask()).status).toBe(200);
  });

  it('has ten tries in an hour, whether somebody was found or not', async () => {
    for (let time = 0; time < 10; time += 1) expect((await ask()).status).toBe(200);
    expect((await ask()).code).toBe('too-many-tries');
    expect((await ask({}, 'mila')).status).toBe(200);
  });

  it('belongs to this employer', async () => {
    expect((await ask({}, 'sami')).status).toBe(403);
  });

  it('is on the record with the purpose, for the coordinator and for who leads that dossier', async () => {
    await agree();
    await ask({ purpose: 'counter' });
    await ask({ name: 'Iemand Anders', bornOn: '1990-01-01' });
    const looks = async (who: CastKey) => (await as(who)).ask(contract.listVisitLooks, { query: { limit: '2' } });
    expect((await looks('yusuf')).body.looks).toMatchObject([
      { person: { id: cast.daan.id }, purpose: 'home_visit', isFound: false, incident: null },
      { person: { id: cast.daan.id }, purpose: 'counter', isFound: true, incident: { incidentId } },
    ]);
    expect((await looks('henk')).status).toBe(403);
    expect((await reads()).body.looks).toMatchObject([{ person: { id: cast.daan.id }, purpose: 'counter' }]);
    const log = await town.look<{ detail: object }>(
      `select detail from platform.audit_entry where action = 'next-visit-asked' and incident_id = $1`,
      [incidentId],
    );
    expect(log).toEqual([{ detail: { purpose: 'counter', isFound: true } }]);
  });

  it('hears one agreement, also when two dossiers have one', async () => {
    await agree();
    incidentId = await threatBy('Kees Wolters');
    await knows({ bornOn });
    await agree({ ways: ['ask_security'], untilOn: '2026-05-01' }, 'yusuf');
    expect(await hears()).toEqual({
      ways: ['with_two', 'at_office', 'ask_security'],
      words: [],
      untilOn: '2026-05-01',
      ask: { name: 'Yusuf Kaya', phone: cast.yusuf.phone },
    });
  });
});

describe('what was agreed', () => {
  it('is no longer heard once somebody ends it', async () => {
    await agree();
    const ended = await (await as('henk')).ask(contract.endApproach, { params: { incidentId }, body: {} });
    expect(ended.status).toBe(200);
    expect(await hears()).toBeNull();
    expect(await town.look('select from incident.approach_key')).toEqual(expect.not.arrayContaining([incidentId]));
  });

  it('follows the person when more is found out', async () => {
    await agree();
    await knows({ bornOn: null, postcode: '1234 AB', houseNumber: '12' });
    expect(await hears()).toBeNull();
    expect(await hears({ bornOn: null, postcode: '1234ab', houseNumber: '12' })).toMatchObject({
      ways: ['with_two', 'at_office'],
    });
  });

  it('is gone at once when the report is set right: the person, the agreement and its key', async () => {
    await agree({ words: 'Niet alleen.' });
    await town.as('henk', (tx) =>
      correctIncident({ vault: town.vault }, tx, cast.henk.id, { incidentId, reason: 'wrong_person' }),
    );
    expect(await town.look('select from incident.approach where incident_id = $1', [incidentId])).toEqual([]);
    expect(await hears()).toBeNull();
  });
});

it('asks to look again two weeks ahead, and ends by itself', async () => {
  await agree({ words: 'Houd de deur open.' });
  town.mailboxOf('henk').clear();
  // Half a year of calls that nobody took up is another story.
  await town.look(`delete from platform.job where kind not in ('review-approach', 'end-of-approach')`);
  town.now = new Date('2026-08-27T07:00:00Z');
  await town.settle();
  town.mailboxOf('henk').expectsMessage(/Een afspraak voor het volgende contact loopt af/);
  town.now = new Date('2026-09-11T07:00:00Z');
  await town.settle();
  expect((await reads()).body).toMatchObject({ current: null, past: [{ words: null, endedBy: null }] });
  expect(await hears()).toBeNull();
  expect(
    await town.look(
      'select from incident.approach_key k join incident.approach a on a.id = k.approach_id where a.incident_id = $1',
      [incidentId],
    ),
  ).toEqual([]);
});
