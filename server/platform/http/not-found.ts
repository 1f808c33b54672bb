import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HttpFailure } from './problem.ts';
import type { Route } from './route.ts';
import { API, isApi, sendProblem } from './server.ts';

/** Sends a page of the web client, or says with `false` that there is none at this address. */
export type SendPage = (request: FastifyRequest, reply: FastifyReply) => boolean;

/** Unknown addresses: a page of the web client, 405 where another method would have worked, else 404. */
export function answerUnknown(server: FastifyInstance, routes: readonly Route[], sendPage: SendPage): void {
  const known = routes.map(({ descriptor }) => ({
    method: descriptor.method,
    pattern: new RegExp(`^${API}${descriptor.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  }));

  server.setNotFoundHandler((request, reply) => {
    if (!isApi(request) && sendPage(request, reply)) return reply;
    const path = request.url.split('?', 1)[0] ?? '';
    const methods = known.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
    if (methods.length === 0) return sendProblem(new HttpFailure('absent'), request, reply);
    reply.header('allow', methods.join(', '));
    return sendProblem(new HttpFailure('wrong-method'), request, reply);
  });
}
