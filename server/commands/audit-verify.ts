// `npm run audit:verify`: recomputes the audit log from its rows. Exit code 0 when it is whole, 1 when it is not.
import pg from 'pg';
import { anchorsIn, verdictLines, verifyLog } from '../platform/audit/index.ts';
import { runCommand } from './command.ts';

await runCommand(async ({ environment, installation }) => {
  // Read before the database is looked at: a running server may seal meanwhile.
  const anchors = anchorsIn(environment.dataDir).all();
  const client = new pg.Client({ connectionString: installation.urls.owner });
  await client.connect();
  try {
    const verdict = await verifyLog(client, { publicKey: installation.keys.auditSigning.publicKey, anchors });
    for (const line of verdictLines(verdict)) console.log(line);
    if (verdict.findings.length > 0) process.exitCode = 1;
  } finally {
    await client.end();
  }
});
