import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, expect, it } from 'vitest';
import type { IncidentReport } from '../../contract/incident.ts';
import { type CastKey, cast, locations } from '../../database/demo/cast.ts';
import { startEmbeddedPostgres } from '../../server/platform/embedded-postgres.ts';
import { freePort } from '../../server/platform/free-port.ts';
import { newDataDir, type Program, processesWith, startProgram } from '../support/program.ts';

/** A few by default, so that `npm test` stays quick; KILLS=20 is the long run. */
const KILLS = Number(process.env.KILLS ?? 2);
const WRITERS: readonly CastKey[] = ['fatima', 'daan', 'henk', 'marijke', 'yusuf', 'priya', 'joke', 'tom'];

/** Far longer than it takes: what is measured here is that nothing gets lost, not how fast a busy machine is. */
const RECOVERY = 180_000;

const dataDir = newDataDir();
afterAll(() => {
  for (const pid of processesWith(dataDir)) process.kill(pid, 'SIGKILL');
  fs.rmSync(dataDir, { recursive: true, force: true });
});

it.runIf(process.platform === 'linux')(
  `keeps every answered report, and does every step once, over ${KILLS} kills of the program and of PostgreSQL`,
  async () => {
    const port = await freePort();
    const start = (): Promise<Program> => startProgram({ port, dataDir, args: ['--demo=small', '--without-client'] });
    let program = await start();
    const writers = WRITERS.map((who) => new Writer(program.url, who));
    for (const writer of writers) await writer.signIn();
    const work = writers.map((writer) => writer.work());

    for (let kill = 0; kill < KILLS; kill++) {
      await untilWorking(writers);
      await program.kill();
      program = await start();
      await untilWorking(writers);
      process.kill(postgresPid(), 'SIGKILL');
    }
    await untilWorking(writers);
    for (const writer of writers) writer.stop();
    await Promise.all(work);

    const answered = writers.flatMap((writer) => writer.answered);
    expect(writers.flatMap((writer) => writer.surprises)).toEqual([]);
    console.log(`${answered.length} reports were answered over ${KILLS} kills of each.`);
    await everythingDueIsDone(program.url);
    await assertOnceEach(
      answered,
      writers.flatMap((writer) => writer.tried),
    );
    await program.stop();
  },
  600_000 + KILLS * 60_000,
);

/** Until as many reports were answered as there are writers, and then some: the kill comes at any moment of the work. */
async function untilWorking(writers: readonly Writer[]): Promise<void> {
  const count = (): number => writers.reduce((sum, writer) => sum + writer.answered.length, 0);
  const before = count();
  await expect.poll(count, { timeout: RECOVERY, interval: 25 }).toBeGreaterThan(before + WRITERS.length);
  await pause(Math.random() * 500);
}

/** Reports one incident after the other, as a browser would: the same report again until it is answered. */
class Writer {
  readonly answered: string[] = [];
  readonly tried: string[] = [];
  /** Answers that a kill does not explain. */
  readonly surprises: string[] = [];
  readonly #url: string;
  readonly #who: CastKey;
  #cookie = '';
  #working = true;

  constructor(url: string, who: CastKey) {
    this.#url = url;
    this.#who = who;
  }

  async signIn(): Promise<void> {
    const answer = await this.#post('/demonstration/step-in', randomUUID(), { personId: cast[this.#who].id });
    if (!answer.ok) throw new Error(`${this.#who} could not step in: ${answer.status} ${await answer.text()}`);
    this.#cookie = answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
  }

  async work(): Promise<void> {
    while (this.#working) {
      const report = threat();
      this.tried.push(report.incidentId);
      await this.#sendUntilAnswered(report);
    }
  }

  stop(): void {
    this.#working = false;
  }

  async #sendUntilAnswered(report: IncidentReport): Promise<void> {
    const key = randomUUID();
    const deadline = Date.now() + RECOVERY;
    while (Date.now() < deadline) {
      const answer = await this.#post('/incidents', key, report).catch(() => undefined);
      // 503 says that the database is away; no answer at all, that the program is.
      if (answer === undefined || answer.status === 503) {
        await pause(50);
        continue;
      }
      if (answer.ok) this.answered.push(report.incidentId);
      else this.surprises.push(`${answer.status} ${await answer.text()}`);
      return;
    }
    this.surprises.push(`${report.incidentId} was never answered`);
  }

  #post(place: string, key: string, body: unknown): Promise<Response> {
    return fetch(`${this.#url}/api/v1${place}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key, cookie: this.#cookie, origin: this.#url },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
  }
}

function threat(): IncidentReport {
  const { stadskantoor } = locations;
  return {
    incidentId: randomUUID(),
    kind: 'incident',
    safe: true,
    personGone: true,
    injured: false,
    columns: ['threat'],
    story: 'Hij zei dat hij mij wel zou vinden.',
    target: 'me',
    victimIds: [],
    witnessIds: [],
    occurredAt: new Date(Date.now() - 60_000).toISOString(),
    occurredPrecision: 'exact',
    place: { kind: 'location', locationId: stadskantoor.id, roomId: stadskantoor.rooms.balie3.id },
    actions: ['talk_ended'],
    needs: ['call_me'],
    route: 'manager',
  };
}

function postgresPid(): number {
  const file = path.join(dataDir, 'postgres/cluster/postmaster.pid');
  return Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
}

async function everythingDueIsDone(url: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
        return answer?.ok
          ? ((await answer.json()) as { oldestDueJobSeconds: number | null }).oldestDueJobSeconds
          : 'not ready';
      },
      { timeout: 120_000, interval: 250 },
    )
    .toBe(null);
}

async function assertOnceEach(answered: readonly string[], tried: readonly string[]): Promise<void> {
  const server = await startEmbeddedPostgres({ dataDir });
  const client = new pg.Client({ connectionString: server.url('rugdekking') });
  await client.connect();
  const count = async (sql: string): Promise<Map<string, number>> => {
    const { rows } = await client.query<{ id: string; times: number }>(sql, [tried]);
    return new Map(rows.map(({ id, times }) => [id, times]));
  };
  const once = new Map(answered.map((id) => [id, 1]));
  const facts = {
    incidents: 'select id, count(*)::int as times from incident.incident where id = any($1) group by 1',
    events: `select incident_id as id, count(*)::int as times from platform.event
             where incident_id = any($1) and name = 'incident-reported' group by 1`,
    'audit entries': `select incident_id as id, count(*)::int as times from platform.audit_entry
                      where incident_id = any($1) and action = 'incident-reported' group by 1`,
    'chains started':
      'select incident_id as id, count(*)::int as times from incident.chain where incident_id = any($1) group by 1',
    'first calls': `select incident_id as id, count(*)::int as times from incident.chain_call
                    where incident_id = any($1) and round = 1 and step = 1 group by 1`,
  };
  try {
    // The last report of a writer may have been stored without its answer arriving: that one may be there, once.
    for (const [what, sql] of Object.entries(facts)) {
      const found = await count(sql);
      expect({ what, twice: [...found].filter(([, times]) => times > 1) }).toEqual({ what, twice: [] });
      expect({ what, missing: [...once.keys()].filter((id) => !found.has(id)) }).toEqual({ what, missing: [] });
    }
  } finally {
    await client.end();
    await server.release();
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
