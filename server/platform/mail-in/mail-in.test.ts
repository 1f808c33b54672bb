import { createRequire } from 'node:module';
import { createConnection } from 'node:net';
import { createTransport } from 'nodemailer';
import { afterEach, describe, expect, it } from 'vitest';
import { EnvironmentProblem } from '../environment.ts';
import { freePort } from '../free-port.ts';
import { silentLog } from '../log.ts';
import { readMailInSettings } from './mail-in-settings.ts';
import { type MailDoor, type MailReceiver, openMailReceiver } from './mail-receiver.ts';

describe('the settings', () => {
  const read = (variables: Record<string, string>) => readMailInSettings(variables, 'localhost');

  it('are absent until somebody sets them', () => {
    expect(read({})).toBeUndefined();
  });

  it('name a port and a domain, and listen where the program listens', () => {
    expect(read({ MAIL_IN_PORT: '2525', MAIL_IN_DOMAIN: 'Post.Wierdam.example' })).toEqual({
      port: 2525,
      host: 'localhost',
      domain: 'post.wierdam.example',
      tls: undefined,
    });
  });

  it.each([
    { MAIL_IN_PORT: '2525' },
    { MAIL_IN_DOMAIN: 'post.wierdam.example' },
    { MAIL_IN_PORT: '70000', MAIL_IN_DOMAIN: 'post.wierdam.example' },
    { MAIL_IN_PORT: '2525', MAIL_IN_DOMAIN: 'iemand@wierdam' },
    { MAIL_IN_PORT: '2525', MAIL_IN_DOMAIN: 'post.wierdam.example', MAIL_IN_CERT: 'alleen.pem' },
    { MAIL_IN_PORT: '2525', MAIL_IN_DOMAIN: 'post.wierdam.example', MAIL_IN_CERT: 'geen.pem', MAIL_IN_KEY: 'geen.key' },
  ])('stop the start when they are half or wrong: %o', (variables) => {
    expect(() => read(variables)).toThrow(EnvironmentProblem);
  });
});

describe('the receiver', () => {
  const open: MailReceiver[] = [];
  afterEach(async () => {
    for (const receiver of open.splice(0)) await receiver.close();
  });

  const mail = { from: 'a@b.example', to: 'geheim@post.wierdam.example', text: 'Hallo' };
  const taking = (take: (mail: Buffer) => Promise<'taken' | 'closed' | 'later'>): MailDoor => ({
    recipient: async () => ({ take, refuseTooLarge: async () => {} }),
  });

  async function listens(door: MailDoor, more: Partial<Parameters<typeof openMailReceiver>[0]> = {}) {
    const port = await freePort();
    const settings = { port, host: '127.0.0.1', domain: 'post.wierdam.example', tls: undefined, ...more.settings };
    const receiver = openMailReceiver({
      door,
      log: silentLog,
      limits: more.limits ?? {},
      settings: { ...settings, port },
    });
    open.push(receiver);
    await receiver.listen();
    return { port, receiver };
  }

  it('seals the line where there is a certificate', async () => {
    // Of the library itself, and good for nothing but this.
    const ownCertificate: unknown = createRequire(import.meta.url)('smtp-server/lib/tls-options.js');
    const { cert, key } = (ownCertificate as (options: object) => { cert: string; key: string })({});
    const settings = {
      port: 0,
      host: '127.0.0.1',
      domain: 'post.wierdam.example',
      tls: { cert: Buffer.from(cert), key: Buffer.from(key) },
    };
    const { port } = await listens(
      taking(async () => 'taken'),
      { settings },
    );
    const transport = createTransport({
      host: '127.0.0.1',
      port,
      requireTLS: true,
      tls: { rejectUnauthorized: false },
    });
    expect((await transport.sendMail(mail)).response).toMatch(/^250 /);
  });

  it.each([
    ['taken', 250],
    ['closed', 550],
    ['later', 451],
  ] as const)('says what became of it: %s', async (outcome, code) => {
    const { port } = await listens(taking(async () => outcome));
    const said = createTransport({ host: '127.0.0.1', port }).sendMail(mail);
    const answer = await said.then(
      ({ response }) => Number(response.slice(0, 3)),
      (failure: { responseCode: number }) => failure.responseCode,
    );
    expect(answer).toBe(code);
  });

  it('says to come back when something breaks', async () => {
    const { port } = await listens({ recipient: () => Promise.reject(new Error('away')) });
    await expect(createTransport({ host: '127.0.0.1', port }).sendMail(mail)).rejects.toMatchObject({
      responseCode: 451,
    });
  });

  it('answers every refusal at the same moment, however soon it is known', async () => {
    const { port } = await listens({ recipient: async () => 'closed' }, { limits: { refusalMs: 150 } });
    const since = performance.now();
    await expect(createTransport({ host: '127.0.0.1', port }).sendMail(mail)).rejects.toMatchObject({
      responseCode: 550,
    });
    expect(performance.now() - since).toBeGreaterThan(145);
  });

  it('waits for nobody for ever: neither who says nothing, nor who sends one line without an end', async () => {
    const { port } = await listens(
      taking(async () => 'taken'),
      { limits: { connectionMs: 300 } },
    );
    await closes(port, '');
    const { port: other } = await listens(taking(async () => 'taken'));
    await closes(other, 'x'.repeat(3 * 1024 * 1024));
  });

  it('stops in the middle of a mail', async () => {
    const { port, receiver } = await listens(taking(async () => 'taken'));
    const socket = createConnection(port, '127.0.0.1').on('error', () => undefined);
    const gone = new Promise((resolve) => socket.once('close', resolve));
    const commands = [
      'EHLO x',
      'MAIL FROM:<a@b.example>',
      'RCPT TO:<geheim@post.wierdam.example>',
      'DATA',
      'Subject: half',
    ];
    socket.once('data', () => socket.write(`${commands.join('\r\n')}\r\n`));
    await new Promise<void>((resolve) => {
      socket.on('data', (said: Buffer) => said.includes('354 ') && resolve());
    });
    await receiver.close();
    await gone;
  });

  /** Resolves when the other side ends it. */
  function closes(port: number, words: string): Promise<void> {
    const socket = createConnection(port, '127.0.0.1');
    socket.on('error', () => undefined).on('data', () => undefined);
    // Whoever speaks before the greeting is sent away for that.
    socket.once('data', () => socket.write(words));
    return new Promise((resolve) => socket.once('close', () => resolve()));
  }
});
