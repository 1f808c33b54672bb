// `npm run bench:intake`: a report over HTTP, with everything on, against a bare insert of the same bytes.
// On: session check, row-level security, audit, sealing, event and follow-up jobs.
import { randomUUID } from 'node:crypto';
import { startBesideTheBare } from './support/beside-the-bare.ts';
import { sessionOf } from './support/measured-program.ts';
import { jsonHeaders, measuredReport } from './support/measured-reports.ts';
import { compare } from './support/side-by-side.ts';

const { ours, bare, stop } = await startBesideTheBare();
const cookie = await sessionOf(ours.url, 'fatima');

const isGood = await compare({
  title: 'Report intake over HTTP',
  atLeast: 0.35,
  ours: {
    name: 'Rugdekking',
    url: ours.url,
    next: () => ({
      method: 'POST',
      path: '/api/v1/incidents',
      headers: { ...jsonHeaders(cookie, ours.url), 'idempotency-key': randomUUID() },
      body: JSON.stringify(measuredReport()),
    }),
  },
  bare: {
    name: 'bare Fastify + pg',
    url: bare.url,
    next: () => ({
      method: 'POST',
      path: '/reports',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(measuredReport()),
    }),
  },
});

await stop();
process.exitCode = isGood ? 0 : 1;
