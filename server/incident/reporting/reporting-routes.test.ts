import { beforeAll, describe, expect, it } from 'vitest';
import * as contract from '../../../contract/incident.ts';
import { type CastKey, cast, locations } from '../../../database/demo/cast.ts';
import { threatAtTheCounter } from '../../../tests/support/reports.ts';
import { foundTown, type Town } from '../../../tests/support/town.ts';
import { openDoors, type Visitor } from '../../../tests/support/visitor.ts';
import { identityRefusals, identityRoutes } from '../../identity/index.ts';
import { organisationRefusals } from '../../organisation/index.ts';
import { newId, notify } from '../../platform/index.ts';
import { installDefaults } from '../../protocol/index.ts';
import { reportingRefusals } from './refusals-reporting.ts';
import { reportingRoutes } from './reporting-routes.ts';

let town: Town;
let stepIn: (who: CastKey) => Promise<Visitor>;
let visitor: () => Visitor;

beforeAll(async () => {
  town = await foundTown();
  const needs = { vault: town.vault, notify };
  const routes = [...identityRoutes({ ...needs, furnish: installDefaults }), ...reportingRoutes(needs)];
  const doors = openDoors(town, routes, { ...organisationRefusals, ...identityRefusals, ...reportingRefusals });
  visitor = doors.visitor;
  stepIn = (who) => doors.visitor().stepInAs(who);
});

describe('reporting over the API', () => {
  it('answers with the number of the report, and every refusal has its sentence', async () => {
    const fatima = await stepIn('fatima');
    const report = threatAtTheCounter(town);
    const { status, body } = await fatima.ask(contract.reportIncident, { body: report });
    expect(status).toBe(200);
    expect(body).toMatchObject({ incidentId: report.incidentId, state: 'reported' });
    const sanne = await stepIn('sanne');
    const again = await sanne.ask(contract.reportIncident, { body: report });
    expect(again).toMatchObject({ status: 409, code: 'incident-already-reported' });
  });

  it('tells all fields that are wrong at once, each with a Dutch and an English sentence', async () => {
    const fatima = await stepIn('fatima');
    const report = {
      ...threatAtTheCounter(town),
      occurredAt: '2027-01-01T00:00:00Z',
      story: 'BSN 111222333',
      place: { kind: 'location', locationId: newId() },
    };
    const { status, body } = await fatima.ask(contract.reportIncident, { body: report });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      code: 'invalid-input',
      errors: [
        { in: 'body', pointer: '/occurredAt', code: 'in-the-future', nl: expect.any(String), en: expect.any(String) },
        { in: 'body', pointer: '/story', code: 'citizen-service-number' },
      ],
    });
  });

  it('sends misconduct by a colleague to the confidential adviser, and keeps nothing of it', async () => {
    const fatima = await stepIn('fatima');
    const report = { ...threatAtTheCounter(town), aggressor: { knowledge: 'colleague', text: 'Joris van de balie' } };
    const answered = await fatima.ask(contract.reportIncident, { body: report });
    expect(answered).toMatchObject({ status: 409, code: 'colleague-misconduct-goes-to-confidential-adviser' });
    expect(answered.body).toMatchObject({ nl: expect.stringContaining('vertrouwenspersoon') });
    for (const table of ['incident.incident', 'platform.dossier_key'] as const) {
      const column = table === 'incident.incident' ? 'id' : 'incident_id';
      expect(await town.look(`select from ${table} where ${column} = $1`, [report.incidentId])).toEqual([]);
    }
    expect(await town.look('select from platform.event where incident_id = $1', [report.incidentId])).toEqual([]);
  });

  it('does not know 30 February', async () => {
    const fatima = await stepIn('fatima');
    const report = { ...threatAtTheCounter(town), occurredAt: '2026-02-30T10:00:00Z' };
    const { status, body } = await fatima.ask(contract.reportIncident, { body: report });
    expect({ status, body }).toMatchObject({ status: 400, body: { errors: [{ pointer: '/occurredAt' }] } });
  });

  it('is for who is signed in', async () => {
    expect(await visitor().ask(contract.reportIncident, { body: threatAtTheCounter(town) })).toMatchObject({
      status: 401,
    });
  });

  it('leads from a draft to my incident, with an account, details and an addendum on the way', async () => {
    const [fatima, sanne] = await Promise.all([stepIn('fatima'), stepIn('sanne')]);
    const draftId = newId();
    await fatima.ask(contract.saveDraft, {
      params: { draftId },
      body: { revision: 1, content: '{"kind":"incident"}' },
    });
    expect((await fatima.ask(contract.openDraft, { params: { draftId } })).body.content).toBe('{"kind":"incident"}');
    const report = threatAtTheCounter(town, { draftId, victimIds: [cast.sanne.id] });
    await fatima.ask(contract.reportIncident, { body: report });
    expect((await fatima.ask(contract.listDrafts)).body.drafts).toEqual([]);
    const late = await fatima.ask(contract.saveDraft, { params: { draftId }, body: { revision: 9, content: '{}' } });
    expect(late).toMatchObject({ status: 409, code: 'draft-over' });
    expect((await fatima.ask(contract.listDrafts)).body.drafts).toEqual([]);

    const params = { incidentId: report.incidentId };
    expect((await sanne.ask(contract.giveAccount, { params, body: { story: 'Ik schrok.' } })).status).toBe(200);
    expect(await sanne.ask(contract.declineAccount, { params, body: {} })).toMatchObject({
      code: 'account-already-given',
    });
    expect((await fatima.ask(contract.addDetails, { params, body: { flags: ['weapon'], damage: false } })).status).toBe(
      200,
    );
    expect((await fatima.ask(contract.addAddendum, { params, body: { text: 'Hij belde nog.' } })).status).toBe(200);
    const mine = await fatima.ask(contract.myIncident, { params });
    expect(mine.body).toMatchObject({
      detailsGiven: true,
      addenda: [{ text: 'Hij belde nog.' }],
      othersAccounts: [{ story: 'Ik schrok.' }],
    });
    expect((await sanne.ask(contract.myIncidents)).body.incidents[0]).toMatchObject({
      incidentId: report.incidentId,
      myRoles: ['victim'],
    });
    expect((await (await stepIn('mila')).ask(contract.myIncident, { params })).status).toBe(404);
  });

  it('takes a note and gives it back', async () => {
    const fatima = await stepIn('fatima');
    const note = {
      noteId: newId(),
      column: 'verbal_aggression',
      corrected: true,
      placeKind: 'location',
      locationId: locations.stadskantoor.id,
    };
    await fatima.ask(contract.noteSignal, { body: { ...note, occurredAt: town.now.toISOString() } });
    expect((await fatima.ask(contract.listNotes)).body.notes).toHaveLength(1);
    expect((await fatima.ask(contract.undoNote, { params: { noteId: note.noteId } })).status).toBe(200);
    expect((await fatima.ask(contract.listNotes, { query: { scope: 'organisation' } })).status).toBe(403);
  });

  it('shows the first screen to anybody', async () => {
    expect((await visitor().ask(contract.firstScreen)).body).toMatchObject({
      emergencyNumber: '112',
      needsSetup: false,
    });
  });
});
