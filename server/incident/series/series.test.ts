import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as contract from '../../../contract/incident.ts';
import { type CastKey, cast } from '../../../database/demo/cast.ts';
import { desksOf } from '../../../tests/support/desks.ts';
import { leads, reported } from '../../../tests/support/reports.ts';
import { foundTown, type Town } from '../../../tests/support/town.ts';
import { newId, notify } from '../../platform/index.ts';
import { correctIncident } from '../correct-incident.ts';
import { seriesRoutes } from './routes.ts';

let town: Town;
let as: ReturnType<typeof desksOf>;
let incidentId: string;

beforeAll(async () => {
  town = await foundTown();
  as = desksOf(town, seriesRoutes({ vault: town.vault, notify }));
});
beforeEach(async () => {
  incidentId = await reported(town, 'fatima', {
    target: 'colleague',
    victimIds: [cast.sanne.id],
    witnessIds: [cast.mila.id],
  });
  await leads(town, 'henk', incidentId);
});

const hoursAgo = (hours: number) => new Date(town.now.getTime() - hours * 3_600_000).toISOString();
const event = (more: Partial<contract.NewSeriesEvent> = {}): contract.NewSeriesEvent => ({
  eventId: newId(),
  way: 'mail',
  occurredAt: hoursAgo(2),
  occurredPrecision: 'exact',
  text: 'Hij schreef dat hij weet waar ik woon.',
  ...more,
});
const add = async (who: CastKey, ...events: contract.NewSeriesEvent[]) =>
  (await as(who)).ask(contract.addToSeries, { params: { incidentId }, body: { events } });
const read = async (who: CastKey, query: Record<string, string> = {}) =>
  (await as(who)).ask(contract.readSeries, { params: { incidentId }, query });
const textsSeenBy = async (who: CastKey) => (await read(who)).body.events.map(({ text }) => text);

describe('a series', () => {
  it('stands with the report it began with, and who told what', async () => {
    await add('fatima', event());
    await add('henk', event({ way: 'call', occurredAt: hoursAgo(1), text: 'Hij belde de afdeling.' }));
    expect((await read('henk')).body).toMatchObject({
      report: {
        severity: 'threat',
        stories: [{ writerRole: 'reporter', text: 'Hij zei dat hij mij wel zou vinden.' }],
      },
      counts: [
        { way: 'call', count: 1 },
        { way: 'mail', count: 1 },
      ],
      firstAt: hoursAgo(2),
      lastAt: hoursAgo(1),
      events: [
        { way: 'call', writerRole: 'follow_up', isMine: true, writtenBy: { name: 'Henk de Boer' } },
        { way: 'mail', writerRole: 'reporter', isMine: false, text: 'Hij schreef dat hij weet waar ik woon.' },
      ],
      mayAdd: true,
      leads: true,
    });
  });

  it('is read by pages, and by the way it came', async () => {
    await add(
      'fatima',
      ...[1, 2, 3, 4, 5].map((hours) => event({ occurredAt: hoursAgo(hours), text: `mail ${hours}` })),
    );
    await add('fatima', event({ way: 'call', text: 'belde' }));
    const first = (await read('fatima', { limit: '2', way: 'mail' })).body;
    expect(first.events.map(({ text }) => text)).toEqual(['mail 1', 'mail 2']);
    const second = (await read('fatima', { limit: '10', way: 'mail', cursor: first.next ?? '' })).body;
    expect(second.events.map(({ text }) => text)).toEqual(['mail 3', 'mail 4', 'mail 5']);
    expect(second.next).toBeNull();
  });

  it('holds everything once, however often it is sent', async () => {
    const twice = event();
    expect((await add('fatima', twice)).body).toMatchObject({ added: 1 });
    expect((await add('fatima', twice, event({ text: 'Nog een' }))).body).toMatchObject({ added: 1 });
    expect((await read('fatima')).body.events).toHaveLength(2);
  });

  it('leaves no readable word in the database', async () => {
    await add('fatima', event({ text: 'Kamperfoelie' }));
    const [row] = await town.look<{ found: string }>(
      'select to_jsonb(e)::text as found from incident.series_event e where incident_id = $1',
      [incidentId],
    );
    expect(row?.found).not.toContain(Buffer.from('Kamperfoelie').toString('hex'));
  });

  it('takes what is long ago, and nothing that is still to come', async () => {
    expect((await add('fatima', event({ occurredAt: '2019-05-01T12:00:00Z', occurredPrecision: 'day' }))).status).toBe(
      200,
    );
    expect((await add('fatima', event(), event({ occurredAt: hoursAgo(-1) }))).body).toMatchObject({
      errors: [{ pointer: '/events/1/occurredAt', code: 'in-the-future' }],
    });
  });

  it('holds no citizen service number', async () => {
    expect((await add('fatima', event({ text: 'BSN 111222333' }))).body).toMatchObject({
      errors: [{ pointer: '/events/0/text', code: 'citizen-service-number' }],
    });
  });

  it('is told as one step, however much was pasted, and every look is on the record', async () => {
    await add('fatima', event(), event(), event());
    await read('henk', { purpose: 'paper' });
    expect(
      await town.look(`select from incident.step where incident_id = $1 and kind = 'series_added'`, [incidentId]),
    ).toHaveLength(1);
    const actions = await town.look<{ action: string }>(
      `select action from platform.audit_entry where incident_id = $1 and action like 'series%' order by id`,
      [incidentId],
    );
    expect(actions.map(({ action }) => action)).toEqual(['series-added', 'series-printed']);
  });

  it('cannot be read any more when the report was set right', async () => {
    await add('fatima', event());
    await town.as('henk', (tx) =>
      correctIncident({ vault: town.vault }, tx, cast.henk.id, { incidentId, reason: 'reported_by_mistake' }),
    );
    expect((await read('fatima')).body).toMatchObject({ events: [], counts: [], mayAdd: false });
    expect((await add('fatima', event())).code).toBe('incident-corrected');
  });
});

describe('whoever it happens to', () => {
  it('sees what others told only after telling their own', async () => {
    await add('fatima', event());
    await add('sanne', event({ text: 'Ik kreeg er ook een.' }));
    expect(await textsSeenBy('sanne')).toEqual(['Ik kreeg er ook een.']);
    await town.look(`update incident.account set state = 'declined' where incident_id = $1 and person_id = $2`, [
      incidentId,
      cast.sanne.id,
    ]);
    expect(await textsSeenBy('sanne')).toHaveLength(2);
  });

  it('takes back what they added by mistake, and nobody else does', async () => {
    const mistake = event();
    await add('fatima', mistake);
    const params = { eventId: mistake.eventId };
    expect((await (await as('henk')).ask(contract.takeBackFromSeries, { params, body: {} })).status).toBe(404);
    expect((await (await as('fatima')).ask(contract.takeBackFromSeries, { params, body: {} })).status).toBe(200);
    expect((await read('fatima')).body).toMatchObject({ events: [], counts: [] });
    expect(await town.look('select from incident.series_event where id = $1', [mistake.eventId])).toHaveLength(1);
  });

  it('is not whoever only saw it, nor a colleague', async () => {
    expect((await add('mila', event())).status).toBe(403);
    expect((await read('mila')).status).toBe(403);
    expect((await add('daan', event())).status).toBe(404);
    expect((await read('daan')).status).toBe(404);
  });
});
