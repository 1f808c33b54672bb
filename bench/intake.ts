// `npm run bench:intake`: a report over HTTP, with everything on, against a bare insert of the same bytes.
// On: session check, row-level security, audit, sealing, event and follow-up jobs.
import { randomUUID } from 'node:crypto';
import { readEnvironment } from '../server/platform/environment.ts';
import { openInstallation } from '../server/platform/installation.ts';
import { benchFolder, sessionOf, startBare, startMeasured } from './support/measured-program.ts';
import { jsonHeaders, measuredReport } from './support/measured-reports.ts';
import { compare } from './support/side-by-side.ts';

const { dataDir, remove } = benchFolder();
const filled = await startMeasured(dataDir, 'both');
await filled.stop();
const installation = await openInstallation(readEnvironment({ DATA_DIR: dataDir }, []), {
  say: () => {},
  keepAlive: true,
});
const bare = await startBare(installation.urls.owner);
const ours = await startMeasured(dataDir, 'web');
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

await ours.stop();
await bare.stop();
await installation.close();
remove();
process.exitCode = isGood ? 0 : 1;
