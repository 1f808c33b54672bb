import type { FastifyReply } from 'fastify';

export const API_VERSION = '1.0.0';

/** Nothing but our own files; no inline script at all. Styles set from script go through the CSSOM, which this allows. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // 'default' catches what a library does by itself; the service worker registration needs one as well.
  "trusted-types 'allow-duplicates' default rugdekking workbox",
].join('; ');

const everywhere: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(self), geolocation=(self), payment=(), usb=()',
  'x-robots-tag': 'noindex, nofollow',
};

const onTheApi: Readonly<Record<string, string>> = {
  ...everywhere,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'api-version': API_VERSION,
};

const TWO_YEARS = 63_072_000;

export function setSecurityHeaders(reply: FastifyReply, isApi: boolean, isSecure: boolean): void {
  reply.headers(isApi ? onTheApi : everywhere);
  // Only ever said over https: on http it would be ignored, and on a laptop it would do harm.
  if (isSecure) reply.header('strict-transport-security', `max-age=${TWO_YEARS}; includeSubDomains`);
}
