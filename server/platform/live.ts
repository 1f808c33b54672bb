import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Now } from './clock.ts';
import type { PlatformDatabase } from './database.ts';
import { SessionEnded } from './failures.ts';
import { askerOf, type House } from './http/asker.ts';
import { API } from './http/server.ts';
import { newId } from './ids.ts';
import type { Notifier } from './notifier.ts';
import type { LiveMessage } from './tx.ts';

export type { LiveMessage };

export interface Told extends LiveMessage {
  readonly employerId: string;
}

interface Listener {
  readonly employerId: string;
  readonly personId: string;
  readonly sessionId: string;
  readonly sessionHash: string;
  readonly reply: FastifyReply;
}

export interface LiveChannel {
  /** After the commit: to the streams here and to the other processes. */
  tell(told: Told): void;
  serve(server: FastifyInstance): void;
  stop(): void;
}

export interface LiveNeeds {
  readonly database: PlatformDatabase;
  readonly notifier: Notifier;
  readonly now: Now;
  readonly house: House;
}

const HEARTBEAT_MS = 15_000;
const SESSION_CHECK_MS = 60_000;
/** Messages kept for those who come back after a moment without network. */
const REMEMBERED = 2_000;

export function openLive(needs: LiveNeeds): LiveChannel {
  const { notifier } = needs;
  const listeners = new Map<string, Set<Listener>>();
  // The numbers of one run of one process. Whoever comes with another name has missed an unknown part.
  const run = newId();
  const memory: { readonly number: number; readonly told: Told }[] = [];
  let last = 0;

  function deliver(told: Told): void {
    if (told.topic === 'sessions') {
      const theirs = (told.personIds ?? []).flatMap((person) => [...(listeners.get(person) ?? [])]);
      return void endThoseWithoutSession(theirs);
    }
    last += 1;
    memory.push({ number: last, told });
    if (memory.length > REMEMBERED) memory.shift();
    const people = told.personIds ?? [...listeners.keys()];
    for (const person of people) for (const listener of listeners.get(person) ?? []) send(listener, last, told);
  }

  function send(listener: Listener, number: number, told: Told): void {
    if (listener.employerId !== told.employerId) return;
    const data = JSON.stringify({ topic: told.topic, id: told.id });
    listener.reply.raw.write(`id: ${run}.${number}\nevent: changed\ndata: ${data}\n\n`);
  }

  /** What was missed since `lastEventId`; when that cannot be told any more: look at everything again. */
  function catchUp(listener: Listener, lastEventId: string | undefined): void {
    const raw = listener.reply.raw;
    if (lastEventId === undefined) return void raw.write(`id: ${run}.${last}\nevent: ready\ndata: {}\n\n`);
    const [from, number] = lastEventId.split('.');
    const since = Number(number);
    if (from === run && since === last) return;
    const oldest = memory[0]?.number ?? last + 1;
    if (from !== run || !Number.isInteger(since) || since > last || since < oldest - 1) {
      return void raw.write(`id: ${run}.${last}\nevent: catch-up\ndata: {}\n\n`);
    }
    for (const kept of memory) {
      if (kept.number > since && isFor(kept.told, listener)) send(listener, kept.number, kept.told);
    }
  }

  function everybody(): Listener[] {
    return [...listeners.values()].flatMap((those) => [...those]);
  }

  function close(listener: Listener): void {
    const those = listeners.get(listener.personId);
    those?.delete(listener);
    if (those?.size === 0) listeners.delete(listener.personId);
    listener.reply.raw.end();
  }

  async function isStillThere({ sessionHash }: Listener): Promise<boolean> {
    const context = { role: 'app', sessionHash, now: needs.now() } as const;
    // Not committed: a page that is merely open must not keep its session alive.
    const look = needs.database.transactWith(context, undefined, async () => ({ commit: false, value: true }));
    return look.catch((cause) => !(cause instanceof SessionEnded));
  }

  async function endThoseWithoutSession(those: readonly Listener[]): Promise<void> {
    for (const listener of those) {
      if (await isStillThere(listener)) continue;
      listener.reply.raw.write('event: session-ended\ndata: {}\n\n');
      close(listener);
    }
  }

  const heartbeat = setInterval(() => {
    for (const listener of everybody()) listener.reply.raw.write(': still here\n\n');
  }, HEARTBEAT_MS);
  const sessionCheck = setInterval(() => void endThoseWithoutSession(everybody()), SESSION_CHECK_MS);

  notifier.hear('live', (message) => {
    deliver(JSON.parse(message) as Told);
  });
  notifier.onGap(() => {
    memory.length = 0;
    last += 1;
    for (const { reply } of everybody()) reply.raw.write(`id: ${run}.${last}\nevent: catch-up\ndata: {}\n\n`);
  });

  return {
    tell(told) {
      deliver(told);
      for (const part of inParts(told)) notifier.tell('live', JSON.stringify(part));
    },
    serve(server) {
      server.get(`${API}/live`, async (request, reply) => {
        const { sessionHash } = askerOf(request, needs.house);
        if (sessionHash === undefined) throw new SessionEnded('No session');
        const context = { role: 'app', sessionHash, now: needs.now() } as const;
        const session = await needs.database.transactWith(context, undefined, async (_tx, found) => {
          if (found === undefined) throw new SessionEnded('No session');
          return { commit: false, value: found };
        });
        const lastEventId = request.headers['last-event-id'];
        reply.hijack();
        for (const [name, value] of Object.entries(reply.getHeaders())) {
          if (value !== undefined) reply.raw.setHeader(name, value);
        }
        reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' });
        reply.raw.write('retry: 2000\n\n');
        const listener: Listener = { ...session, sessionHash, reply };
        listeners.set(session.personId, (listeners.get(session.personId) ?? new Set()).add(listener));
        request.raw.on('close', () => close(listener));
        catchUp(listener, typeof lastEventId === 'string' ? lastEventId : undefined);
      });
    },
    stop() {
      clearInterval(heartbeat);
      clearInterval(sessionCheck);
      for (const listener of everybody()) close(listener);
    },
  };
}

function isFor(told: Told, listener: Listener): boolean {
  return told.employerId === listener.employerId && (told.personIds?.includes(listener.personId) ?? true);
}

/** As many people as fit in one notification. */
const PEOPLE_AT_ONCE = 150;

function inParts(told: Told): Told[] {
  const { personIds } = told;
  if (personIds === undefined || personIds.length <= PEOPLE_AT_ONCE) return [told];
  const count = Math.ceil(personIds.length / PEOPLE_AT_ONCE);
  return Array.from({ length: count }, (_, part) => ({
    ...told,
    personIds: personIds.slice(part * PEOPLE_AT_ONCE, (part + 1) * PEOPLE_AT_ONCE),
  }));
}
