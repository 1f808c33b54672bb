import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerUnknown } from './not-found.ts';
import { pagesFrom } from './pages.ts';

let folder: string;
let server: FastifyInstance;

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'pages-'));
  mkdirSync(path.join(folder, 'assets'));
  const files = {
    'index.html': '<!doctype html><title>App</title>',
    'melden.html': '<!doctype html><title>Melden</title>',
    'sw.js': 'self.skipWaiting()',
    'assets/app-1a2b.js': 'console.log(1)',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  writeFileSync(path.join(folder, 'assets/app-1a2b.js.br'), brotliCompressSync('console.log(1)'));
  server = Fastify();
  answerUnknown(server, [], pagesFrom(folder));
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => server.inject({ url, headers });

describe('the pages', () => {
  it.each([
    ['/', 'App'],
    ['/incidenten/123', 'App'],
    ['/melden', 'Melden'],
    ['/melden/wat', 'Melden'],
    ['/hulp', 'Melden'],
    ['/meldingen', 'App'],
  ])('%s is a screen of %s', async (url, title) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain(`<title>${title}</title>`);
    expect(answer.headers['cache-control']).toBe('no-cache');
  });

  it('keeps what has a hash in its name for ever, and asks for the rest each time', async () => {
    expect((await get('/assets/app-1a2b.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await get('/sw.js')).headers['cache-control']).toBe('no-cache');
  });

  it('sends the compressed form to whoever can read it', async () => {
    const packed = await get('/assets/app-1a2b.js', { 'accept-encoding': 'gzip, br' });
    expect(packed.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(packed.rawPayload).toString()).toBe('console.log(1)');
    expect((await get('/assets/app-1a2b.js')).headers['content-encoding']).toBeUndefined();
  });

  it.each([
    '/assets/gone.js',
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/../../package.json',
    '/api/v1/nothing',
  ])('there is nothing at %s', async (url) => {
    expect((await get(url)).statusCode).toBe(404);
  });
});
