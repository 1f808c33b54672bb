import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SendPage } from './not-found.ts';

/** The lean page in which somebody reports or asks for help; every other address is the application. */
const LEAN_ADDRESS = /^\/(?:melden|hulp)(?:\/|$)/;

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

type Encoding = 'br' | 'gzip' | 'identity';

interface StaticFile {
  readonly type: string;
  readonly cacheControl: string;
  readonly forms: Readonly<Partial<Record<Encoding, Buffer>>>;
}

/**
 * The files of the web client, read once: there are few, and what is not among them cannot be asked for.
 * A name with a hash in it never changes; a page is asked for again each time.
 */
export function pagesFrom(folder: string): SendPage {
  const files = readFiles(folder);
  return (request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const file = fileAt(files, request.url.split('?', 1)[0] ?? '/');
    if (file === undefined) return false;
    send(request, reply, file);
    return true;
  };
}

function fileAt(files: ReadonlyMap<string, StaticFile>, address: string): StaticFile | undefined {
  const exact = files.get(address);
  if (exact !== undefined) return exact;
  // A missing file must be seen as missing; an address without an extension is a screen of the application.
  if (path.extname(address) !== '') return undefined;
  return files.get(LEAN_ADDRESS.test(address) ? '/melden.html' : '/index.html');
}

function send(request: FastifyRequest, reply: FastifyReply, { type, cacheControl, forms }: StaticFile): void {
  const encoding = bestEncoding(String(request.headers['accept-encoding'] ?? ''), forms);
  reply.code(200).type(type).header('cache-control', cacheControl).header('vary', 'accept-encoding');
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  reply.send(forms[encoding]);
}

function bestEncoding(accepted: string, forms: StaticFile['forms']): Encoding {
  if (forms.br !== undefined && /\bbr\b/.test(accepted)) return 'br';
  if (forms.gzip !== undefined && /\bgzip\b/.test(accepted)) return 'gzip';
  return 'identity';
}

function readFiles(folder: string): ReadonlyMap<string, StaticFile> {
  const names = listFiles(folder);
  const known = new Set(names);
  const read = (name: string): Buffer | undefined =>
    known.has(name) ? readFileSync(path.join(folder, name)) : undefined;
  const originals = names.filter((name) => !/\.(?:br|gz)$/.test(name));
  return new Map(originals.map((name) => [`/${name.replaceAll(path.sep, '/')}`, staticFile(name, read)]));
}

function staticFile(name: string, read: (name: string) => Buffer | undefined): StaticFile {
  const forms: Partial<Record<Encoding, Buffer>> = {};
  for (const [encoding, form] of [
    ['identity', read(name)],
    ['br', read(`${name}.br`)],
    ['gzip', read(`${name}.gz`)],
  ] as const) {
    if (form !== undefined) forms[encoding] = form;
  }
  return {
    type: types[path.extname(name)] ?? 'application/octet-stream',
    cacheControl: /^assets[\\/]/.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
    forms,
  };
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}
