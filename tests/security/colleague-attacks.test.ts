import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '../../contract/endpoint.ts';
import {
  blockAccount,
  endSession,
  invitePerson,
  listAccess,
  listSessions,
  resetAccount,
} from '../../contract/identity.ts';
import * as contract from '../../contract/incident.ts';
import { listNotifications, markNotificationRead } from '../../contract/notifications.ts';
import * as organisation from '../../contract/organisation.ts';
import { type CastKey, cast, employer } from '../../database/demo/cast.ts';
import { type App, openApp } from '../../server/app.ts';
import { movableClock } from '../../server/platform/clock.ts';
import { readEnvironment } from '../../server/platform/environment.ts';
import { newId, silentLog } from '../../server/platform/index.ts';
import { keysFrom } from '../../server/platform/keys.ts';
import { foundTown, type Town, tuesdayMorning } from '../support/town.ts';
import type { Asked, Visitor } from '../support/visitor.ts';
import { type DoorOpener, doorOpener } from './access/sessions.ts';
import { receivesMail, type StagedDossier, stageDossier } from './access/staged-dossier.ts';
import { addStrangers, elsewhere } from './access/strangers.ts';

/** What a colleague could try who knows the API, and the ids of everything. */

let town: Town;
let app: App;
let dataDir: string;
let dossier: StagedDossier;
let doorOf: DoorOpener;

const visitorOf = (who: CastKey): Promise<Visitor> => doorOf({ personId: cast[who].id, employerId: employer.id });
const inDays = (days: number) => new Date(app.now().getTime() + days * 86_400_000).toISOString();

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'attacks-'));
  movableClock(dataDir).setTo(tuesdayMorning);
  town = await foundTown();
  app = await openApp(
    readEnvironment({ DATA_DIR: dataDir, RUGDEKKING_TEST_CLOCK: '1' }, ['--demo=small', '--without-client']),
    { urls: town.db.urls, keys: keysFrom(Buffer.alloc(32, 9)) },
    { listen: false, checkAnswers: true, log: silentLog, variables: receivesMail },
  );
  await addStrangers(town, app.now());
  doorOf = doorOpener(town, app);
  dossier = await stageDossier(town, visitorOf, app.now);
}, 120_000);

afterAll(async () => {
  await app.close();
  rmSync(dataDir, { recursive: true });
});

describe('an administrator', () => {
  it('does not make themselves somebody who sees dossiers', async () => {
    const bas = await visitorOf('bas');
    const refused: [Endpoint, Asked][] = [
      [organisation.giveRole, { body: { personId: cast.bas.id, role: 'coordinator' } }],
      [
        organisation.nameDeputy,
        {
          body: {
            absentPersonId: cast.yusuf.id,
            deputyPersonId: cast.bas.id,
            sinceAt: inDays(0),
            untilAt: inDays(1),
          },
        },
      ],
      [
        organisation.importPeople,
        { body: importOf(`voornaam;achternaam;mail;rol\nBas;Hoekstra;${cast.bas.email};coordinator`) },
      ],
    ];
    for (const [endpoint, asked] of refused) {
      expect(await bas.ask(endpoint, asked), endpoint.name).toMatchObject({ status: 409, code: 'role-for-yourself' });
    }
    const params = { incidentId: dossier.incidentId };
    expect((await bas.ask(contract.readDossier, { params })).status).toBe(404);
  });
});

function importOf(csv: string): object {
  const columns = { givenName: 0, familyName: 1, email: 2, role: 3 };
  return { file: Buffer.from(csv).toString('base64'), columns, skipProblems: false };
}

describe('a colleague without a part in it', () => {
  it('gets no answer that was kept for somebody else, under the same key', async () => {
    const key = newId();
    const body = { text: 'Nog iets' };
    const address = `/api/v1/incidents/${dossier.incidentId}/addenda`;
    const send = async (who: CastKey) =>
      app.web.server.inject({
        method: 'POST',
        url: address,
        headers: {
          'content-type': 'application/json',
          'idempotency-key': key,
          cookie: (await visitorOf(who)).cookie ?? '',
        },
        payload: JSON.stringify(body),
      });
    expect((await send('fatima')).statusCode).toBe(200);
    expect((await send('daan')).statusCode).toBe(404);
    const again = await send('fatima');
    expect([again.statusCode, again.headers['idempotency-replayed']]).toEqual([200, 'true']);
  });

  it('finds nothing of others behind a cursor of theirs', async () => {
    const yusuf = await visitorOf('yusuf');
    const scope = 'organisation';
    const daan = await visitorOf('daan');
    await stageDossier(town, visitorOf, app.now);
    const { body } = await yusuf.ask(contract.listIncidents, { query: { scope, limit: '1' } });
    expect(body.next).not.toBeNull();
    const cursor = body.next ?? '';
    const lists: Endpoint[] = [contract.listIncidents, contract.myIncidents, contract.listTasks, contract.listNotes];
    for (const endpoint of lists) {
      const answer = await daan.ask(endpoint, { query: { cursor } });
      expect(JSON.stringify(answer.body), endpoint.name).not.toContain(dossier.number);
    }
    expect((await daan.ask(contract.listIncidents, { query: { scope, cursor } })).status).toBe(403);
  });

  it('touches nothing that belongs to somebody else', async () => {
    const fatima = await visitorOf('fatima');
    const daan = await visitorOf('daan');
    const henk = await visitorOf('henk');
    const { body: sessions } = await fatima.ask(listSessions);
    const { body: notices } = await henk.ask(listNotifications);
    const draft = { params: { draftId: dossier.draftId } };
    const personId = cast.henk.id;
    const attempts: [Endpoint, Asked][] = [
      [contract.openDraft, draft],
      [contract.saveDraft, { ...draft, body: { revision: 99, content: '{}' } }],
      [contract.discardDraft, draft],
      [contract.undoNote, { params: { noteId: dossier.noteId } }],
      [endSession, { params: { sessionId: sessions.sessions[0]?.id ?? '' }, body: {} }],
      [markNotificationRead, { params: { notificationId: notices.notifications[0]?.id ?? '' }, body: {} }],
    ];
    for (const [endpoint, asked] of attempts) {
      expect((await daan.ask(endpoint, asked)).status, endpoint.name).toBe(404);
    }
    const offices: [Endpoint, Asked][] = [
      [listAccess, {}],
      [invitePerson, { params: { personId }, body: {} }],
      [blockAccount, { params: { personId }, body: {} }],
      [resetAccount, { params: { personId }, body: {} }],
      [organisation.giveRole, { body: { personId: cast.daan.id, role: 'coordinator' } }],
      [organisation.recordAbsence, { params: { personId }, body: { sinceAt: inDays(0), untilAt: inDays(2) } }],
      [organisation.listAbsences, { params: { personId } }],
      [
        organisation.nameDeputy,
        { body: { absentPersonId: personId, deputyPersonId: cast.daan.id, sinceAt: inDays(0), untilAt: inDays(2) } },
      ],
    ];
    for (const [endpoint, asked] of offices) {
      expect((await daan.ask(endpoint, asked)).status, endpoint.name).toBe(403);
    }
    expect((await fatima.ask(contract.openDraft, draft)).status).toBe(200);
  });
});

describe('an id in capitals', () => {
  it('is the same id, for what is sealed under it and for who reads it', async () => {
    const fatima = await visitorOf('fatima');
    const draftId = newId();
    const draft = { revision: 1, content: JSON.stringify({ story: 'Half getypt' }) };
    const capitals = { params: { draftId: draftId.toUpperCase() }, body: draft };
    expect((await fatima.ask(contract.saveDraft, capitals)).body).toMatchObject({ draftId });
    expect((await fatima.ask(contract.openDraft, { params: { draftId } })).body).toMatchObject({
      content: draft.content,
    });

    const incidentId = newId();
    const told = {
      incidentId: incidentId.toUpperCase(),
      story: 'Hij bleef staan.',
      victimIds: [cast.sanne.id.toUpperCase()],
    };
    expect((await fatima.ask(contract.reportIncident, { body: report(told) })).body).toMatchObject({ incidentId });
    for (const written of [incidentId, incidentId.toUpperCase()]) {
      const { body } = await fatima.ask(contract.myIncident, { params: { incidentId: written } });
      expect(body).toMatchObject({ incidentId, account: { story: 'Hij bleef staan.' } });
    }
    const more = { params: { incidentId: incidentId.toUpperCase() }, body: { text: 'Nog iets' } };
    expect((await fatima.ask(contract.addAddendum, more)).status).toBe(200);
  });
});

describe('the ids of another employer', () => {
  it('are the ids of nobody, in every field that takes one', async () => {
    const params = { incidentId: dossier.incidentId };
    const at = app.now().toISOString();
    const period = { sinceAt: inDays(1), untilAt: inDays(2) };
    const closing = { conclusion: 'Klaar', victimWish: 'agrees', acceptOpenItems: true };
    const withId: Record<string, (id: string) => [CastKey, Endpoint, Asked]> = {
      victim: (id) => ['fatima', contract.reportIncident, { body: report({ victimIds: [id] }) }],
      witness: (id) => ['fatima', contract.reportIncident, { body: report({ witnessIds: [id] }) }],
      location: (id) => [
        'fatima',
        contract.reportIncident,
        { body: report({ place: { kind: 'location', locationId: id } }) },
      ],
      'later witness': (id) => ['fatima', contract.addDetails, { params, body: { witnessIds: [id] } }],
      'added person': (id) => ['henk', contract.addInvolved, { params, body: { personId: id, role: 'witness' } }],
      contact: (id) => [
        'henk',
        contract.recordContact,
        { params, body: { withPersonId: id, way: 'phone', reached: true, at } },
      ],
      'owner of a task': (id) => [
        'henk',
        contract.addTask,
        { params, body: { taskId: newId(), title: 'Bel even', ownerPersonId: id, dueAt: inDays(1) } },
      ],
      'next owner': (id) => [
        'henk',
        contract.handOverTask,
        { params: { taskId: dossier.taskId }, body: { toPersonId: id } },
      ],
      attendee: (id) => [
        'henk',
        contract.closeIncident,
        { params, body: { ...closing, discussed: { on: '2026-03-09', attendeeIds: [id] } } },
      ],
      deputy: (id) => ['henk', organisation.nameDeputy, { body: { deputyPersonId: id, ...period } }],
      absent: (id) => [
        'yusuf',
        organisation.nameDeputy,
        { body: { absentPersonId: id, deputyPersonId: cast.daan.id, ...period } },
      ],
      colleague: (id) => ['henk', organisation.getColleague, { params: { personId: id } }],
      appointed: (id) => ['bas', organisation.giveRole, { body: { personId: id, role: 'reception' } }],
      invited: (id) => ['bas', invitePerson, { params: { personId: id }, body: {} }],
    };
    for (const [field, ask] of Object.entries(withId)) {
      const [foreign, absent] = [await answerTo(ask(elsewhere.personId)), await answerTo(ask(newId()))];
      expect(foreign.status, field).not.toBe(200);
      expect(foreign, field).toEqual(absent);
    }
  });
});

async function answerTo([who, endpoint, asked]: [CastKey, Endpoint, Asked]) {
  const { status, code, body } = await (await visitorOf(who)).ask(endpoint, asked);
  return { status, code, errors: (body as { errors?: unknown }).errors };
}

function report(more: object): object {
  return {
    incidentId: newId(),
    kind: 'incident',
    safe: true,
    personGone: true,
    injured: false,
    columns: ['threat'],
    target: 'colleague',
    victimIds: [],
    witnessIds: [],
    occurredAt: app.now().toISOString(),
    occurredPrecision: 'exact',
    place: { kind: 'phone' },
    actions: [],
    needs: [],
    route: 'manager',
    ...more,
  };
}
