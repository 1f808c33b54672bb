import { beforeEach, describe, expect, it } from 'vitest';
import type { IncidentReport } from '../../../contract/incident.ts';
import { type CastKey, cast, locations, teams } from '../../../database/demo/cast.ts';
import { sendReport, threatAtTheCounter } from '../../../tests/support/reports.ts';
import { foundTown, type Town } from '../../../tests/support/town.ts';
import { newId } from '../../platform/index.ts';
import { sealedAs } from '../sealed-names.ts';

let town: Town;
beforeEach(async () => {
  town = await foundTown();
});

const threat = threatAtTheCounter;
const send = (who: CastKey, report: IncidentReport) => sendReport(town, who, report);

describe('a report that comes in', () => {
  it('is there with its number, its people, its clock and its sealed story', async () => {
    const report = threat(town, {
      witnessIds: [cast.sanne.id],
      place: { ...threat(town).place, text: 'bij het raam' },
    });
    const answer = await send('fatima', report);
    expect(answer).toEqual({
      incidentId: report.incidentId,
      number: '2026-0001',
      state: 'reported',
      reportedAt: town.now.toISOString(),
    });
    const [incident] = await town.look('select * from incident.incident');
    expect(incident).toMatchObject({
      severity: 'threat',
      team_id: teams.publiekszaken.id,
      matrix_version: 1,
      room_id: locations.stadskantoor.rooms.balie3.id,
      response_due_at: new Date(Date.parse(report.occurredAt) + 48 * 3_600_000),
    });
    const people = await town.look('select role, person_id from incident.involved order by role');
    expect(people).toEqual([
      { role: 'aggressor', person_id: null },
      { role: 'reporter', person_id: cast.fatima.id },
      { role: 'victim', person_id: cast.fatima.id },
      { role: 'witness', person_id: cast.sanne.id },
    ]);
    const story = await town.as('fatima', async (tx) => {
      const { sealed } = await tx.row<{ sealed: Buffer }>(
        'select sealed_story as sealed from incident.account where person_id = $1',
        [cast.fatima.id],
      );
      return (await town.vault.openDossier(tx, report.incidentId)).open(sealedAs.account(cast.fatima.id), sealed);
    });
    expect(story).toBe(report.story);
  });

  it('asks victims and witnesses for their own story, and the reporter who told none', async () => {
    const report = threat(town, {
      target: 'group',
      story: null,
      victimIds: [cast.sanne.id],
      witnessIds: [cast.sanne.id, cast.priya.id],
    });
    await send('fatima', report);
    const asked = await town.look('select person_id from incident.account where state = $1', ['asked']);
    expect(asked.map((row) => row.person_id).sort()).toEqual([cast.fatima.id, cast.priya.id, cast.sanne.id].sort());
  });

  it('records the event, the audit entry and the first step, and throws the draft away', async () => {
    const draftId = newId();
    await town.as('fatima', (tx) =>
      tx.execute(
        `insert into incident.draft (id, employer_id, person_id, started_at, saved_at, revision, sealed_content)
         values ($1, $2, $3, $4, $4, 1, '\\x00')`,
        [draftId, tx.employerId, tx.personId, tx.now],
      ),
    );
    await send('fatima', threat(town, { draftId }));
    expect(await town.look('select name from platform.event')).toEqual([{ name: 'incident-reported' }]);
    expect(await town.look('select action, person_id from platform.audit_entry')).toEqual([
      { action: 'incident-reported', person_id: cast.fatima.id },
    ]);
    expect(await town.look('select kind, actor_id from incident.step')).toEqual([
      { kind: 'reported', actor_id: cast.fatima.id },
    ]);
    expect(await town.look('select from incident.draft')).toEqual([]);
  });

  it('belongs to the team of the colleague it happened to', async () => {
    await send('fatima', threat(town, { target: 'colleague', victimIds: [cast.daan.id] }));
    expect(await town.look('select team_id from incident.incident')).toEqual([{ team_id: teams.wijkteamNoord.id }]);
  });

  it('has no matrix, no aggressor and no response clock when a child is missing', async () => {
    const report = threat(town, { kind: 'missing_person', columns: [], aggressor: null, child: { name: 'Sem' } });
    await send('daan', report);
    expect(await town.look('select severity, response_due_at from incident.incident')).toEqual([
      { severity: 'none', response_due_at: null },
    ]);
    expect(await town.look(`select role from incident.involved where sealed_identity is not null`)).toEqual([
      { role: 'child' },
    ]);
  });
});

describe('the same report sent again', () => {
  it('is the same incident, weeks later too, when a room in it no longer exists', async () => {
    const report = threat(town);
    const first = await send('fatima', report);
    town.fastForward({ days: 21 });
    await town.look('update organisation.room set ended_at = $1', [town.now]);
    expect(await send('fatima', report)).toEqual(first);
    expect(await town.look('select from incident.incident')).toHaveLength(1);
    expect(await town.look('select from platform.event')).toHaveLength(1);
  });

  it('is refused when it tells another story, so that nothing told is lost', async () => {
    const report = threat(town);
    await send('fatima', report);
    expect(await send('fatima', { ...report, story: 'Er is nog meer.' })).toEqual({
      refused: 'incident-already-reported',
    });
  });

  it('is refused to somebody else, who learns nothing of it', async () => {
    const report = threat(town);
    await send('fatima', report);
    expect(await send('sanne', report)).toEqual({ refused: 'incident-already-reported' });
    expect(await town.look('select from incident.involved')).toHaveLength(3);
  });

  it('is one incident when it arrives twice at once', async () => {
    const report = threat(town);
    const [one, other] = await Promise.all([send('fatima', report), send('fatima', report)]);
    expect(one).toEqual(other);
  });
});

describe('a report that names what is not ours', () => {
  it('is told which fields, the same for what is absent and what is another employer’s', async () => {
    const report = threat(town, {
      place: { kind: 'location', locationId: newId(), roomId: locations.stadskantoor.rooms.balie3.id },
      victimIds: [cast.sanne.id, newId()],
    });
    expect(await send('fatima', report)).toEqual({
      flaws: [
        { path: ['place', 'locationId'], code: 'unknown-location' },
        { path: ['place', 'roomId'], code: 'unknown-room' },
        { path: ['victimIds', '1'], code: 'unknown-colleague' },
      ],
    });
    expect(await town.look('select from incident.incident')).toEqual([]);
  });

  it('does not find a room of another location', async () => {
    const place = {
      kind: 'location',
      locationId: locations.wijkcentrum.id,
      roomId: locations.stadskantoor.rooms.hal.id,
    } as const;
    expect(await send('fatima', threat(town, { place }))).toEqual({
      flaws: [{ path: ['place', 'roomId'], code: 'unknown-room' }],
    });
  });
});

describe('who sees a report', () => {
  it('is the reporter, the victims, the witnesses and the coordinator, and nobody else yet', async () => {
    await send('fatima', threat(town, { victimIds: [cast.sanne.id], witnessIds: [cast.priya.id] }));
    const sees = async (who: CastKey) =>
      (await town.as(who, (tx) => tx.rows('select id from incident.incident'))).length === 1;
    for (const who of ['fatima', 'sanne', 'priya', 'yusuf', 'frank'] as const) expect(await sees(who), who).toBe(true);
    for (const who of ['henk', 'mila', 'bas', 'noor', 'karin'] as const) expect(await sees(who), who).toBe(false);
  });

  it('shows the reporter who did it as they told it, and the victim not', async () => {
    await send('fatima', threat(town, { victimIds: [cast.sanne.id] }));
    const aggressorsFor = (who: CastKey) =>
      town.as(who, (tx) => tx.rows(`select id from incident.involved where role = 'aggressor'`));
    expect(await aggressorsFor('fatima')).toHaveLength(1);
    expect(await aggressorsFor('sanne')).toHaveLength(0);
  });
});

describe('what belongs to a report from its first moment', () => {
  it('is laid down only while that report is being sent, by whoever sends it', async () => {
    const report = threat(town);
    await send('fatima', report);
    const layDown = (who: CastKey) =>
      town.as(who, (tx) =>
        tx.rows(`select incident.lay_down($1, null, null, null, null, null)`, [
          JSON.stringify({ incidentId: report.incidentId, stepId: newId(), people: [], accounts: [] }),
        ]),
      );
    for (const who of ['fatima', 'sanne', 'yusuf'] as const) await expect(layDown(who)).rejects.toThrow(/being sent/);
  });
});
