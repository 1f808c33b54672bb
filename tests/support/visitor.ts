import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll } from 'vitest';
import type { z } from 'zod';
import type { Endpoint } from '../../contract/endpoint.ts';
import { stepIn } from '../../contract/identity.ts';
import type { Sentence } from '../../contract/problem.ts';
import { type CastKey, cast } from '../../database/demo/cast.ts';
import { houseAt } from '../../server/platform/http/asker.ts';
import { openHttp } from '../../server/platform/http/server.ts';
import { type Route, silentLog } from '../../server/platform/index.ts';
import type { Town } from './town.ts';

export interface Asked {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** For what takes a piece of a file. */
  readonly bytes?: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answered<Body> {
  readonly status: number;
  readonly body: Body;
  /** Of a refusal or a problem: why. */
  readonly code: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** The API over the town's database, with everything a request passes through except the network. */
export function openDoors(
  town: Pick<Town, 'database' | 'now'>,
  routes: readonly Route[],
  sentences: Readonly<Record<string, Sentence>>,
): { visitor: () => Visitor } {
  const server = openHttp({
    database: town.database,
    now: () => town.now,
    house: houseAt('http://localhost:3000'),
    log: silentLog,
    sentences,
    routes,
    isDemonstration: true,
    checkAnswers: true,
  });
  afterAll(() => server.close());
  return { visitor: () => new Visitor(server) };
}

/** Somebody with a cookie jar: what a browser is to the API. */
export class Visitor {
  readonly #server: FastifyInstance;
  cookie: string | undefined;

  constructor(server: FastifyInstance) {
    this.#server = server;
  }

  async ask<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
    descriptor: Endpoint<P, Q, B, A>,
    { params = {}, query = {}, body, bytes, headers = {} }: Asked = {},
  ): Promise<Answered<z.output<A>>> {
    const path = descriptor.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
    const response = await this.#server.inject({
      method: descriptor.method,
      url: `/api/v1${path}`,
      query: { ...query },
      headers: {
        'content-type': bytes ? 'application/octet-stream' : 'application/json',
        'idempotency-key': randomUUID(),
        'user-agent': 'Mozilla/5.0 (Android 16; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0',
        ...(this.cookie === undefined ? {} : { cookie: this.cookie }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      ...(bytes && { payload: bytes }),
    });
    this.#keepCookie(response.headers['set-cookie']);
    const isJson = /json/.test(String(response.headers['content-type']));
    const answer = isJson ? response.json() : response.rawPayload;
    const code = response.statusCode === 200 || !isJson ? undefined : String(answer.code);
    return { status: response.statusCode, body: answer, code, headers: response.headers };
  }

  async stepInAs(who: CastKey): Promise<this> {
    const { status } = await this.ask(stepIn, { body: { personId: cast[who].id } });
    if (status !== 200) throw new Error(`Nobody could step in as ${who}: ${status}`);
    return this;
  }

  #keepCookie(header: string | string[] | undefined): void {
    const [first] = [header].flat();
    if (first === undefined) return;
    const [pair = ''] = first.split(';');
    this.cookie = pair.endsWith('=') ? undefined : pair;
  }
}
