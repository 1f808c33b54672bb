import pg from 'pg';
import { readEnvironment } from '../environment.ts';
import { openInstallation } from '../installation.ts';
import { anchorsIn } from './anchors.ts';
import { verdictLines } from './verdict-text.ts';
import { verifyLog } from './verify.ts';

// `npm run audit:verify`: joins a running server, or starts the database for as long as this lasts.
// Exit code 0 when the log is whole, 1 when it is not.

const environment = readEnvironment(process.env, process.argv.slice(2));
const installation = await openInstallation(environment, { say: () => undefined });
try {
  const anchors = anchorsIn(environment.dataDir).all();
  const client = new pg.Client({ connectionString: installation.urls.owner });
  await client.connect();
  try {
    const verdict = await verifyLog(client, { publicKey: installation.keys.auditSigning.publicKey, anchors });
    for (const line of verdictLines(verdict)) console.log(line);
    process.exitCode = verdict.findings.length === 0 ? 0 : 1;
  } finally {
    await client.end();
  }
} finally {
  await installation.close();
}
