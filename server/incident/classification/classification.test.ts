import { beforeEach, describe, expect, it } from 'vitest';
import type { Classification } from '../../../contract/incident.ts';
import type { CastKey } from '../../../database/demo/cast.ts';
import { verbalAggression } from '../../../tests/fixtures/verbal-aggression.ts';
import { reported } from '../../../tests/support/reports.ts';
import { type TownAtWork, townAtWork } from '../../../tests/support/town-at-work.ts';
import { notify } from '../../platform/index.ts';
import { readDossier } from '../dossier/dossier.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { listIncidents } from '../list/incident-list.ts';
import { readMyIncident } from '../mine/my-incident.ts';
import { addDetails } from '../reporting/add-details.ts';
import { dropTask } from '../tasks/finish-task.ts';
import { readClassification } from './read-classification.ts';
import { reclassifyIncident } from './reclassify-incident.ts';

let town: TownAtWork;
let needs: FollowUpNeeds;
let incidentId: string;
const threat: Classification = { ...verbalAggression, columns: ['verbal_aggression', 'threat'], form: 'threat' };

beforeEach(async () => {
  town = await townAtWork();
  needs = { vault: town.vault, notify };
  incidentId = await reported(town, 'fatima', { columns: ['verbal_aggression'], form: 'verbal' });
  await town.settle();
});

const files = (who: CastKey, as: Classification, reason = 'Hij dreigde ook.') =>
  town.does(who, (tx, me) => reclassifyIncident(needs, tx, me, { incidentId, asked: { ...as, reason } }));
const reads = () => town.does('henk', (tx, me) => readDossier(needs, tx, me, incidentId));
const filed = (who: CastKey = 'henk') => town.does(who, (tx) => readClassification(needs, tx, incidentId));
const openCodes = async () => (await reads()).tasks.filter(({ state }) => state === 'open').map(({ code }) => code);

describe('from verbal to a threat', () => {
  it('adds the steps of the playbook and loses none', async () => {
    const before = await openCodes();
    expect(before).not.toContain('footage');
    expect(await files('henk', threat)).toMatchObject({ incidentId, state: 'reported' });
    const after = await openCodes();
    expect(after).toEqual(expect.arrayContaining([...before, 'footage', 'first_care', 'care_talk']));
    expect(after.filter((code) => code === 'response')).toHaveLength(1);
    expect(await reads()).toMatchObject({ severity: 'threat', form: 'threat' });
  });

  it('keeps the clock that runs from the incident', async () => {
    const { clock } = await reads();
    await files('henk', threat);
    expect((await reads()).clock).toEqual(clock);
    expect(clock).toMatchObject({
      state: 'running',
      dueAt: new Date(town.now.getTime() + 47 * 3_600_000 + 50 * 60_000).toISOString(),
    });
  });

  it('no longer waits for working time', async () => {
    const [before] = await town.look(`select urgency from incident.chain`);
    await files('henk', threat);
    expect([before, ...(await town.look('select urgency from incident.chain'))]).toEqual([
      { urgency: 'working_time' },
      { urgency: 'immediate' },
    ]);
  });

  it('is told on the timeline with the reason, and to the reporter without it', async () => {
    await files('henk', threat);
    const step = (await reads()).timeline.find(({ kind }) => kind === 'reclassified');
    expect(step?.text.nl).toBe('Je hebt dit anders ingedeeld: van schelden naar bedreiging.');
    expect(step?.reason).toBe('Hij dreigde ook.');
    const { steps } = await town.does('fatima', (tx, me) => readMyIncident(needs, tx, me, incidentId));
    expect(steps.map(({ text }) => text.nl)).toContain(
      'Henk heeft dit anders ingedeeld: van schelden naar bedreiging.',
    );
    expect(JSON.stringify(steps)).not.toContain('Hij dreigde ook');
  });

  it('stands in the list and its filters as it is filed now', async () => {
    const found = async (severity: 'verbal' | 'threat') =>
      (await town.does('henk', (tx) => listIncidents(tx, { scope: 'team', limit: 25, severity }))).incidents.length;
    expect([await found('verbal'), await found('threat')]).toEqual([1, 0]);
    await files('henk', threat);
    expect([await found('verbal'), await found('threat')]).toEqual([0, 1]);
  });

  it('keeps what it was, each time, with who and why', async () => {
    await files('henk', threat);
    await files('yusuf', { ...threat, flags: ['discriminatory'], cause: 'instrumental' }, 'Ook om haar afkomst.');
    const { current, changes } = await filed();
    expect(current).toMatchObject({ severity: 'threat', flags: ['discriminatory'], cause: 'instrumental' });
    expect(changes).toMatchObject([
      {
        by: { name: 'Yusuf Kaya' },
        before: { flags: [] },
        after: { flags: ['discriminatory'] },
        reason: 'Ook om haar afkomst.',
      },
      { by: { name: 'Henk de Boer' }, before: { severity: 'verbal' }, after: { severity: 'threat' } },
    ]);
  });
});

it('a weapon that was no weapon no longer counts', async () => {
  await town.does('fatima', (tx, me) => addDetails(needs, tx, me, { incidentId, details: { flags: ['weapon'] } }));
  expect((await reads()).severity).toBe('threat');
  await files('henk', verbalAggression, 'Het was een paraplu.');
  await town.does('fatima', (tx, me) => addDetails(needs, tx, me, { incidentId, details: { damage: true } }));
  expect((await reads()).severity).toBe('verbal');
});

describe('the other way', () => {
  it('a missing child has nobody to answer: the clock stops, and starts again from the incident', async () => {
    const { clock } = await reads();
    await files('henk', { ...verbalAggression, kind: 'missing_person', columns: [], form: null });
    expect((await reads()).clock.state).toBe('none');
    expect(await openCodes()).not.toContain('response');
    expect(await openCodes()).toContain('police_search');
    await files('henk', threat);
    expect((await reads()).clock).toEqual(clock);
    expect((await openCodes()).filter((code) => code === 'response')).toHaveLength(1);
  });

  it('what somebody said is not needed does not come back', async () => {
    const [task] = await town.look<{ id: string }>(`select id from incident.task where code = 'team_meeting'`);
    await town.does('henk', (tx, me) => dropTask(needs, tx, me, { taskId: task?.id ?? '', reason: 'Al gedaan' }));
    await files('henk', threat);
    expect(await openCodes()).not.toContain('team_meeting');
  });
});

it('is for who follows it up', async () => {
  await expect(files('fatima', threat)).rejects.toThrow('reclassify');
  await expect(files('els', threat)).rejects.toThrow('Absent');
  await expect(filed('fatima')).rejects.toThrow('narrative');
  expect(await files('henk', verbalAggression)).toMatchObject({ refused: 'classified-like-this' });
});
