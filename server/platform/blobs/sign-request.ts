import { createHash, createHmac } from 'node:crypto';

export interface SigningKeys {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface SignedRequest {
  readonly method: string;
  readonly url: URL;
  /** Those that are signed beside the ones of every request; in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  readonly at: Date;
}

/**
 * The headers with which S3 knows who asks for what: AWS Signature Version 4, as Amazon describes it. Address, headers and content are
 * all signed, so nobody on the way can change one of them.
 */
export function signedHeaders(
  { region, accessKeyId, secretAccessKey }: SigningKeys,
  { method, url, headers = {}, body, at }: SignedRequest,
): Record<string, string> {
  const moment = at.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const scope = `${moment.slice(0, 8)}/${region}/s3/aws4_request`;
  const contentHash = sha256(body ?? '');
  const signed: Record<string, string> = {
    ...headers,
    host: url.host,
    'x-amz-content-sha256': contentHash,
    'x-amz-date': moment,
  };
  const names = Object.keys(signed).sort();
  const request = [
    method,
    url.pathname,
    queryOf(url),
    ...names.map((name) => `${name}:${signed[name]?.trim()}`),
    '',
    names.join(';'),
    contentHash,
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', moment, scope, sha256(request)].join('\n');
  const signature = hmac(keyFor(secretAccessKey, scope), toSign).toString('hex');
  // The host is said by who sends the request.
  const { host: _, ...sent } = signed;
  const credential = `Credential=${accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return { ...sent, authorization: `AWS4-HMAC-SHA256 ${credential}` };
}

/** A key of the day, the region and the service: whoever finds a signature cannot reckon back to the secret. */
function keyFor(secret: string, scope: string): Buffer {
  return scope.split('/').reduce<Buffer>((key, word) => hmac(key, word), Buffer.from(`AWS4${secret}`));
}

function queryOf(url: URL): string {
  return [...url.searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
}

function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function hmac(key: Uint8Array, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
