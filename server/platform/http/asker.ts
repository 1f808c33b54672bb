import { createHash, randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { HttpFailure } from './problem.ts';
import type { Asker } from './route.ts';

/** Over https the name itself makes the browser refuse a cookie that was planted by another host. */
export function sessionCookieName(isSecure: boolean): string {
  return isSecure ? '__Host-session' : 'session';
}

/** Where people reach us. The address they use decides about cookies, not the hop from the proxy to us. */
export interface House {
  /** `https://rugdekking.example` */
  readonly origin: string;
  readonly host: string;
  readonly isSecure: boolean;
}

export function houseAt(publicUrl: string): House {
  const { origin, host, protocol } = new URL(publicUrl);
  return { origin, host, isSecure: protocol === 'https:' };
}

export function askerOf(request: FastifyRequest, { origin, isSecure }: House): Asker {
  return {
    address: request.ip,
    userAgent: header(request, 'user-agent')?.slice(0, 400) ?? '',
    isSecure,
    origin,
    sessionHash: sessionHash(header(request, 'cookie'), sessionCookieName(isSecure)),
    traceId: request.id,
  };
}

/** The trace id of whoever calls us (W3C Trace Context), else one of our own. */
export function traceIdOf(traceparent: string | string[] | undefined): string {
  const given =
    typeof traceparent === 'string' ? /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(traceparent) : null;
  return given?.[1] ?? randomBytes(16).toString('hex');
}

/**
 * A write must come from our own pages. Every browser says so with Sec-Fetch-Site or Origin;
 * a program without a browser sends neither, and carries no cookie that somebody else could ride on.
 */
export function requireOwnSite(request: FastifyRequest, house: House): void {
  const site = header(request, 'sec-fetch-site');
  if (site !== undefined) {
    if (site !== 'same-origin' && site !== 'none') throw new HttpFailure('other-site');
    return;
  }
  const origin = header(request, 'origin');
  if (origin === undefined) return;
  const from = hostOf(origin);
  if (from !== house.host && from !== request.host) throw new HttpFailure('other-site');
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

function sessionHash(cookies: string | undefined, name: string): string | undefined {
  const token = cookies === undefined ? undefined : cookieValue(cookies, name);
  if (token === undefined || token === '' || token.length > 200) return undefined;
  return hashToken(token);
}

/** Tokens are random and long, so a plain hash is enough; the database never holds what opens a session. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function cookieValue(cookies: string, name: string): string | undefined {
  for (const pair of cookies.split(';')) {
    const [key, value] = pair.split('=', 2);
    if (key?.trim() === name) return value?.trim();
  }
  return undefined;
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
