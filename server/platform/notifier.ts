import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { newId } from './ids.ts';
import { describeFailure, type Log } from './log.ts';

/** Between processes: ids only, and never the only way in which something is found out. */
export type Channel = 'jobs' | 'live' | 'clock';

export interface Notifier {
  /** Tells the other processes: at once when it is quiet, else together with what else is told in those milliseconds. */
  tell(channel: Channel, message: string): void;
  /** Hears the other processes, not itself. */
  hear(channel: Channel, listener: (message: string) => void): void;
  /** The connection was away: messages may have been missed. */
  onGap(listener: () => void): void;
  stop(): Promise<void>;
}

/** A notification is a commit of its own, and those of everybody wait for each other: no more than forty a second. */
const QUIET_MS = 25;
const RETRY_MS = 250;
const NAME = 'rugdekking-notifier';
/** PostgreSQL takes at most 8,000 bytes in one notification. */
const LARGEST = 7_500;

const postgresChannel = (channel: Channel): string => `rugdekking_${channel}`;
const channels: readonly Channel[] = ['jobs', 'live', 'clock'];

/** One connection per process that listens and tells. Comes back by itself when PostgreSQL does. */
export function openNotifier(connectionString: string, log: Log): Notifier {
  const self = newId();
  const listeners = new Map<Channel, ((message: string) => void)[]>();
  const gapListeners: (() => void)[] = [];
  const outbox = new Map<Channel, Set<string>>();
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let sentAt = 0;
  let stopped = false;

  async function connect(): Promise<void> {
    while (!stopped) {
      const candidate = new pg.Client({ connectionString, pipeline: true, keepAlive: true, application_name: NAME });
      try {
        candidate.on('error', () => undefined);
        await candidate.connect();
        candidate.on('notification', ({ channel, payload }) => receive(channel, payload ?? ''));
        await candidate.query(channels.map((channel) => `listen ${postgresChannel(channel)}`).join('; '));
        client = candidate;
        candidate.once('end', () => {
          client = undefined;
          if (!stopped) void connect().then(tellOfGap);
        });
        return;
      } catch (cause) {
        await candidate.end().catch(() => undefined);
        log.warn(describeFailure(cause), 'not listening to the database');
        await pause(RETRY_MS);
      }
    }
  }

  function tellOfGap(): void {
    if (!stopped) for (const listener of gapListeners) listener();
  }

  function receive(postgresName: string, payload: string): void {
    const channel = channels.find((known) => postgresChannel(known) === postgresName);
    const [from, ...messages] = payload.split('\n');
    if (channel === undefined || from === self) return;
    for (const message of messages) for (const listener of listeners.get(channel) ?? []) listener(message);
  }

  function send(): void {
    timer = undefined;
    sentAt = performance.now();
    const payloads = [...outbox].flatMap(([channel, messages]) =>
      packed(self, messages).map((payload) => [postgresChannel(channel), payload] as const),
    );
    outbox.clear();
    if (client === undefined || payloads.length === 0) return;
    client
      .query('select pg_notify(channel, payload) from unnest($1::text[], $2::text[]) as told(channel, payload)', [
        payloads.map(([channel]) => channel),
        payloads.map(([, payload]) => payload),
      ])
      .catch((cause: unknown) => log.warn(describeFailure(cause), 'a notification was lost'));
  }

  void connect();

  return {
    tell(channel, message) {
      const messages = outbox.get(channel) ?? new Set();
      outbox.set(channel, messages.add(message));
      timer ??= setTimeout(send, Math.max(0, QUIET_MS - (performance.now() - sentAt)));
    },
    hear(channel, listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    },
    onGap: (listener) => void gapListeners.push(listener),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      send();
      await client?.end().catch(() => undefined);
    },
  };
}

/** Lines of messages under the name of the sender, as many as fit in one notification. */
function packed(sender: string, messages: Iterable<string>): string[] {
  const payloads: string[] = [];
  let payload = sender;
  for (const message of messages) {
    if (payload.length + message.length > LARGEST) {
      payloads.push(payload);
      payload = sender;
    }
    payload += `\n${message}`;
  }
  return [...payloads, payload];
}
