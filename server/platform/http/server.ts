import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { FieldError } from '../../../contract/problem.ts';
import { describeFailure, type Log } from '../log.ts';
import { type Answering, answering } from './answer.ts';
import { traceIdOf } from './asker.ts';
import { type Body, readJson } from './body.ts';
import { asHttpFailure, isSurprise } from './failures-to-problems.ts';
import { type HttpFailure, problemOf } from './problem.ts';
import type { Route } from './route.ts';
import { setSecurityHeaders } from './security-headers.ts';

export const API = '/api/v1';

const DEFAULT_BODY_LIMIT = 64 * 1024;

export interface HttpOptions extends Answering {
  readonly routes: readonly Route[];
  readonly log: Log;
  /** Which proxies may tell where a request came from; none by default. */
  readonly trustProxy?: boolean | string;
}

/** The web server with every endpoint of the API. Static files, the live channel and health are added to it. */
export function openHttp(options: HttpOptions): FastifyInstance {
  const server = Fastify({
    logger: false,
    genReqId: (request) => traceIdOf(request.headers['traceparent']),
    trustProxy: options.trustProxy ?? false,
    bodyLimit: DEFAULT_BODY_LIMIT,
    // At the end: who waits for an answer gets it, who only keeps a connection open does not hold us up.
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: (error, request, reply) => answerFailure(options.log, error, request, reply),
  });
  readJsonAndBytes(server);
  server.addHook('onRequest', (request, reply, done) => {
    setSecurityHeaders(reply, isApi(request), options.house.isSecure);
    // Devices set their clocks by this, so it is the one clock too.
    reply.header('date', options.now().toUTCString());
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    logAnswer(options.log, request, reply);
    done();
  });
  server.setErrorHandler((cause, request, reply) => answerFailure(options.log, cause, request, reply));
  requireSentences(options);
  for (const route of options.routes) register(server, route, options);
  return server;
}

/** Logs, once, what should not have happened: a failure, or a value that the schema let through and the database did not. */
function answerFailure(log: Log, cause: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const failure = asHttpFailure(cause);
  if (isSurprise(failure)) {
    log.error({ traceId: request.id, route: request.routeOptions.url, ...describeFailure(cause) }, failure.code);
  }
  return sendProblem(failure, request, reply);
}

function register(server: FastifyInstance, route: Route, options: HttpOptions): void {
  const { method, path, bodyLimit } = route.descriptor;
  server.route({
    method,
    url: API + path.replaceAll(/\{(\w+)\}/g, ':$1'),
    bodyLimit: bodyLimit ?? DEFAULT_BODY_LIMIT,
    handler: answering(route, options),
  });
}

/** A refusal without its sentence is found when the program starts, not when somebody is refused. */
function requireSentences({ routes, sentences }: HttpOptions): void {
  for (const { descriptor } of routes) {
    for (const code of descriptor.refusals ?? []) {
      if (sentences[code] === undefined)
        throw new Error(`${descriptor.name} may refuse with ${code}, which has no sentence`);
    }
  }
}

function readJsonAndBytes(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, bytes, done) => {
    done(null, { value: undefined, bytes: bytes as Buffer } satisfies Body);
  });
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, bytes, done) => {
    try {
      done(null, bytes.length === 0 ? undefined : readJson(bytes as Buffer));
    } catch (cause) {
      done(cause as Error);
    }
  });
}

export function isApi(request: FastifyRequest): boolean {
  return request.url.startsWith('/api/');
}

export function sendProblem(failure: HttpFailure, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const errors: readonly FieldError[] | undefined = failure.errors;
  const problem = problemOf(failure.code, request.id, errors);
  if (failure.code === 'away') reply.header('retry-after', 1);
  return reply.code(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}

/** The pattern of the address, never the address itself: that may hold an id. */
function logAnswer(log: Log, request: FastifyRequest, reply: FastifyReply): void {
  log.info({
    traceId: request.id,
    method: request.method,
    route: request.routeOptions.url ?? 'unknown',
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime * 10) / 10,
  });
}
