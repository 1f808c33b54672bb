import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterAll } from 'vitest';
import { freePort } from '../../server/platform/free-port.ts';

/** A text message as the gateway took it in. */
export interface TextMessage {
  readonly to: string;
  readonly text: string;
  readonly reference: string;
  readonly receiptUrl: string;
}

export interface PushMessage {
  /** Which device: the last part of the address that it subscribed with. */
  readonly device: string;
  readonly ttl: string;
  readonly urgency: string;
  readonly topic: string;
  readonly authorization: string;
  readonly body: string;
}

/** What the outside world answers next; 201 when nothing was said. */
interface Moods {
  /** The next answers about this number or device, first to last. */
  answerNext(who: string, ...statuses: number[]): void;
}

export interface SmsGateway extends Moods {
  readonly url: string;
  readonly token: string;
  readonly messages: readonly TextMessage[];
  /** What a telephone with this number shows. */
  messagesTo(number: string): string[];
}

export interface PushService extends Moods {
  readonly origin: string;
  readonly messages: readonly PushMessage[];
  /** What a browser on a device gives to the server when it subscribes. */
  subscriptionOf(device: string): { endpoint: string; keys: { p256dh: string; auth: string } };
}

const TOKEN = 'token-of-the-gateway';

/** Takes text messages as a real gateway does, and remembers them. */
export async function smsGateway(): Promise<SmsGateway> {
  const messages: TextMessage[] = [];
  const moods = createMoods();
  const url = await listen(async (request, response) => {
    const body = JSON.parse(await textOf(request)) as TextMessage;
    const status = request.headers.authorization === `Bearer ${TOKEN}` ? moods.next(body.to) : 401;
    if (status === 201) messages.push(body);
    response.writeHead(status).end();
  });
  return {
    url,
    token: TOKEN,
    messages,
    messagesTo: (number) => messages.filter(({ to }) => to === number).map(({ text }) => text),
    answerNext: moods.answerNext,
  };
}

/** Takes Web Push messages for devices, and remembers them. */
export async function pushService(): Promise<PushService> {
  const messages: PushMessage[] = [];
  const moods = createMoods();
  const origin = await listen(async (request, response) => {
    const device = request.url?.split('/').at(-1) ?? '';
    const status = moods.next(device);
    const header = (name: string) => String(request.headers[name] ?? '');
    const body = await textOf(request);
    if (status === 201) {
      messages.push({
        device,
        ttl: header('ttl'),
        urgency: header('urgency'),
        topic: header('topic'),
        authorization: header('authorization'),
        body,
      });
    }
    response.writeHead(status).end();
  });
  return {
    origin,
    messages,
    answerNext: moods.answerNext,
    subscriptionOf: (device) => ({
      endpoint: `${origin}/send/${device}`,
      keys: { p256dh: Buffer.alloc(65, 4).toString('base64url'), auth: Buffer.alloc(16, 7).toString('base64url') },
    }),
  };
}

function createMoods(): Moods & { next(who: string): number } {
  const statuses = new Map<string, number[]>();
  return {
    answerNext: (who, ...next) => void statuses.set(who, next),
    next: (who) => statuses.get(who)?.shift() ?? 201,
  };
}

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

async function listen(answer: Answer): Promise<string> {
  const server = createServer((request, response) => void answer(request, response));
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${port}`;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
