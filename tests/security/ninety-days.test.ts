import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import * as contract from '../../contract/incident.ts';
import { cast, employer } from '../../database/demo/cast.ts';
import { type App, openApp } from '../../server/app.ts';
import { movableClock } from '../../server/platform/clock.ts';
import { readEnvironment } from '../../server/platform/environment.ts';
import { newId, silentLog } from '../../server/platform/index.ts';
import { keysFrom } from '../../server/platform/keys.ts';
import { threatAtTheCounter } from '../support/reports.ts';
import { foundTown, type Town, tuesdayMorning } from '../support/town.ts';
import type { Visitor } from '../support/visitor.ts';
import { doorOpener } from './access/sessions.ts';

/** By what somebody would be known again is gone after ninety days: by the daily job of the program itself, over the real runner. */

let town: Town;
let app: App;
let dataDir: string;
let fatima: Visitor;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'ninety-days-'));
  movableClock(dataDir).setTo(tuesdayMorning);
  town = await foundTown();
  app = await openApp(
    readEnvironment({ DATA_DIR: dataDir, RUGDEKKING_TEST_CLOCK: '1' }, ['--demo=small', '--without-client']),
    { urls: town.db.urls, keys: keysFrom(Buffer.alloc(32, 7)) },
    { listen: false, checkAnswers: true, log: silentLog, variables: {} },
  );
  fatima = await doorOpener(town, app)({ personId: cast.fatima.id, employerId: employer.id });
}, 60_000);

afterAll(async () => {
  await app.close();
  rmSync(dataDir, { recursive: true });
});

it('keeps the fingerprints of a note and of a report ninety days, and not a day longer', async () => {
  await notesAndReports();
  await vi.waitFor(async () => expect(await lookouts()).toHaveLength(2), patience);
  await daysLater(0, 10);
  await vi.waitFor(
    async () => expect(await fingerprints()).toEqual({ ofNotes: 1, ofReports: 1, reports: 1 }),
    patience,
  );

  await daysLater(89);
  await theJobHasRun();
  expect(await fingerprints()).toEqual({ ofNotes: 1, ofReports: 1, reports: 1 });

  await daysLater(91);
  await vi.waitFor(
    async () => expect(await fingerprints()).toEqual({ ofNotes: 0, ofReports: 0, reports: 0 }),
    patience,
  );
}, 60_000);

const patience = { timeout: 20_000, interval: 100 };

async function notesAndReports(): Promise<void> {
  const noteId = newId();
  const note = { noteId, column: 'verbal_aggression', corrected: true, placeKind: 'unknown' } as const;
  const at = app.now();
  expect(await status(fatima.ask(contract.noteSignal, { body: { ...note, occurredAt: at.toISOString() } }))).toBe(200);
  const additions = { params: { noteId }, body: { marks: { initials: 'P.K.' } } };
  expect(await status(fatima.ask(contract.addToNote, additions))).toBe(200);
  town.now = at;
  const report = threatAtTheCounter(town, { aggressor: { knowledge: 'named', text: 'Piet Kuipers' } });
  expect(await status(fatima.ask(contract.reportIncident, { body: report }))).toBe(200);
}

const status = async (asked: Promise<{ status: number }>) => (await asked).status;

/** The clock of the program itself: its jobs look again. */
async function daysLater(days: number, minutes = 0): Promise<void> {
  const at = new Date(tuesdayMorning.getTime() + (days * 24 * 60 + minutes) * 60_000);
  const moved = await app.web.server.inject({
    method: 'POST',
    url: '/test/clock',
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify({ setTo: at.toISOString() }),
  });
  expect(moved.statusCode).toBe(200);
}

/** Each is looked at some minutes later. */
const lookouts = () => town.look(`select from platform.job where kind = 'look-for-pattern'`);

/** It plans its next turn when it has run. */
async function theJobHasRun(): Promise<void> {
  await vi.waitFor(async () => {
    const due = await town.look(`select from platform.job where kind like 'forget-old-marks%' and run_at <= $1`, [
      app.now(),
    ]);
    expect(due).toEqual([]);
  }, patience);
}

async function fingerprints() {
  const [counts] = await town.look<{ ofNotes: number; ofReports: number; reports: number }>(
    `select (select count(*)::int from incident.note_mark) as "ofNotes",
       (select count(*)::int from incident.report_mark) as "ofReports",
       (select count(*)::int from incident.report_signal) as reports`,
  );
  return counts;
}
