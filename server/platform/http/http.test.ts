import { createHash } from 'node:crypto';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { endpoint } from '../../../contract/endpoint.ts';
import type { Problem } from '../../../contract/problem.ts';
import { cast, employer } from '../../../database/demo/cast.ts';
import { foundTown, type Town } from '../../../tests/support/town.ts';
import { Absent, newId, refuse, route, silentLog } from '../index.ts';
import { houseAt } from './asker.ts';
import { answerUnknown } from './not-found.ts';
import { openHttp } from './server.ts';

const greet = endpoint({
  name: 'greet',
  method: 'POST',
  path: '/greetings/{personId}',
  access: 'session',
  summary: 'Greet',
  params: z.strictObject({ personId: z.uuid() }),
  query: z.strictObject({ limit: z.coerce.number().int().min(1).optional() }),
  body: z.strictObject({
    story: z.string().min(1).max(20),
    occurredAt: z.iso.datetime({ offset: true }).optional(),
    kind: z.enum(['warm', 'cold']).optional(),
    victimIds: z.array(z.uuid()).max(2).optional(),
  }),
  answer: z.strictObject({ greetingId: z.uuid() }),
  refusals: ['not-today', 'wrong-code'],
});

const whoAmI = endpoint({
  name: 'whoAmI',
  method: 'GET',
  path: '/who-am-i',
  access: 'session',
  summary: 'Who am I',
  answer: z.strictObject({ personId: z.uuid(), roles: z.array(z.string()) }),
});

const doorbell = endpoint({
  name: 'doorbell',
  method: 'POST',
  path: '/doorbell',
  access: 'public',
  summary: 'Ring',
  body: z.strictObject({ deep: z.unknown().optional() }),
  answer: z.strictObject({}),
});

let town: Town;
let server: FastifyInstance;
const token = 'a-session-token';

beforeAll(async () => {
  town = await foundTown();
  await town.db.owner.query(
    'create table public.greeting (id uuid primary key, story text not null); grant all on public.greeting to rugdekking_app',
  );
  await signIn(token, town.now);
  const routes = [
    route(whoAmI, async ({ session }) => ({ personId: session.personId, roles: session.roles as string[] })),
    route(doorbell, async () => ({})),
    route(greet, async ({ tx, body }) => {
      const greetingId = newId();
      await tx.execute('insert into public.greeting values ($1, $2)', [greetingId, body.story]);
      if (body.story === 'refuse') return refuse('not-today', { facts: { openTasks: 2 } });
      if (body.story === 'remember') return refuse('wrong-code', { keep: true });
      if (body.story === 'absent') throw new Absent();
      if (body.story === 'break') throw new Error(`broke on ${body.story}`);
      return { greetingId };
    }),
  ];
  const sentences = {
    'not-today': { nl: 'Vandaag niet.', en: 'Not today.' },
    'wrong-code': { nl: 'Fout.', en: 'Wrong.' },
  };
  server = openHttp({
    database: town.database,
    now: () => town.now,
    house: houseAt('http://localhost:3000'),
    sentences,
    isDemonstration: false,
    checkAnswers: true,
    routes,
    log: silentLog,
  });
  answerUnknown(server, routes, () => false);
  return () => server.close();
});

async function signIn(sessionToken: string, at: Date, lasting = '8 hours'): Promise<void> {
  await town.db.owner.query(
    `insert into identity.session (id, employer_id, person_id, token_hash, method, device, created_at, last_seen_at, idle_until, expires_at)
     values ($1, $2, $3, $4, 'password', 'test', $5, $5, $5::timestamptz + $6::interval, $5::timestamptz + $6::interval)`,
    [newId(), employer.id, cast.fatima.id, createHash('sha256').update(sessionToken).digest(), at, lasting],
  );
}

const address = `/api/v1/greetings/${cast.henk.id}`;

function ask(options: InjectOptions & { session?: string; key?: string | null } = {}) {
  const { session = token, key = newId(), headers, ...rest } = options;
  return server.inject({
    method: 'POST',
    url: address,
    payload: { story: 'hello' },
    ...rest,
    headers: { cookie: `session=${session}`, ...(key === null ? {} : { 'idempotency-key': key }), ...headers },
  });
}

const stories = async () =>
  (await town.look<{ story: string }>('select story from public.greeting')).map(({ story }) => story);

describe('an answer', () => {
  it('comes from the transaction of whoever holds the session', async () => {
    const answer = await server.inject({ url: '/api/v1/who-am-i', headers: { cookie: `session=${token}` } });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ personId: cast.fatima.id });
  });

  it('is never kept by a browser and never shown in a frame', async () => {
    const { headers } = await ask();
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'api-version': '1.0.0',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    });
  });
});

describe('invalid input', () => {
  it('tells everything that is wrong at once, with the place and a sentence in two languages', async () => {
    const answer = await ask({
      url: `${address}?limit=none&colour=red`,
      payload: { story: '', occurredAt: '2026-02-30T10:00:00Z', kind: 'tepid', victimIds: ['x'], more: 1 },
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    const { errors } = answer.json<Problem>();
    expect(errors?.map(({ in: where, pointer, code }) => `${where} ${pointer} ${code}`).sort()).toEqual([
      'body /kind not-a-choice',
      'body /more unknown-field',
      'body /occurredAt wrong-form',
      'body /story too-small',
      'body /victimIds/0 wrong-form',
      'query /colour unknown-field',
      'query /limit wrong-type',
    ]);
    expect(errors?.find(({ pointer }) => pointer === '/story')).toMatchObject({
      nl: 'Vul het verhaal in.',
      en: 'Fill in the story.',
    });
  });

  it('names a field that is missing', async () => {
    const answer = await ask({ payload: {} });
    expect(answer.json<Problem>().errors).toEqual([
      { in: 'body', pointer: '/story', code: 'missing', nl: 'Vul het verhaal in.', en: 'Fill in the story.' },
    ]);
  });

  it.each([
    ['malformed JSON', '{"story": ', 'malformed-json'],
    ['a body nested a thousand deep', `{"story": ${'['.repeat(1000)}${']'.repeat(1000)}}`, 'malformed-json'],
    ['a NUL character', '{"story": "a\\u0000b"}', 'invalid-input'],
    ['half a character', '{"story": "a\\ud83d"}', 'invalid-input'],
    ['a list instead of fields', '[]', 'invalid-input'],
    ['no body', '', 'invalid-input'],
  ])('is refused with a sentence: %s', async (_what, payload, code) => {
    const answer = await ask({ payload, headers: { 'content-type': 'application/json' } });
    expect(answer.statusCode).toBe(400);
    expect(answer.json<Problem>()).toMatchObject({ code, nl: expect.any(String), en: expect.any(String) });
  });

  it.each([
    ['/api/v1/greetings/not-an-id', 400, 'invalid-input'],
    ['/api/v1/greetings/%E0%A4%A', 400, 'malformed-address'],
    ['/api/v1/greetings/%00', 400, 'invalid-input'],
    ['/api/v1/nothing-here', 404, 'absent'],
    [`${address}/`, 404, 'absent'],
    ['/api/v1/who-am-i', 405, 'wrong-method'],
  ])('is told at the address %s', async (url, status, code) => {
    const answer = await ask({ url });
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([status, code]);
  });

  it('is told when it is no JSON, or too much', async () => {
    const text = await ask({ payload: 'hello', headers: { 'content-type': 'text/plain' } });
    expect([text.statusCode, text.json<Problem>().code]).toEqual([415, 'wrong-content-type']);
    const large = await ask({ payload: { story: 'x'.repeat(70_000) } });
    expect([large.statusCode, large.json<Problem>().code]).toEqual([413, 'too-large']);
  });
});

describe('the rules', () => {
  it('say no with their sentence, and nothing is kept', async () => {
    const answer = await ask({ payload: { story: 'refuse' } });
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({
      code: 'not-today',
      nl: 'Vandaag niet.',
      en: 'Not today.',
      facts: { openTasks: 2 },
    });
    expect(await stories()).not.toContain('refuse');
  });

  it('remember a refusal where that matters', async () => {
    await ask({ payload: { story: 'remember' } });
    expect(await stories()).toContain('remember');
  });

  it('hide what is absent or secret behind the same answer', async () => {
    const answer = await ask({ payload: { story: 'absent' } });
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([404, 'absent']);
  });

  it('answer a surprise with a reference and nothing of what went wrong', async () => {
    const answer = await ask({ payload: { story: 'break' } });
    expect(answer.statusCode).toBe(500);
    expect(answer.json<Problem>().traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(answer.body).not.toContain('broke on');
    expect(await stories()).not.toContain('break');
  });
});

describe('a session', () => {
  it.each([
    ['unknown'],
    [''],
    ['x'.repeat(500)],
  ])('that is none is asked to sign in, before any field is judged: %s', async (session) => {
    const answer = await ask({ session, payload: { nonsense: true } });
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([401, 'session-ended']);
    expect(answer.json<Problem>().errors).toBeUndefined();
  });

  it('that ran out is one no longer', async () => {
    await signIn('short', town.now, '1 second');
    expect((await ask({ session: 'short' })).statusCode).toBe(200);
    town.fastForward({ minutes: 1 });
    expect((await ask({ session: 'short' })).statusCode).toBe(401);
  });
});

describe('a write from another site', () => {
  it.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'https://elsewhere.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{ origin: 'http://localhost:3000' }, 200],
  ])('is turned away: %j gives %i', async (headers, status) => {
    const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
    expect((await ask({ headers: given as Record<string, string> })).statusCode).toBe(status);
  });
});

describe('an idempotency key', () => {
  it('is needed for a write with a session', async () => {
    const answer = await ask({ key: null });
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([400, 'key-missing']);
    expect((await ask({ key: 'not a uuid' })).statusCode).toBe(400);
  });

  it('gives a repeat the same answer, and does the work once', async () => {
    const key = newId();
    const first = await ask({ key, payload: { story: 'only once' } });
    const second = await ask({ key, payload: { story: 'only once' } });
    expect(second.json()).toEqual(first.json());
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect((await stories()).filter((story) => story === 'only once')).toHaveLength(1);
  });

  it('does the work once for repeats that come at the same moment', async () => {
    const key = newId();
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask({ key, payload: { story: 'at once' } })));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect((await stories()).filter((story) => story === 'at once')).toHaveLength(1);
  });

  it('belongs to one request: another body or another address is refused', async () => {
    const key = newId();
    await ask({ key });
    for (const other of [{ payload: { story: 'other' } }, { url: `/api/v1/greetings/${cast.els.id}` }]) {
      const answer = await ask({ key, ...other });
      expect([answer.statusCode, answer.json<Problem>().code]).toEqual([409, 'key-reused']);
    }
  });

  it('leaves it to a rule to say why another request cannot be', async () => {
    const key = newId();
    await ask({ key });
    expect((await ask({ key, payload: { story: 'refuse' } })).json()).toMatchObject({ code: 'not-today' });
  });

  it('is free again after a refusal: nothing was done', async () => {
    const key = newId();
    await ask({ key, payload: { story: 'refuse' } });
    expect((await ask({ key, payload: { story: 'refuse' } })).statusCode).toBe(409);
    expect((await ask({ key, payload: { story: 'now it works' } })).statusCode).toBe(200);
  });
});
