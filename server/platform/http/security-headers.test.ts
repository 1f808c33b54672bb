import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { setSecurityHeaders } from './security-headers.ts';

async function headersOf(isApi: boolean, isSecure: boolean) {
  const server = Fastify();
  server.get('/', (_request, reply) => {
    setSecurityHeaders(reply, isApi, isSecure);
    reply.send('');
  });
  const { headers } = await server.inject('/');
  await server.close();
  return headers;
}

describe('the headers of an answer', () => {
  it('let a page load nothing but our own files, and run no text as script', async () => {
    const policy = String((await headersOf(false, false))['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe-(inline|eval)|\*|http/);
  });

  it('ask for https for two years, but only where there is https', async () => {
    expect((await headersOf(false, true))['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
    expect((await headersOf(false, false))['strict-transport-security']).toBeUndefined();
  });

  it('tell nobody where somebody came from', async () => {
    for (const isApi of [true, false]) expect((await headersOf(isApi, true))['referrer-policy']).toBe('no-referrer');
  });
});
