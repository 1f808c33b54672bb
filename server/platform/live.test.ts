import { createHash } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type CastKey, cast, employer } from '../../database/demo/cast.ts';
import { contextOf, foundTown, type Town } from '../../tests/support/town.ts';
import { giveSession } from '../../tests/support/town-program.ts';
import { houseAt } from './http/asker.ts';
import {
  type LiveChannel,
  newId,
  openDatabase,
  openLive,
  openNotifier,
  type PlatformDatabase,
  silentLog,
} from './index.ts';
import type { LiveMessage } from './tx.ts';

let town: Town;
/** Two processes of the program, before one database. */
let here: Process;
let there: Process;
const streams: Stream[] = [];

interface Process {
  readonly database: PlatformDatabase;
  readonly live: LiveChannel;
  readonly server: FastifyInstance;
  readonly port: number;
  stop(): Promise<void>;
}

beforeAll(async () => {
  town = await foundTown();
  for (const who of ['fatima', 'henk'] as const) await signIn(who);
  here = await startProcess();
  there = await startProcess();
  return async () => {
    await here.stop();
    await there.stop();
  };
});

afterEach(() => {
  for (const stream of streams.splice(0)) stream.close();
});

const signIn = (who: CastKey, token: string = who) =>
  giveSession(town, { token, employerId: employer.id, personId: cast[who].id, from: town.now });

async function startProcess(): Promise<Process> {
  const notifier = openNotifier(town.db.urls.worker, silentLog);
  let live: LiveChannel | undefined;
  const database = openDatabase({
    app: town.db.urls.app,
    worker: town.db.urls.worker,
    functions: { granteesOf: 'organisation.grantees_of', enterSession: 'identity.enter_session' },
    onLive: (told) => live?.tell(told),
  });
  live = openLive({ database, notifier, now: () => town.now, house: houseAt('http://localhost') });
  const server = Fastify({ forceCloseConnections: true });
  live.serve(server);
  await server.listen({ port: 0, host: '127.0.0.1' });
  const channel = live;
  return {
    database,
    live,
    server,
    port: (server.server.address() as AddressInfo).port,
    async stop() {
      channel.stop();
      await server.close();
      await notifier.stop();
      await database.end();
    },
  };
}

interface Stream {
  /** `event data`, as they came. */
  readonly heard: string[];
  lastId(): string | undefined;
  isOpen(): boolean;
  close(): void;
}

async function listen(at: Process, token: string, lastEventId?: string): Promise<Stream> {
  const headers = {
    cookie: `session=${token}`,
    ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
  };
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    http.get({ port: at.port, host: '127.0.0.1', path: '/api/v1/live', headers }, resolve).on('error', reject);
  });
  if (response.statusCode !== 200) throw new Error(String(response.statusCode));
  const heard: string[] = [];
  let last: string | undefined;
  let open = true;
  response.setEncoding('utf8').on('data', (text: string) => {
    for (const block of text.split('\n\n')) {
      const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2)));
      if (fields.id !== undefined) last = fields.id;
      if (fields.event !== undefined && fields.event !== 'ready') heard.push(`${fields.event} ${fields.data}`);
    }
  });
  response.on('close', () => {
    open = false;
  });
  const stream = { heard, lastId: () => last, isOpen: () => open, close: () => void response.destroy() };
  streams.push(stream);
  await expect.poll(() => last !== undefined || lastEventId !== undefined).toBe(true);
  return stream;
}

const publish = (at: Process, message: LiveMessage) =>
  at.database.transact(contextOf('henk', town.now), async (tx) => tx.publish(message));

const changed = (id: string) => `changed {"topic":"incident","id":"${id}"}`;

describe('the live channel', () => {
  it('tells those whom it concerns, in whichever process they listen, and nobody else', async () => {
    const [fatima, henk] = [await listen(here, 'fatima'), await listen(there, 'henk')];
    const [forBoth, forHenk] = [newId(), newId()];
    await publish(here, { topic: 'incident', id: forHenk, personIds: [cast.henk.id] });
    await publish(here, { topic: 'incident', id: forBoth, personIds: [cast.henk.id, cast.fatima.id] });
    await expect.poll(() => henk.heard).toEqual([changed(forHenk), changed(forBoth)]);
    await expect.poll(() => fatima.heard).toEqual([changed(forBoth)]);
  });

  it('says nothing of what was rolled back', async () => {
    const henk = await listen(here, 'henk');
    const rolledBack = here.database.transact(contextOf('henk', town.now), async (tx) => {
      tx.publish({ topic: 'incident', id: newId(), personIds: [cast.henk.id] });
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    const kept = newId();
    await publish(here, { topic: 'incident', id: kept, personIds: [cast.henk.id] });
    await expect.poll(() => henk.heard).toEqual([changed(kept)]);
  });

  it('gives what was missed to whoever comes back', async () => {
    const first = await listen(here, 'henk');
    const seen = newId();
    await publish(here, { topic: 'incident', id: seen, personIds: [cast.henk.id] });
    await expect.poll(() => first.heard).toHaveLength(1);
    first.close();
    const missed = newId();
    await publish(here, { topic: 'incident', id: newId(), personIds: [cast.fatima.id] });
    await publish(here, { topic: 'incident', id: missed, personIds: [cast.henk.id] });
    const again = await listen(here, 'henk', first.lastId());
    await expect.poll(() => again.heard).toEqual([changed(missed)]);
  });

  it('asks whoever comes back elsewhere to look at everything again', async () => {
    const first = await listen(here, 'henk');
    first.close();
    const again = await listen(there, 'henk', first.lastId());
    await expect.poll(() => again.heard).toEqual(['catch-up {}']);
  });

  it('asks everybody to look again when the database was away for a moment', async () => {
    const henk = await listen(here, 'henk');
    await town.look(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'rugdekking-notifier' and datname = current_database()",
    );
    await expect.poll(() => henk.heard).toContain('catch-up {}');
  });

  it('ends with the session, also when that ended in another process', async () => {
    await signIn('henk', 'henk-on-his-phone');
    const henk = await listen(there, 'henk-on-his-phone');
    const other = await listen(there, 'henk');
    await town.look('update identity.session set ended_at = created_at where token_hash = $1', [
      createHash('sha256').update('henk-on-his-phone').digest(),
    ]);
    await publish(here, { topic: 'sessions', id: cast.henk.id, personIds: [cast.henk.id] });
    await expect.poll(() => henk.isOpen()).toBe(false);
    expect(other.isOpen()).toBe(true);
    expect(henk.heard).toEqual(['session-ended {}']);
  });

  it('is not for visitors', async () => {
    await expect(listen(here, 'nobody')).rejects.toThrow();
  });
});
