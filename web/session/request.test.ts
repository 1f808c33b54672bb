import { afterEach, describe, expect, it, vi } from 'vitest';
import { Problem } from './problem.ts';
import { filledPath, request } from './request.ts';

afterEach(() => vi.unstubAllGlobals());

function serverAnswers(status: number, body: unknown) {
  const fetched = vi.fn(async (_address: string, _init: RequestInit) => Response.json(body, { status }));
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

describe('a request', () => {
  it('fills in the path and leaves out what was not asked', async () => {
    const fetched = serverAnswers(200, { ok: true });
    await request({
      method: 'GET',
      path: filledPath('/incidents/{incidentId}', { incidentId: 'a b' }),
      query: { state: undefined, limit: 25 },
    });
    expect(fetched.mock.calls[0]?.[0]).toBe('/api/v1/incidents/a%20b?limit=25');
  });

  it('tells a "no" of the server apart from a lost connection', async () => {
    serverAnswers(409, {
      code: 'already-taken-up',
      nl: 'Henk pakt dit al op.',
      en: 'Henk has this already.',
      traceId: 'x',
    });
    await expect(request({ method: 'POST', path: '/x', body: {} })).rejects.toMatchObject({
      kind: 'refused',
      code: 'already-taken-up',
    });
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(request({ method: 'POST', path: '/x', body: {} })).rejects.toMatchObject({ kind: 'unreachable' });
  });

  it('calls the answer of a proxy that lost the server unreachable as well', async () => {
    vi.stubGlobal('fetch', async () => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    await expect(request({ method: 'GET', path: '/x' })).rejects.toSatisfy(
      (failure) => failure instanceof Problem && failure.kind === 'unreachable',
    );
  });
});
