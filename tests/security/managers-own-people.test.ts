import { beforeAll, describe, expect, it } from 'vitest';
import { type CastKey, cast } from '../../database/demo/cast.ts';
import { readMyIncident } from '../../server/incident/mine/my-incident.ts';
import { reported } from '../support/reports.ts';
import { type TownAtWork, townAtWork } from '../support/town-at-work.ts';

/** Being somebody's manager shows what they told only on a dossier that this manager was given. */

let town: TownAtWork;

beforeAll(async () => {
  town = await townAtWork();
});

async function peopleAndStoriesSeen(who: CastKey, incidentId: string): Promise<{ people: number; stories: number }> {
  const count = (table: string) =>
    town.as(who, (tx) => tx.rows(`select from incident.${table} where incident_id = $1`, [incidentId]));
  return { people: (await count('involved')).length, stories: (await count('account')).length };
}

describe('the manager of the team', () => {
  it('sees nobody and nothing when the reporter passed by them', async () => {
    const incidentId = await reported(town, 'fatima', { route: 'coordinator', witnessIds: [cast.mila.id] });
    await town.settle();
    for (const who of ['henk', 'marijke'] as const) {
      expect(await peopleAndStoriesSeen(who, incidentId), who).toEqual({ people: 0, stories: 0 });
    }
    expect((await peopleAndStoriesSeen('yusuf', incidentId)).stories).toBe(2);
  });

  it('does not hear the others before their own account when they are a victim too', async () => {
    const incidentId = await reported(town, 'fatima', { victimIds: [cast.henk.id] });
    await town.settle();
    const view = await town.as('henk', (tx) => readMyIncident(town, tx, cast.henk.id, incidentId));
    expect(view.othersAccounts).toEqual([]);
    expect(await peopleAndStoriesSeen('henk', incidentId)).toMatchObject({ stories: 1 });
    expect(await peopleAndStoriesSeen('marijke', incidentId)).toEqual({ people: 0, stories: 0 });
  });

  it('sees their own people, and no others, where another team leads', async () => {
    const incidentId = await reported(town, 'fatima', { witnessIds: [cast.aylin.id, cast.mila.id] });
    await town.settle();
    expect(await peopleAndStoriesSeen('willem', incidentId)).toEqual({ people: 1, stories: 1 });
  });
});
