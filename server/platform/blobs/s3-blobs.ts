import { setTimeout as pause } from 'node:timers/promises';
import { type BlobStore, wordsIn } from './disk-blobs.ts';
import { type SigningKeys, signedHeaders } from './sign-request.ts';

/** A bucket of S3, or of anything that speaks as S3 does: MinIO, Ceph, the object storage of a Dutch data centre. */
export interface Bucket extends SigningKeys {
  /** `https://s3.example.nl`; the bucket stands in the path, which every kind understands. */
  readonly endpoint: string;
  readonly bucket: string;
}

/** How long one piece of half a megabyte may take. */
const PATIENCE_MS = 30_000;
/** A storage that is being restarted, or that asks for patience, is back by then. */
const PAUSES_MS = [100, 400, 1600];

/**
 * The same store at another place. A PUT is there whole or not at all, and is read by everybody when it is answered: what the disk
 * promises by renaming, S3 promises by itself. Everything that goes out was sealed before.
 */
export function s3Blobs({ endpoint, bucket, ...keys }: Bucket): BlobStore {
  const root = `${endpoint.replace(/\/+$/, '')}/${encodeURIComponent(bucket)}`;

  async function ask(method: string, path: string, body?: Uint8Array): Promise<Response> {
    const url = new URL(`${root}${path}`);
    for (const pauseMs of PAUSES_MS) {
      const answer = await askOnce(method, url, body).catch(unreachable);
      if (answer && !isBusy(answer)) return orThrow(method, answer);
      await answer?.body?.cancel();
      await pause(pauseMs);
    }
    return orThrow(method, await askOnce(method, url, body));
  }

  /** Signed anew each time: a signature is of its moment. */
  function askOnce(method: string, url: URL, body: Uint8Array | undefined): Promise<Response> {
    const headers = signedHeaders(keys, { method, url, at: new Date(), ...(body && { body }) });
    const sent = body && { body: Uint8Array.from(body) };
    return fetch(url, { method, headers, ...sent, signal: AbortSignal.timeout(PATIENCE_MS) });
  }

  /** Everything below a prefix, page by page; with `onlyNext` only the words right below it. */
  async function* below(prefix: string, onlyNext: boolean): AsyncGenerator<string> {
    let next: string | undefined;
    do {
      const query = new URLSearchParams({ 'list-type': '2', prefix });
      if (onlyNext) query.set('delimiter', '/');
      if (next !== undefined) query.set('continuation-token', next);
      const answer = await ask('GET', `?${query}`);
      const xml = await answer.text();
      if (answer.status === 404) throw new Error(`There is no bucket ${bucket}: ${codeIn(xml)}`);
      yield* textsOf(xml, 'Key');
      if (onlyNext) for (const common of textsOf(xml, 'CommonPrefixes')) yield* textsOf(common, 'Prefix');
      [next] = textsOf(xml, 'NextContinuationToken');
    } while (next !== undefined);
  }

  return {
    async put(address, bytes) {
      const answer = await ask('PUT', keyOf(address), bytes);
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`There is no bucket ${bucket}`);
    },
    async get(address) {
      const answer = await ask('GET', keyOf(address));
      const bytes = await answer.arrayBuffer();
      return answer.ok ? Buffer.from(bytes) : undefined;
    },
    async list(address) {
      const prefix = `${wordsIn(address).join('/')}/`;
      const names: string[] = [];
      for await (const key of below(prefix, true)) names.push(key.slice(prefix.length).replace(/\/$/, ''));
      return names;
    },
    async remove(address) {
      const itself = wordsIn(address).join('/');
      const keys = [itself];
      for await (const key of below(`${itself}/`, false)) keys.push(key);
      for (const key of keys) await (await ask('DELETE', keyOf(key))).arrayBuffer();
    },
  };
}

function keyOf(address: string): string {
  return `/${wordsIn(address).join('/')}`;
}

/** No answer at all: tried again, like one that says "later". */
function unreachable(cause: unknown): undefined {
  if (!(cause instanceof TypeError || (cause instanceof DOMException && cause.name === 'TimeoutError'))) throw cause;
}

function isBusy({ status }: Response): boolean {
  return status >= 500 || status === 429;
}

async function orThrow(method: string, answer: Response): Promise<Response> {
  if (answer.ok || answer.status === 404) return answer;
  throw new Error(`The object storage answered ${method} with ${answer.status} ${codeIn(await answer.text())}`);
}

/** What stands between `<tag>` and `</tag>`. Our keys hold nothing that XML writes in another way; a token may. */
function textsOf(xml: string, tag: string): string[] {
  return [...xml.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'gs'))].map(([, text = '']) => plain(text));
}

const written: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function plain(text: string): string {
  return text.includes('<')
    ? text
    : text.replaceAll(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => written[name] ?? '');
}

/** `AccessDenied`, `NoSuchBucket`: the word for it, and nothing else of what was answered. */
function codeIn(xml: string): string {
  return textsOf(xml, 'Code')[0]?.slice(0, 60) ?? '';
}
