import { beforeAll, expect, it } from 'vitest';
import { type CastKey, cast } from '../../database/demo/cast.ts';
import { readDossier } from '../../server/incident/dossier/dossier.ts';
import { dropTask, reopenTask } from '../../server/incident/tasks/finish-task.ts';
import { notify } from '../../server/platform/index.ts';
import { reported } from '../support/reports.ts';
import { type TownAtWork, townAtWork } from '../support/town-at-work.ts';

/** What a task shows ends with the task; taking it back is for mistakes, not a way back in. */

let town: TownAtWork;
let incidentId: string;
let taskId: string;

beforeAll(async () => {
  town = await townAtWork();
  incidentId = await reported(town, 'fatima');
  await town.settle();
  const [footage] = await town.look<{ id: string }>(
    `select id from incident.task where incident_id = $1 and code = 'footage'`,
    [incidentId],
  );
  taskId = footage?.id ?? '';
});

const opens = (who: CastKey) => town.as(who, (tx) => readDossier(town, tx, cast[who].id, incidentId));
const takesBack = (who: CastKey) => town.as(who, (tx) => reopenTask(tx, cast[who].id, taskId));

it('is closed to reception with its task, and a day later for good', async () => {
  const needs = { vault: town.vault, notify };
  const drop = () => town.as('priya', (tx) => dropTask(needs, tx, cast.priya.id, { taskId, reason: 'Geen camera' }));
  await opens('priya');
  await drop();
  await expect(opens('priya')).rejects.toThrow('Absent');
  await takesBack('priya');
  await opens('priya');
  await drop();
  await town.fastForward({ hours: 25 });
  await expect(takesBack('priya')).rejects.toThrow('Absent');
  await expect(opens('priya')).rejects.toThrow('Absent');
  await expect(takesBack('daan')).rejects.toThrow('Absent');
  expect(await takesBack('henk')).toMatchObject({ state: 'open' });
});
