import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem, Sentence } from '../../../contract/problem.ts';
import type { Now } from '../clock.ts';
import type { Context } from '../context.ts';
import type { Outcome, PlatformDatabase, Session } from '../database.ts';
import type { Transaction } from '../transaction.ts';
import { AnswerHeaders } from './answer-headers.ts';
import { askerOf, type House, requireOwnSite } from './asker.ts';
import type { Body } from './body.ts';
import { FileAnswer, sendFile } from './file-answer.ts';
import { findKeptAnswer, keepAnswer, type WriteKey, writeKey } from './idempotency.ts';
import { type Parsed, requestParser } from './parse-request.ts';
import { HttpFailure, refusalOf } from './problem.ts';
import { type Asker, type Call, isRefused, type Refused, type Route } from './route.ts';

export interface Answering {
  readonly database: PlatformDatabase;
  readonly now: Now;
  readonly house: House;
  /** The sentences of every module's refusals together. */
  readonly sentences: Readonly<Record<string, Sentence>>;
  readonly isDemonstration: boolean;
  /** In tests: an answer that does not fit its own schema is a failure. */
  readonly checkAnswers: boolean;
}

type Answer = { readonly status: number; readonly body: unknown; readonly headers: Record<string, string> };

/** Made once per route: everything that can be decided beforehand is. */
export function answering(
  route: Route,
  needs: Answering,
): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const { descriptor } = route;
  const parse = requestParser(descriptor);
  const isWrite = descriptor.method !== 'GET';
  const needsKey = isWrite && descriptor.access === 'session' && descriptor.idempotency !== 'none';

  return async (request, reply) => {
    if (descriptor.access === 'demonstration' && !needs.isDemonstration) throw new HttpFailure('absent');
    if (isWrite) requireOwnSite(request, needs.house);
    requireFittingBody(request, descriptor.bytes === 'body');
    const asker = askerOf(request, needs.house);
    const now = needs.now();
    const context = contextOf(route, asker, now);
    const parsed = parse(request);
    const bytes = (request.body as Body | undefined)?.bytes;
    const write = needsKey ? keyOf(request, parsed) : undefined;
    const answer = await needs.database
      .transactWith(context, undefined, (tx, session) => {
        // Only now it is known that the session is one: who has none learns nothing about the fields.
        if (parsed.errors.length > 0) throw new HttpFailure('invalid-input', { errors: parsed.errors });
        return perform(route, needs, { tx, now, parsed, bytes, session, asker, write });
      })
      .then(
        (first) => (first.status === 200 || write === undefined ? first : kept(needs, context, write, first)),
        async (cause: unknown) => {
          const repeated = write === undefined ? undefined : await kept(needs, context, write, undefined);
          if (repeated === undefined) throw cause;
          return repeated;
        },
      );
    if (answer.body instanceof FileAnswer) return sendFile(request, reply, answer.body);
    reply.code(answer.status).headers(answer.headers);
    reply.type(answer.status === 200 ? 'application/json; charset=utf-8' : 'application/problem+json; charset=utf-8');
    await reply.send(JSON.stringify(answer.body));
  };
}

function contextOf(route: Route, asker: Asker, now: Date): Context {
  if (route.descriptor.access !== 'session') return { role: 'app', visitor: true, now, traceId: asker.traceId };
  if (asker.sessionHash === undefined) throw new HttpFailure('session-ended');
  return { role: 'app', sessionHash: asker.sessionHash, now, traceId: asker.traceId };
}

/** A request that is wrong in itself claims no key. */
function keyOf(request: FastifyRequest, parsed: Parsed): WriteKey | undefined {
  if (parsed.errors.length > 0) return undefined;
  const body = request.body as Body | undefined;
  return writeKey(request.headers['idempotency-key'], request.method, request.url, body?.bytes);
}

/** What did not succeed may be a repeat of what did: then that answer is given again. */
async function kept<T extends Answer | undefined>(
  { database }: Answering,
  context: Context,
  write: WriteKey,
  otherwise: T,
): Promise<Answer | T> {
  const found = await database
    .transact(context, (tx) => findKeptAnswer(tx, write))
    .catch((cause: unknown) => {
      // A refusal knows better why this cannot be than that its key was used before.
      if (otherwise !== undefined && cause instanceof HttpFailure && cause.code === 'key-reused') return undefined;
      throw cause;
    });
  if (found === undefined) return otherwise;
  return { status: 200, body: found.answer, headers: { 'idempotency-replayed': 'true' } };
}

const NO_BYTES = Buffer.alloc(0);

/** JSON where JSON is asked, a piece of a file where that is asked; what has no body has no kind either. */
function requireFittingBody(request: FastifyRequest, takesBytes: boolean): void {
  const kind = request.headers['content-type'];
  const isBytes = kind?.startsWith('application/octet-stream') === true;
  if (request.body !== undefined && isBytes !== takesBytes) throw new HttpFailure('wrong-content-type');
}

interface Visit {
  readonly tx: Transaction;
  readonly now: Date;
  readonly parsed: Parsed;
  readonly bytes: Buffer | undefined;
  readonly session: Session | undefined;
  readonly asker: Asker;
  readonly write: WriteKey | undefined;
}

async function perform(route: Route, needs: Answering, visit: Visit): Promise<Outcome<Answer>> {
  const headers = new AnswerHeaders(visit.asker.isSecure);
  const outcome = await route.handle(callOf(visit, headers));
  if (isRefused(outcome)) return refusal(route, needs, visit, outcome, headers);
  const body = outcome ?? {};
  if (needs.checkAnswers && route.descriptor.bytes !== 'answer') checkAnswer(route, body);
  if (visit.write !== undefined) keepAnswer(visit.tx, visit.write, body);
  return { commit: true, value: { status: 200, body, headers: headers.collected } };
}

function callOf(visit: Visit, headers: AnswerHeaders): Call<unknown, unknown, unknown> {
  const { tx, now, parsed, bytes, asker } = visit;
  return {
    tx,
    now,
    params: parsed.params,
    query: parsed.query,
    body: parsed.body,
    bytes: bytes ?? NO_BYTES,
    asker,
    headers,
    get session(): Session {
      if (visit.session === undefined) throw new Error('This endpoint is open to visitors: there is no session');
      return visit.session;
    },
  };
}

function refusal(
  route: Route,
  needs: Answering,
  visit: Visit,
  refused: Refused,
  headers: AnswerHeaders,
): Outcome<Answer> {
  const sentence = needs.sentences[refused.refused];
  if (sentence === undefined)
    throw new Error(`${route.descriptor.name} refused without a sentence: ${refused.refused}`);
  const body: Problem = refusalOf(refused.refused, sentence, visit.asker.traceId, refused.facts);
  return { commit: refused.keep === true, value: { status: 409, body, headers: headers.collected } };
}

function checkAnswer(route: Route, body: unknown): void {
  const result = route.descriptor.answer.safeParse(JSON.parse(JSON.stringify(body)));
  if (result.success) return;
  const wrong = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new Error(`${route.descriptor.name} answered something else than it promises: ${wrong}`);
}
