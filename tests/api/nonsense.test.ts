import fc from 'fast-check';
import type { LightMyRequestResponse } from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../contract/index.ts';
import { problem } from '../../contract/problem.ts';
import { type CastKey, cast, employer, locations, teams } from '../../database/demo/cast.ts';
import type { App } from '../../server/app.ts';
import { newId } from '../../server/platform/index.ts';
import { foundTown, type Town } from '../support/town.ts';
import { giveSession, townProgram } from '../support/town-program.ts';
import { type NonsenseRequest, nonsenseAt } from './nonsense.ts';

/** How often each endpoint is asked. All of it takes minutes; `NONSENSE=40` is enough while working on something else. */
const times = Number(process.env.NONSENSE ?? 1_000);
/** The same nonsense each time, so that a change is judged by itself; `NONSENSE_SEED=7` throws other nonsense. */
const seed = Number(process.env.NONSENSE_SEED ?? 987_531);
const AT_ONCE = 8;

const people = {
  reporter: 'fatima',
  manager: 'henk',
  coordinator: 'yusuf',
  administrator: 'bas',
} as const satisfies Record<string, CastKey>;
const repeatedKey = newId();
const elsewhere = { employerId: newId(), personId: newId() };
const ids: string[] = [];
const broken: unknown[] = [];

let town: Town;
let app: App;

beforeAll(async () => {
  console.log(`nonsense: seed ${seed}, ${times} requests at each of ${endpoints.length} endpoints`);
  town = await foundTown();
  await foundElsewhere();
  const error = (facts: unknown) => void broken.push(facts);
  app = await townProgram(town, { log: { info: () => undefined, warn: () => undefined, error } });
  for (const [name, who] of Object.entries(people)) await signIn(name, employer.id, cast[who].id);
  await signIn('elsewhere', elsewhere.employerId, elsewhere.personId);
  await signIn('expired', employer.id, cast.fatima.id, 1);
  ids.push(...knownIds());
  for (const id of await reportSome()) ids.push(id);
});

async function foundElsewhere(): Promise<void> {
  const { employerId, personId } = elsewhere;
  await town.look(
    `insert into organisation.employer (id, name, sector, is_demonstration, created_at) values ($1, 'Elders', 'municipality', false, '2020-01-01')`,
    [employerId],
  );
  await town.look(
    `insert into organisation.person (id, employer_id, given_name, family_name, email, job_title, kind, created_at)
     values ($1, $2, 'Ien', 'Elders', 'ien@elders.example', 'baliemedewerker', 'employee', '2020-01-01')`,
    [personId, employerId],
  );
}

async function signIn(token: string, employerId: string, personId: string, hoursAgo = 0): Promise<void> {
  await giveSession(town, { token, employerId, personId, from: new Date(app.now().getTime() - hoursAgo * 3_600_000) });
}

function knownIds(): string[] {
  const rooms = Object.values(locations).flatMap(({ id, rooms }) => [
    id,
    ...Object.values(rooms).map((room) => room.id),
  ]);
  return [
    ...Object.values(cast).map(({ id }) => id),
    ...Object.values(teams).map(({ id }) => id),
    ...rooms,
    ...Object.values(elsewhere),
  ];
}

/** Dossiers, tasks and drafts to be nonsensical about. */
async function reportSome(): Promise<string[]> {
  const incidentIds = [newId(), newId(), newId()];
  for (const incidentId of incidentIds) {
    const answer = await ask('POST', '/api/v1/incidents', { session: 'reporter', body: report(incidentId) });
    expect(answer.statusCode, answer.body).toBe(200);
  }
  return incidentIds;
}

function report(incidentId: string): object {
  return {
    incidentId,
    kind: 'incident',
    safe: true,
    personGone: true,
    injured: false,
    columns: ['threat'],
    story: 'Hij dreigde.',
    target: 'me',
    victimIds: [],
    witnessIds: [],
    occurredAt: app.now().toISOString(),
    occurredPrecision: 'exact',
    place: { kind: 'location', locationId: locations.stadskantoor.id },
    actions: [],
    needs: [],
  };
}

interface Asking {
  readonly session: string;
  readonly body?: unknown;
  readonly payload?: string | undefined;
  readonly contentType?: string;
  readonly key?: string | undefined;
}

async function ask(method: string, url: string, asking: Asking): Promise<LightMyRequestResponse> {
  const {
    session,
    body,
    payload = body === undefined ? undefined : JSON.stringify(body),
    contentType = 'application/json',
    key = newId(),
  } = asking;
  return app.web.server.inject({
    method: method as 'POST',
    url,
    ...(payload === undefined ? {} : { payload }),
    headers: {
      ...(session === 'none' ? {} : { cookie: `session=${session}` }),
      ...(payload === undefined || contentType === '' ? {} : { 'content-type': contentType }),
      ...(key === '' ? {} : { 'idempotency-key': key }),
    },
  });
}

const keys = { fresh: undefined, repeated: repeatedKey, missing: '', garbage: 'no key at all' } as const;

function send(
  method: string,
  { url, body, contentType, session, key }: NonsenseRequest,
): Promise<LightMyRequestResponse> {
  return ask(method, url, { session, payload: body, contentType, key: keys[key] });
}

/** What every answer has to be, whatever was asked. */
function faultsOf(answer: LightMyRequestResponse): string[] {
  if (answer.statusCode === 503) return ['answered 503'];
  if (answer.statusCode >= 500) return [`broke: ${JSON.stringify(broken.at(-1))}`];
  if (answer.statusCode < 400) return [];
  if (!String(answer.headers['content-type']).startsWith('application/problem+json')) return ['is no problem+json'];
  const parsed = problem.safeParse(answer.json());
  if (!parsed.success) return [`is no problem: ${parsed.error.message}`];
  const sentences = [parsed.data, ...(parsed.data.errors ?? [])].flatMap(({ nl, en }) => [nl, en]);
  return sentences.every((sentence) => sentence.trim() !== '') ? [] : ['has no sentence'];
}

/** Everything in the database that a refused request may not touch; counters of tries and looks are meant to remember. */
const untouchable = ['organisation', 'protocol', 'incident', 'platform'];
const remembers = ['audit_entry', 'audit_batch', 'migration'];

async function fingerprint(): Promise<string> {
  const tables = await town.look<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname = any ($1) and not tablename = any ($2) order by 1`,
    [untouchable, remembers],
  );
  const parts = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) as many, sum(hashtextextended(t::text, 0)::numeric) as sum from ${name} t`,
  );
  return JSON.stringify(await town.look(`${parts.join(' union all ')} order by name`));
}

describe.each(
  endpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const),
)('%s', (_address, endpoint) => {
  it('answers nonsense with a sentence, and leaves nothing behind', { timeout: 600_000 }, async () => {
    const requests = fc.sample(nonsenseAt(endpoint, ids), { seed, numRuns: times });
    let before = await fingerprint();
    for (let at = 0; at < requests.length; at += AT_ONCE * 5) {
      const batch = requests.slice(at, at + AT_ONCE * 5);
      const refusedAll = await throwAt(endpoint.method, batch);
      const after = await fingerprint();
      if (refusedAll) expect(after, 'refused requests changed something').toBe(before);
      before = after;
    }
  });
});

/** Sends them a few at a time; answers whether every single one was refused. */
async function throwAt(method: string, batch: readonly NonsenseRequest[]): Promise<boolean> {
  let refusedAll = true;
  for (let at = 0; at < batch.length; at += AT_ONCE) {
    const few = batch.slice(at, at + AT_ONCE);
    const answers = await Promise.all(few.map((request) => send(method, request)));
    for (const [index, answer] of answers.entries()) {
      const faults = faultsOf(answer);
      expect(
        faults,
        `${answer.statusCode} ${answer.body.slice(0, 600)}\nto ${JSON.stringify(few[index]).slice(0, 1_500)}`,
      ).toEqual([]);
      if (answer.statusCode < 400) refusedAll = false;
    }
  }
  return refusedAll;
}

describe('after all that', () => {
  it('no dossier is half saved', async () => {
    const halves = await town.look(
      `select i.id from incident.incident i
       where (i.state = 'corrected') = exists (select from platform.dossier_key k where k.incident_id = i.id)
          or not exists (select from incident.involved p where p.incident_id = i.id)
          or not exists (select from platform.event e where e.incident_id = i.id and e.name = 'incident-reported')
          or not exists (select from platform.audit_entry a where a.incident_id = i.id)`,
    );
    expect(halves).toEqual([]);
    const orphans = await town.look(
      'select k.incident_id from platform.dossier_key k where not exists (select from incident.incident i where i.id = k.incident_id)',
    );
    expect(orphans).toEqual([]);
  });

  it('nothing broke, and no schema let a value through that the database refused', () => {
    expect(broken).toEqual([]);
  });
});
