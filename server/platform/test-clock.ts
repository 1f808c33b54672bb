import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { MovableClock } from './clock.ts';
import type { Body } from './http/body.ts';
import { fieldErrors } from './http/invalid.ts';
import { HttpFailure } from './http/problem.ts';

const move = z.union([
  z.strictObject({
    advanceSeconds: z
      .number()
      .int()
      .min(0)
      .max(400 * 24 * 3600),
  }),
  z.strictObject({ setTo: z.iso.datetime({ offset: true }) }),
]);

/** Moves the clock of the whole program. Only there when RUGDEKKING_TEST_CLOCK=1. */
export function serveTestClock(server: FastifyInstance, clock: MovableClock): void {
  server.get('/test/clock', async () => ({ now: clock.now().toISOString() }));
  server.post('/test/clock', async (request) => {
    const raw = (request.body as Body | undefined)?.value;
    const wanted = move.safeParse(raw);
    if (!wanted.success) {
      throw new HttpFailure('invalid-input', { errors: fieldErrors('body', wanted.error.issues, raw) });
    }
    if ('setTo' in wanted.data) clock.setTo(new Date(wanted.data.setTo));
    else clock.advance(wanted.data.advanceSeconds * 1000);
    return { now: clock.now().toISOString() };
  });
}
