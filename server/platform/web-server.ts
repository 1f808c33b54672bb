import type { FastifyInstance } from 'fastify';
import type { Endpoint } from '../../contract/endpoint.ts';
import type { MovableClock } from './clock.ts';
import { type HealthNeeds, serveHealth } from './health.ts';
import { answerUnknown } from './http/not-found.ts';
import { pagesFrom } from './http/pages.ts';
import { API, type HttpOptions, openHttp } from './http/server.ts';
import type { LiveChannel } from './live.ts';
import { describeApi } from './openapi.ts';
import { serveTestClock } from './test-clock.ts';

export interface WebServerOptions extends HttpOptions {
  /** Described by the API description, also by a process that serves none of them. */
  readonly endpoints: readonly Endpoint[];
  readonly publicUrl: string;
  readonly health: HealthNeeds;
  readonly live?: LiveChannel | undefined;
  /** Where the built web client lies; absent while developing, and in a process that only works. */
  readonly pages?: string | undefined;
  readonly testClock?: MovableClock | undefined;
}

export interface WebServer {
  /** For tests that need no network, and for modules that serve something beside the API. */
  readonly server: FastifyInstance;
  listen(port: number, host: string): Promise<void>;
  close(): Promise<void>;
}

/** Everything that is asked over http, in one place. */
export function openWebServer(options: WebServerOptions): WebServer {
  const server = openHttp(options);
  const description = JSON.stringify(describeApi(options.endpoints, options.publicUrl));
  server.get(`${API}/openapi.json`, (_request, reply) => {
    reply.type('application/json; charset=utf-8').header('access-control-allow-origin', '*').send(description);
  });
  serveHealth(server, options.health);
  options.live?.serve(server);
  if (options.testClock !== undefined) serveTestClock(server, options.testClock);
  answerUnknown(server, options.routes, options.pages === undefined ? () => false : pagesFrom(options.pages));
  return {
    server,
    listen: async (port, host) => {
      await server.listen({ port, host });
    },
    close: () => server.close(),
  };
}
