import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import * as contract from '../../contract/incident.ts';
import { subscribeToPush } from '../../contract/notifications.ts';
import { cast, employer, locations } from '../../database/demo/cast.ts';
import { type App, openApp } from '../../server/app.ts';
import { readEnvironment } from '../../server/platform/environment.ts';
import { exportDatabase } from '../../server/platform/export.ts';
import { newId } from '../../server/platform/index.ts';
import { keysFrom } from '../../server/platform/keys.ts';
import { findLeaks, type Place, placeOf, placesInDatabase, placesInFolder } from '../support/leaks.ts';
import { type MailServer, mailServer } from '../support/mail-server.ts';
import { type PushService, pushService, type SmsGateway, smsGateway } from '../support/phones.ts';
import { foundTown, type Town, tuesdayMorning } from '../support/town.ts';
import { Visitor } from '../support/visitor.ts';
import { keepWriteAheadLog, type WriteAheadLog } from '../support/write-ahead-log.ts';

/** What people tell: each in a field of its own, each so odd that it stands nowhere by chance. */
const told = {
  draft: 'Kwartelbrouwsel in het concept',
  story: 'Hij riep dat hij mijn Zwaluwstaartjas zou verbranden',
  aggressor: 'Zébulon Quasterveld',
  place: 'achter de Blauwvoetloods',
  addendum: 'Later zei hij nog Moerbeientaart',
  demanded: 'een Paradijsvogelpas',
  injury: 'een Kruisbessenplek op mijn arm',
  damage: 'mijn Sterrenkijkerbril is stuk',
  contact: 'Ze vertelde over de Klaproosdroom',
  task: 'Vraag de beelden van Hommelnestcamera',
  dropped: 'De Hommelnestcamera stond uit, zei Wolkenstruik',
  response: 'Brief over het Wespenvoorval verstuurd',
  conclusion: 'Hij mag niet meer bij de Kamperfoeliepoort',
  reopened: 'Er kwam een tweede Kamperfoeliebriefje',
  witness: 'Ik hoorde het woord Boomkruiperlied',
  child: 'Pimpelmeesje Waterhoen',
  lastSeen: 'bij het Lisdoddeplein',
  whoKnows: 'oma Zilverplevier',
};

const patience = { timeout: 10_000, interval: 50 };

let town: Town;
let log: WriteAheadLog;
let app: App;
let mail: MailServer;
let sms: SmsGateway;
let push: PushService;
let dataDir: string;
const logLines: string[] = [];

beforeAll(async () => {
  town = await foundTown();
  log = await keepWriteAheadLog(town.db.owner, 'leaks');
  [mail, sms, push] = await Promise.all([mailServer(), smsGateway(), pushService()]);
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'leaks-'));
  app = await openApp(
    readEnvironment({ DATA_DIR: dataDir }, ['--demo=small', '--without-client']),
    { urls: town.db.urls, keys: keysFrom(Buffer.alloc(32, 3)) },
    {
      listen: false,
      checkAnswers: true,
      log: pino({ level: 'trace' }, { write: (line: string) => void logLines.push(line) }),
      variables: {
        SMTP_URL: mail.url,
        SMS_GATEWAY_URL: sms.url,
        SMS_GATEWAY_TOKEN: sms.token,
        PUSH_SERVICES: push.origin,
      },
    },
  );
});

afterAll(async () => {
  await app.close();
  await log.release();
  rmSync(dataDir, { recursive: true });
});

async function fatimaReports(): Promise<string> {
  const fatima = await new Visitor(app.web.server).stepInAs('fatima');
  const [draftId, incidentId] = [newId(), newId()];
  const content = JSON.stringify({ story: told.draft });
  await succeeds(fatima.ask(contract.saveDraft, { params: { draftId }, body: { revision: 1, content } }));
  await succeeds(fatima.ask(contract.reportIncident, { body: threat(incidentId) }));
  const params = { incidentId };
  await succeeds(fatima.ask(contract.addAddendum, { params, body: { text: told.addendum } }));
  const { demanded, injury: injuryText, damage: damageText } = told;
  await succeeds(fatima.ask(contract.addDetails, { params, body: { demanded, injuryText, damageText, damage: true } }));
  const mila = await new Visitor(app.web.server).stepInAs('mila');
  await succeeds(mila.ask(contract.giveAccount, { params, body: { story: told.witness } }));
  await succeeds(fatima.ask(contract.reportIncident, { body: missingChild() }));
  // What is wrong is told back, and kept nowhere either.
  const wrong = await fatima.ask(contract.addAddendum, {
    params,
    body: { text: told.addendum, [told.story]: told.story },
  });
  expect(wrong.status).toBe(400);
  return incidentId;
}

/** Henk does what a manager does, with a device that is told as well. */
async function henkFollowsUp(incidentId: string): Promise<void> {
  const henk = await new Visitor(app.web.server).stepInAs('henk');
  const params = { incidentId };
  await vi.waitFor(() => succeeds(henk.ask(contract.takeUpIncident, { params, body: {} })), patience);
  const at = new Date().toISOString();
  const contact = { withPersonId: cast.fatima.id, way: 'phone', reached: true, at, note: told.contact } as const;
  await succeeds(henk.ask(contract.recordContact, { params, body: contact }));
  const [taskId, dueAt] = [newId(), new Date(Date.now() + 86_400_000).toISOString()];
  const task = { taskId, title: told.task, ownerPersonId: cast.sanne.id, dueAt };
  await succeeds(henk.ask(contract.addTask, { params, body: task }));
  await succeeds(henk.ask(contract.dropTask, { params: { taskId }, body: { reason: told.dropped } }));
  const response = { way: 'letter', sentAt: at, summary: told.response } as const;
  await succeeds(henk.ask(contract.sendResponse, { params, body: response }));
  await succeeds(
    henk.ask(contract.closeIncident, {
      params,
      body: {
        conclusion: told.conclusion,
        discussed: { notBecause: 'too_sensitive' },
        victimWish: 'agrees',
        acceptOpenItems: true,
      },
    }),
  );
  await succeeds(henk.ask(contract.reopenIncident, { params, body: { reason: told.reopened } }));
}

async function henkSubscribes(): Promise<void> {
  const henk = await new Visitor(app.web.server).stepInAs('henk');
  await succeeds(henk.ask(subscribeToPush, { body: push.subscriptionOf('henk') }));
}

function threat(incidentId: string): contract.IncidentReport {
  return {
    incidentId,
    kind: 'incident',
    safe: true,
    personGone: true,
    injured: false,
    columns: ['threat'],
    story: told.story,
    target: 'me',
    victimIds: [],
    witnessIds: [cast.mila.id],
    occurredAt: new Date(Date.now() - 600_000).toISOString(),
    occurredPrecision: 'exact',
    place: { kind: 'location', locationId: locations.stadskantoor.id, text: told.place },
    aggressor: { knowledge: 'named', text: told.aggressor },
    actions: ['talk_ended'],
    needs: ['call_me'],
    route: 'manager',
  };
}

function missingChild(): contract.IncidentReport {
  const { child: name, lastSeen, whoKnows } = told;
  const about = { kind: 'missing_person', target: 'unknown', aggressor: null } as const;
  return {
    ...threat(newId()),
    ...about,
    columns: [],
    child: { name, lastSeen, whoKnows },
    witnessIds: [],
    place: { kind: 'unknown' },
  };
}

async function succeeds(asking: Promise<{ status: number; body: unknown }>): Promise<void> {
  const { status, body } = await asking;
  expect({ status, body }).toMatchObject({ status: 200 });
}

async function everywhere(): Promise<Place[]> {
  const { owner } = town.db;
  const { rows } = await owner.query<{ folder: string }>("select current_setting('data_directory') as folder");
  const folder = rows[0]?.folder ?? '';
  return [
    ...(await placesInDatabase(owner)),
    ...(await log.read()),
    { name: 'log of PostgreSQL', bytes: readFileSync(path.join(folder, '../server.log')) },
    ...placesInFolder(dataDir),
    ...(await exportedRows()),
    placeOf('log', logLines.join('')),
    placeOf('mail', mail.raw.join('\n')),
    placeOf('text messages', sms.messages),
    placeOf('push messages', push.messages),
  ];
}

/** As a backup and as a fixture copy them. */
async function exportedRows(): Promise<Place[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'leaks-export-'));
  const copy = { url: town.db.urls.owner, folder, madeAt: new Date(), compressed: false };
  await exportDatabase(copy);
  const places = [...placesInFolder(folder)].map(({ name, bytes }) => ({ name: `copy of ${name}`, bytes }));
  rmSync(folder, { recursive: true });
  return places;
}

/** A statement that fails: databases like to repeat the row in their log. */
async function somethingBreaks(): Promise<void> {
  const row = [newId(), employer.id, told.aggressor, tuesdayMorning];
  await expect(
    town.db.owner.query(
      `insert into organisation.person (id, employer_id, given_name, family_name, kind, created_at)
       values ($1, $2, $3, 'x', 'nobody', $4)`,
      row,
    ),
  ).rejects.toThrow(/check constraint/);
}

it('tells what people told to nobody but those who may read it', async () => {
  await henkSubscribes();
  const incidentId = await fatimaReports();
  await vi.waitFor(() => {
    const told = [placeOf('mail', mail.raw.join('\n')), placeOf('text messages', sms.messages)];
    const namedIn = new Set(findLeaks([incidentId], told).map(({ place }) => place));
    expect([...namedIn]).toEqual(['mail', 'text messages']);
    expect(push.messages).not.toEqual([]);
  }, patience);
  await henkFollowsUp(incidentId);
  await somethingBreaks();

  const fatima = await new Visitor(app.web.server).stepInAs('fatima');
  const mine = await fatima.ask(contract.myIncident, { params: { incidentId } });
  expect(JSON.stringify(mine.body)).toContain(told.story);

  // In one go: the others that write beside us make hundreds of megabytes of log to look through.
  const found = findLeaks([incidentId, ...Object.values(told)], await everywhere());
  // The places are really looked at: what may be known is found in them.
  const seenIn = found.filter(({ sentinel }) => sentinel === incidentId).map(({ place }) => place);
  expect(seenIn).toEqual(expect.arrayContaining(['rows of incident.incident', 'mail', 'text messages']));
  expect(
    seenIn.filter((place) => /^[0-9A-F]{24}$/.test(place)),
    'write-ahead log',
  ).not.toEqual([]);
  expect(found.filter(({ sentinel }) => sentinel !== incidentId)).toEqual([]);
}, 300_000);
