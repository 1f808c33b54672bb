import { beforeAll, describe, expect, it } from 'vitest';
import type { listDossierLog } from '../../contract/audit.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { type CastKey, cast, employer, teams } from '../../database/demo/cast.ts';
import { colleagueRef, findPeople } from '../../server/organisation/index.ts';
import { Absent, dossierLogRoutes, type FindNames, newId } from '../../server/platform/index.ts';
import { reported } from '../support/reports.ts';
import { foundTown, type Town } from '../support/town.ts';

let town: Town;
let incidentId: string;

const findNames: FindNames = async (tx, ids) =>
  new Map([...(await findPeople(tx, ids))].map(([id, person]) => [id, colleagueRef(person)]));
const [logRoute] = dossierLogRoutes(findNames);

beforeAll(async () => {
  town = await foundTown();
  incidentId = await reported(town, 'fatima');
  await town.look(
    `insert into incident.lead (employer_id, incident_id, subject_id, scope, since)
     values ($1, $2, organisation.role_subject($3, 'manager'), 'whole', $4) on conflict do nothing`,
    [employer.id, incidentId, teams.publiekszaken.id, town.now],
  );
});

function look(who: CastKey): Promise<void> {
  const entry = { action: 'incident-read', objectKind: 'incident', objectId: incidentId, incidentId } as const;
  return town.as(who, (tx) => tx.recordAudit(entry));
}

function readLog(who: CastKey, of = incidentId, cursor?: string) {
  return town.as(who, async (tx) => {
    const call = { tx, params: { incidentId: of }, query: { limit: 3, cursor } };
    return (await logRoute?.handle(call as never)) as AnswerOf<typeof listDossierLog>;
  });
}

describe('who looked at a dossier', () => {
  it('is told by name to those who answer for it, and to the privacy officer', async () => {
    await look('fatima');
    for (const who of ['henk', 'yusuf', 'noor'] as const) {
      const { entries } = await readLog(who);
      const looks = entries.filter(({ action }) => action === 'incident-read').map(({ person }) => person?.name);
      expect(looks, who).toContain(colleagueRef(cast.fatima).name);
    }
  });

  it.each(['fatima', 'sanne', 'els', 'bas', 'karin', 'priya'] as const)('is not told to %s', async (who) => {
    await expect(readLog(who)).rejects.toThrow(Absent);
    const rows = await town.as(who, (tx) => tx.rows('select from platform.audit_entry'));
    expect(rows).toEqual([]);
  });

  it('is itself on the record when somebody reads it', async () => {
    await readLog('noor');
    const { entries } = await readLog('yusuf');
    expect(entries[0]).toMatchObject({ action: 'log-read', person: { id: cast.noor.id } });
  });

  it('comes in pages, newest first, without a gap', async () => {
    for (let i = 0; i < 5; i++) await look('sanne');
    const first = await readLog('yusuf');
    const second = await readLog('yusuf', incidentId, first.next ?? undefined);
    const ids = [...first.entries, ...second.entries].map(({ id }) => id);
    expect(new Set(ids).size).toBe(6);
  });

  it('tells the privacy officer nothing about a dossier that does not exist', async () => {
    expect(await readLog('noor', newId())).toEqual({ entries: [], next: null });
  });

  it('cannot be written for another employer', async () => {
    await expect(
      town.as('bas', (tx) =>
        tx.execute(
          `insert into platform.audit_entry (id, employer_id, at, actor_kind, action, object_kind, object_id, result)
           values ($1, $2, $3, 'visitor', 'a', 'b', 'c', 'done')`,
          [newId(), newId(), tx.now],
        ),
      ),
    ).rejects.toThrow(/row-level security/);
  });
});
