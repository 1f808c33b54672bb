// `npm run bench:dossier`: reading a dossier, with the look on the record, against a bare read of a row as large.
import { startBesideTheBare } from './support/beside-the-bare.ts';
import { sessionOf } from './support/measured-program.ts';
import { jsonHeaders } from './support/measured-reports.ts';
import { compare } from './support/side-by-side.ts';

const { ours, bare, stop } = await startBesideTheBare();
const headers = jsonHeaders(await sessionOf(ours.url, 'yusuf'), ours.url);

const list = await fetch(`${ours.url}/api/v1/incidents?scope=organisation&limit=50`, { headers });
const { incidents } = (await list.json()) as { incidents: { incidentId: string }[] };
for (const { incidentId } of incidents) await copyToBare(incidentId);
let turn = 0;
const nextId = () => {
  turn += 1;
  return incidents[turn % incidents.length]?.incidentId ?? '';
};

const isGood = await compare({
  title: 'Reading a dossier',
  atLeast: 0.3,
  ours: {
    name: 'Rugdekking',
    url: ours.url,
    next: () => ({ method: 'GET', path: `/api/v1/incidents/${nextId()}`, headers }),
  },
  bare: {
    name: 'bare Fastify + pg',
    url: bare.url,
    next: () => ({ method: 'GET', path: `/reports/${nextId()}`, headers: {} }),
  },
});

await stop();
process.exitCode = isGood ? 0 : 1;

/** The bare server answers the very same bytes, from one row. */
async function copyToBare(incidentId: string): Promise<void> {
  const dossier = await (await fetch(`${ours.url}/api/v1/incidents/${incidentId}`, { headers })).json();
  await fetch(`${bare.url}/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...(dossier as object), incidentId }),
  });
}
