import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { EnvironmentProblem } from '../environment.ts';
import { describeFailure, type Log } from '../log.ts';
import type { MailInSettings } from './mail-in-settings.ts';

/** An address that takes mail at this moment. */
export interface Recipient {
  /** Answers after the mail stands in the database, or does not. */
  take(mail: Buffer): Promise<'taken' | 'closed' | 'later'>;
  /** It was larger than we take: to be put on record. */
  refuseTooLarge(): Promise<void>;
}

/** What stands behind the receiver. */
export interface MailDoor {
  recipient(localPart: string): Promise<Recipient | 'closed' | 'too-many'>;
}

export interface MailReceiver {
  listen(): Promise<void>;
  close(): Promise<void>;
}

interface ReceiverNeeds {
  readonly settings: MailInSettings;
  readonly door: MailDoor;
  readonly log: Log;
  /** Only a test waits less long. */
  readonly limits?: Partial<typeof usualLimits>;
}

const usualLimits = {
  mailBytes: 25 * 1024 * 1024,
  connections: 20,
  /** Nothing comes in for so long. */
  idleMs: 60_000,
  /** From the first byte to the last, however slowly they come. */
  connectionMs: 10 * 60_000,
  /** A closed address and one that never was are answered at the same moment. */
  refusalMs: 300,
};

/** Longer lines than this are in no mail; what has no end is kept by nobody. */
const LONGEST_LINE_BYTES = 1024 * 1024;
const CLOSING_MS = 2_000;

/**
 * Takes mail for the addresses behind the door and for nothing else: nobody signs in, nothing is passed on. `250` is said
 * when the mail stands in the database; whoever does not hear it sends the mail again.
 */
export function openMailReceiver({ settings, door, log, limits: given }: ReceiverNeeds): MailReceiver {
  const limits = { ...usualLimits, ...given };
  const { domain, tls } = settings;
  /** By session: one connection, one mail at a time. */
  const recipients = new Map<string, Recipient>();
  const arriving = new Map<string, SMTPServerDataStream>();
  const sockets = new Set<Socket>();
  const underWay = new Set<Promise<unknown>>();

  const answer = (work: Promise<void>, done: (failure?: Error | null) => void) => {
    const answered = work.then(
      () => done(),
      (cause: unknown) => done(cause instanceof Reply ? cause : laterBecause(cause)),
    );
    underWay.add(answered);
    void answered.finally(() => underWay.delete(answered));
  };
  const laterBecause = (cause: unknown) => {
    if (cause instanceof SenderWentAway) return replies.later();
    log.error({ failure: describeFailure(cause) }, 'A mail that came in could not be taken');
    return replies.later();
  };

  async function admit(address: string, session: SMTPServerSession): Promise<void> {
    // One dossier at a time: who sends to more addresses is asked to send the others by themselves, as every mail server can.
    if (session.envelope.rcptTo.length > 0) throw replies.oneAtATime();
    const at = address.lastIndexOf('@');
    const isOurs = address.slice(at + 1).toLowerCase() === domain;
    const isDue = pause(limits.refusalMs);
    const found = isOurs ? await door.recipient(address.slice(0, at).toLowerCase()) : 'closed';
    if (typeof found === 'object') return void recipients.set(session.id, found);
    await isDue;
    throw found === 'closed' ? replies.closed() : replies.tooMany();
  }

  async function take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const recipient = recipients.get(session.id);
    arriving.set(session.id, stream);
    const mail = await wholeOf(stream, limits.mailBytes);
    arriving.delete(session.id);
    if (recipient === undefined) throw replies.closed();
    if (mail === undefined) {
      await recipient.refuseTooLarge();
      throw replies.tooLarge();
    }
    const outcome = await recipient.take(mail);
    if (outcome !== 'taken') throw outcome === 'closed' ? replies.closed() : replies.later();
  }

  const server = new SMTPServer({
    name: domain,
    banner: 'Rugdekking',
    size: limits.mailBytes,
    authOptional: true,
    disabledCommands: tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    ...(tls && { ...tls, minVersion: 'TLSv1.2' }),
    disableReverseLookup: true,
    maxClients: limits.connections,
    socketTimeout: limits.idleMs,
    closeTimeout: CLOSING_MS,
    onRcptTo: ({ address }, session, done) => answer(admit(address, session), done),
    onData: (stream, session, done) => answer(take(stream, session), done),
    onSecure(socket, _session, done) {
      endWithoutLines(socket);
      done();
    },
    onClose: ({ id }) => {
      recipients.delete(id);
      arriving.get(id)?.destroy(new SenderWentAway());
      arriving.delete(id);
    },
  });
  // A line that breaks, a sender that goes away: theirs to try again.
  server.on('error', () => undefined);
  server.server.on('connection', (socket) => {
    endWithoutLines(socket);
    sockets.add(socket);
    const end = setTimeout(() => socket.destroy(), limits.connectionMs);
    socket.once('close', () => {
      clearTimeout(end);
      sockets.delete(socket);
    });
  });

  return {
    listen: () =>
      new Promise((resolve, reject) => {
        const cannot = ({ code }: NodeJS.ErrnoException) =>
          reject(new EnvironmentProblem(`MAIL_IN_PORT: port ${settings.port} cannot be opened (${code}).`));
        server.server.once('error', cannot);
        server.listen(settings.port, settings.host, () => {
          server.server.off('error', cannot);
          resolve();
        });
      }),
    async close() {
      if (server.server.listening) await new Promise<void>((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      for (const stream of arriving.values()) stream.destroy(new SenderWentAway());
      // What is nearly done is finished; what is not is sent again.
      await Promise.race([Promise.allSettled(underWay), pause(CLOSING_MS, undefined, { ref: false })]);
    },
  };
}

/** Undefined when it is larger than that; then nothing of it is kept, and the rest is only listened to. */
async function wholeOf(stream: SMTPServerDataStream, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > most) chunks.length = 0;
    else chunks.push(chunk);
  }
  return bytes > most || stream.sizeExceeded ? undefined : Buffer.concat(chunks);
}

/** Whoever sends on and on without ending a line would fill the memory. */
function endWithoutLines(socket: Socket): void {
  let length = 0;
  socket.on('data', (chunk: Buffer) => {
    const last = chunk.lastIndexOf(0x0a);
    length = last < 0 ? length + chunk.length : chunk.length - last - 1;
    if (length > LONGEST_LINE_BYTES) socket.destroy();
  });
}

/** In the middle of a mail: nothing of it is kept, and they send it again. */
class SenderWentAway extends Error {}

/** What the sender is told; their mail program shows it. In plain letters: not every mail server passes on others. */
class Reply extends Error {
  readonly responseCode: number;
  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

const replies = {
  closed: () =>
    new Reply(
      550,
      'Dit adres werkt niet (meer). Maak in Rugdekking een nieuw adres. / This address does not work (any more). Make a new one in Rugdekking.',
    ),
  oneAtATime: () => new Reply(452, 'Een adres per keer. / One address at a time.'),
  tooMany: () =>
    new Reply(
      452,
      'Er kwamen te veel mails binnen. Probeer het over een uur weer. / Too many mails came in. Try again in an hour.',
    ),
  tooLarge: () =>
    new Reply(
      552,
      'Deze mail is te groot: hoogstens 25 MB. Stuur de mails in delen door. / This mail is too large: 25 MB at most. Forward in parts.',
    ),
  later: () => new Reply(451, 'Dit lukt nu niet. Probeer het later weer. / This does not work now. Try again later.'),
};
