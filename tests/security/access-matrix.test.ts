import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type CastKey, cast, employer } from '../../database/demo/cast.ts';
import { type App, openApp } from '../../server/app.ts';
import { movableClock } from '../../server/platform/clock.ts';
import { readEnvironment } from '../../server/platform/environment.ts';
import { newId, silentLog, type Tx } from '../../server/platform/index.ts';
import { keysFrom } from '../../server/platform/keys.ts';
import { en as english } from '../../web/incident/log/text.en.ts';
import { nl as dutch } from '../../web/incident/log/text.nl.ts';
import { foundTown, type Town, tuesdayMorning } from '../support/town.ts';
import type { Visitor } from '../support/visitor.ts';
import { patience } from './access/asking.ts';
import type { Deed } from './access/deeds/deed.ts';
import { deeds } from './access/deeds.ts';
import { type Mark, marksIn } from './access/marks.ts';
import { questions } from './access/questions.ts';
import { has, type Reader, readers } from './access/readers.ts';
import { allRows, type Row, tablesSeen } from './access/rows-seen.ts';
import { type DoorOpener, doorOpener } from './access/sessions.ts';
import { receivesMail, type StagedDossier, stageDossier } from './access/staged-dossier.ts';
import type { Statement } from './access/statements/statement.ts';
import { statements } from './access/statements.ts';
import { addStrangers } from './access/strangers.ts';
import { told } from './access/told.ts';

/**
 * Who may see and do what, as a matrix: the rows are people, the columns the parts of a dossier, the lists and the deeds.
 * What is expected is told once, per person (readers), per table (rows-seen), per address (questions, deeds) and per write
 * (statements); every cell is asked of the real API and of the real database.
 */

const all = Object.entries(readers);
const subjects = new Map<string, readonly string[]>();
const tables = tablesSeen(({ personId }) => subjects.get(personId) ?? []);
let cells = 0;

let town: Town;
let app: App;
let dataDir: string;
let dossier: StagedDossier;
let rows: Readonly<Record<string, readonly Row[]>>;
let marks: readonly Mark[];
let doorOf: DoorOpener;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'access-'));
  movableClock(dataDir).setTo(tuesdayMorning);
  town = await foundTown();
  app = await openApp(
    readEnvironment({ DATA_DIR: dataDir, RUGDEKKING_TEST_CLOCK: '1' }, ['--demo=small', '--without-client']),
    { urls: town.db.urls, keys: keysFrom(Buffer.alloc(32, 7)) },
    { listen: false, checkAnswers: true, log: silentLog, variables: receivesMail },
  );
  await addStrangers(town, app.now());
  doorOf = doorOpener(town, app);
  dossier = await stageDossier(town, visitorOf, app.now);
  await nothingIsDue();
  for (const [, { personId }] of all) subjects.set(personId, await subjectsOf(personId));
  rows = await allRows(town, tables, dossier.incidentId, employer.id);
  marks = marksIn(rows);
}, 120_000);

afterAll(async () => {
  await app.close();
  rmSync(dataDir, { recursive: true });
  console.info(`Access matrix: ${cells} cells checked for ${all.length} people.`);
});

describe.each(all)('%s', (_name, reader) => {
  it('finds in every answer what they may see, and nothing else', async () => {
    const visitor = await doorOf(reader);
    const found = new Set<Mark>();
    for (const { name, endpoint, asked, status, shows } of questions) {
      const answer = await visitor.ask(endpoint, asked(dossier));
      const body = JSON.stringify(answer.body);
      check({ name, status: answer.status }, { name, status: reader.isGone ? 401 : status(reader) });
      if (shows !== undefined) check([name, body.includes(dossier.number)], [name, shows(reader)]);
      for (const mark of marks) {
        if (body.includes(mark.text)) found.add(mark);
        const leaks = body.includes(mark.text) && !maySee(reader, mark);
        check({ in: name, leaks: leaks ? `${mark.name}: ${mark.text}` : null }, { in: name, leaks: null });
      }
    }
    for (const mark of marks.filter(({ isTold }) => isTold)) {
      check([mark.name, found.has(mark)], [mark.name, !reader.isGone && maySee(reader, mark)]);
    }
  });

  it('finds in every table the rows they may see, and no others', async () => {
    for (const [table, { key, seenBy }] of Object.entries(tables)) {
      const known = rows[table] ?? [];
      const seen = await inDatabase(reader, (tx) =>
        tx.rows<{ key: string }>(`select (${key})::text as key from ${table}`),
      );
      const keys = new Set(seen.map((row) => row.key));
      const wrong = known.filter((row) => keys.has(row.key) !== seenBy(reader, row));
      cells += known.length - 1;
      check({ table, wrong }, { table, wrong: [] });
    }
  });

  it('cannot write past the program what is not theirs to write', async () => {
    const before = await digest(dossier);
    for (const statement of statements) {
      const { name, may } = statement;
      check([name, await attempt(reader, statement)], [name, may(reader) ? 'done' : 'refused']);
    }
    expect(await digest(dossier)).toBe(before);
  });
});

it('tells those who may see it, and nobody else, that a dossier changed', async () => {
  const [{ told: those } = { told: [] }] = await inDatabase(readers['the manager'] as Reader, (tx) =>
    tx.rows<{ told: string[] }>('select incident.who_see($1, $2) as told', [dossier.incidentId, app.now()]),
  );
  for (const [name, reader] of all) check([name, those.includes(reader.personId)], [name, has(reader, 'header')]);
});

// One test, and a dossier of its own: a deed changes what the next one finds.
it('lets each deed on a dossier be done by those who may, and by nobody else', async () => {
  const acted = await stageDossier(town, visitorOf, app.now);
  await nothingIsDue();
  const before = await digest(acted);
  for (const [name, reader] of all) await isRefusedWhatIsNotTheirs(name, reader, acted);
  expect(await digest(acted)).toBe(before);
  await isDoneByThoseWhoMay(acted);
  await leavesNothingToRead(acted);
}, 300_000);

// After everything that anybody may do was done.
it('has words in the log for whatever was put on the record of a dossier', async () => {
  const put = await town.look<{ action: string }>(
    'select distinct action from platform.audit_entry where incident_id is not null',
  );
  const withoutWords = put.filter(({ action }) => !(action in dutch.actions) || !(action in english.actions));
  check(withoutWords, []);
});

/** What follows by itself has been done: whatever changes from now on, somebody changed. */
async function nothingIsDue(): Promise<void> {
  await vi.waitFor(async () => {
    const due = await town.look('select kind from platform.job where run_at <= $1 and dead_at is null', [app.now()]);
    expect(due).toEqual([]);
  }, patience);
}

/** To whom it is secret, it is as if it were not there: the two answers are the same to the byte. */
async function isRefusedWhatIsNotTheirs(name: string, reader: Reader, acted: StagedDossier): Promise<void> {
  const nothing = { ...acted, incidentId: newId(), taskId: newId() };
  for (const deed of deeds.filter(({ outcome }) => outcome(reader) !== 'may')) {
    const refused = await tryDeed(reader, deed, acted);
    check([name, deed.name, refused.outcome], [name, deed.name, reader.isGone ? 401 : deed.outcome(reader)]);
    if (refused.outcome !== 404) continue;
    const absent = await tryDeed(reader, deed, nothing);
    check([name, deed.name, refused.body], [name, deed.name, absent.body]);
  }
}

/** Done, or refused for what the dossier is by then: taken up already, closed already. */
async function isDoneByThoseWhoMay(acted: StagedDossier): Promise<void> {
  for (const deed of deeds) {
    for (const [name, reader] of all.filter(([, candidate]) => deed.outcome(candidate) === 'may')) {
      const { status } = await tryDeed(reader, deed, acted);
      check([name, deed.name, status === 200 || status === 409], [name, deed.name, true]);
    }
  }
}

/** The last deed was the correction: nobody reads any text of it now. */
async function leavesNothingToRead(corrected: StagedDossier): Promise<void> {
  for (const [name, reader] of all) {
    const visitor = await doorOf(reader);
    for (const question of questions.filter(({ ofDossier }) => ofDossier)) {
      const body = JSON.stringify((await visitor.ask(question.endpoint, question.asked(corrected))).body);
      const left = Object.values(told).filter((text) => body.includes(text));
      check([name, question.name, left], [name, question.name, []]);
    }
  }
}

function visitorOf(who: CastKey): Promise<Visitor> {
  return doorOf({ personId: cast[who].id, employerId: employer.id });
}

function check(actual: unknown, expected: unknown): void {
  cells += 1;
  expect(actual).toEqual(expected);
}

function maySee(reader: Reader, { table, row }: Mark): boolean {
  if (reader.isGone) return false;
  if (table === 'incident.incident' && reader.hasFinishedTask) return true;
  return tables[table]?.seenBy(reader, row) ?? false;
}

async function tryDeed(reader: Reader, { endpoint, asked, outcome }: Deed, on: StagedDossier) {
  const { status, code, body } = await (await doorOf(reader)).ask(endpoint, asked(on, app.now()));
  const expected = outcome(reader);
  const isRefusal = status === 409 && typeof expected === 'object';
  // The trace id is of the request, whatever is asked.
  const { traceId: _, reference: __, instance: ___, ...rest } = body as Record<string, unknown>;
  return { status, outcome: isRefusal ? { refused: code } : status, body: rest };
}

async function subjectsOf(personId: string): Promise<readonly string[]> {
  const [found] = await town.look<{ subjects: string[] }>('select organisation.grantees_of($1, $2) as subjects', [
    personId,
    app.now(),
  ]);
  return found?.subjects ?? [];
}

function inDatabase<T>({ employerId, personId }: Reader, work: (tx: Tx) => Promise<T>): Promise<T> {
  return town.database.transact({ role: 'app', employerId, personId, now: app.now() }, work);
}

class TakenBack extends Error {}

/** Whether it changed anything; what it changed is taken back. */
async function attempt(reader: Reader, { sql, more }: Statement): Promise<'done' | 'refused'> {
  let changed = 0;
  const given = [
    reader.employerId,
    reader.personId,
    dossier.incidentId,
    newId(),
    app.now(),
    ...(more?.(dossier) ?? []),
  ];
  const used = given.map((value, i) => ({ value, at: `$${i + 1}` })).filter(({ at }) => sql.includes(at));
  const renumbered = used.reduce((text, { at }, i) => text.replaceAll(at, `$${i + 1}`), sql);
  try {
    await inDatabase(reader, async (tx) => {
      changed = await tx.execute(
        renumbered,
        used.map(({ value }) => value),
      );
      throw new TakenBack();
    });
  } catch (cause) {
    if (cause instanceof TakenBack) return changed > 0 ? 'done' : 'refused';
    const { code } = cause as { code?: string };
    // Insufficient privilege, and a check that nobody gets past. Anything else is a mistake in the statement.
    if (code === '42501' || code === '23514') return 'refused';
    throw cause;
  }
  throw new Error('It was not taken back');
}

/** Everything of the dossier as it stands. */
async function digest({ incidentId }: StagedDossier): Promise<string> {
  const [{ digest: found } = { digest: '' }] = await town.look<{ digest: string }>(
    `select md5(string_agg(t.row, ',' order by t.row)) as digest from (
       ${Object.entries(tables)
         .filter(([name, { of }]) => of === 'incident' && name !== 'platform.audit_entry')
         .map(([name]) => `select '${name}' || t::text as row from ${name} t where t.incident_id = $1`)
         .join(' union all ')}
       union all select i::text from incident.incident i where i.id = $1) t`,
    [incidentId],
  );
  return found;
}
