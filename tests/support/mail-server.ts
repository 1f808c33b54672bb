import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll } from 'vitest';
import { freePort } from '../../server/platform/free-port.ts';

export interface MailServer {
  readonly url: string;
  readonly mails: readonly ParsedMail[];
  /** Every byte of every mail, as it came in. */
  readonly raw: readonly string[];
  mailsTo(address: string): ParsedMail[];
  /** The next mail to this address is refused with this code: 550 for ever, 450 for now. */
  refuseNext(address: string, code: number): void;
}

/** A real SMTP server that remembers what it got. */
export async function mailServer(): Promise<MailServer> {
  const mails: ParsedMail[] = [];
  const raw: string[] = [];
  const refusals = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const code = refusals.get(address);
      refusals.delete(address);
      if (code === undefined) return done();
      done(Object.assign(new Error(`No such address: ${address}`), { responseCode: code }));
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const bytes = Buffer.concat(chunks);
        raw.push(bytes.toString('latin1'));
        mails.push(await simpleParser(bytes));
        done();
      });
    },
  });
  server.on('error', () => undefined);
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    raw,
    mailsTo: (address) => mails.filter(({ to }) => [to].flat().some((list) => list?.text === address)),
    refuseNext: (address, code) => void refusals.set(address, code),
  };
}
