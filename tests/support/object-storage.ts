import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

export interface ObjectStorage {
  readonly endpoint: string;
  readonly objects: Map<string, Buffer>;
  /** Requests that were turned away, with why. */
  readonly refused: string[];
  /** So many of the next requests get no more than 503. */
  outage: number;
}

export const bucketKeys = {
  bucket: 'dossiers',
  region: 'nl-ams',
  accessKeyId: 'wierdam',
  secretAccessKey: 'a secret of the town',
} as const;

/**
 * A storage as S3 is, on this machine, that remembers what it got. It reckons the signature (AWS Signature Version 4) by itself, from the
 * published description, and so says no to whoever signs otherwise.
 */
export async function objectStorage({ pageSize = 2 } = {}): Promise<ObjectStorage> {
  const storage = { endpoint: '', objects: new Map<string, Buffer>(), refused: [] as string[], outage: 0 };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { status, body } = answer(storage, request, Buffer.concat(chunks), pageSize);
    response.writeHead(status, { 'content-type': 'application/xml' }).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  afterAll(() => new Promise((closed) => server.close(closed)));
  storage.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return storage;
}

interface Answer {
  readonly status: number;
  readonly body?: Buffer | string;
}

function answer(storage: ObjectStorage, request: IncomingMessage, body: Buffer, pageSize: number): Answer {
  if (storage.outage > 0) {
    storage.outage -= 1;
    return { status: 503, body: '<Error><Code>SlowDown</Code></Error>' };
  }
  const wrong = whatIsWrong(request, body);
  if (wrong) {
    storage.refused.push(wrong);
    return { status: 403, body: `<Error><Code>${wrong}</Code></Error>` };
  }
  const url = new URL(request.url ?? '/', 'http://storage');
  const [, bucket, ...words] = url.pathname.split('/');
  if (bucket !== bucketKeys.bucket) return { status: 404, body: '<Error><Code>NoSuchBucket</Code></Error>' };
  const key = words.join('/');
  if (request.method === 'GET' && key === '') return listed(storage.objects, url.searchParams, pageSize);
  if (request.method === 'PUT') storage.objects.set(key, body);
  if (request.method === 'DELETE') storage.objects.delete(key);
  if (request.method !== 'GET') return { status: request.method === 'PUT' ? 200 : 204 };
  const found = storage.objects.get(key);
  return found ? { status: 200, body: found } : { status: 404, body: '<Error><Code>NoSuchKey</Code></Error>' };
}

function listed(objects: ReadonlyMap<string, Buffer>, query: URLSearchParams, pageSize: number): Answer {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter');
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix)).sort();
  const rows = new Set(
    keys.map((key) => {
      const end = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
      return end < 0 ? `<Contents><Key>${key}</Key></Contents>` : commonPrefix(key.slice(0, end + 1));
    }),
  );
  const from = Number(query.get('continuation-token')?.replace('page&', '') ?? 0);
  const page = [...rows].slice(from, from + pageSize);
  const more = from + pageSize < rows.size;
  const token = more ? `<NextContinuationToken>page&amp;${from + pageSize}</NextContinuationToken>` : '';
  const own = `<Prefix>${prefix}</Prefix>`;
  return { status: 200, body: `<ListBucketResult>${own}${page.join('')}${token}</ListBucketResult>` };
}

const commonPrefix = (prefix: string) => `<CommonPrefixes><Prefix>${prefix}</Prefix></CommonPrefixes>`;

/** As "Authenticating Requests: Using the Authorization Header" describes it. */
function whatIsWrong({ method = '', url = '', headers }: IncomingMessage, body: Buffer): string | undefined {
  const header = (name: string) => String(headers[name] ?? '');
  const given = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
    header('authorization'),
  );
  if (given === null) return 'MissingSecurityHeader';
  const [, keyId, scope = '', signedHeaders = '', signed = ''] = given;
  if (keyId !== bucketKeys.accessKeyId) return 'InvalidAccessKeyId';
  if (header('x-amz-content-sha256') !== sha256(body)) return 'XAmzContentSHA256Mismatch';
  const [day = ''] = scope.split('/');
  const at = header('x-amz-date');
  if (scope !== `${at.slice(0, 8)}/${bucketKeys.region}/s3/aws4_request` || day !== at.slice(0, 8)) {
    return 'AuthorizationHeaderMalformed';
  }
  if (Math.abs(Date.now() - momentOf(at)) > 15 * 60_000) return 'RequestTimeTooSkewed';
  const address = new URL(url, 'http://storage');
  const query = [...address.searchParams].map(([name, value]) => `${encoded(name)}=${encoded(value)}`).sort();
  const names = signedHeaders.split(';');
  const canonical = [
    method,
    address.pathname,
    query.join('&'),
    ...names.map((name) => `${name}:${header(name).trim().replaceAll(/\s+/g, ' ')}`),
    '',
    signedHeaders,
    header('x-amz-content-sha256'),
  ].join('\n');
  if (!names.includes('host') || !names.includes('x-amz-content-sha256')) return 'SignatureDoesNotMatch';
  const toSign = ['AWS4-HMAC-SHA256', at, scope, sha256(canonical)].join('\n');
  const key = [...scope.split('/')].reduce<string | Buffer>(hmac, `AWS4${bucketKeys.secretAccessKey}`);
  const own = hmac(key, toSign);
  return timingSafeEqual(own, Buffer.from(signed, 'hex')) ? undefined : 'SignatureDoesNotMatch';
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

function momentOf(at: string): number {
  return Date.parse(at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}
