// `npm run bench:seed -- 1000000`: an organisation with so many incidents in this installation, to try the whole program with.
// Afterwards `npm start` on the same DATA_DIR lets you step in as its coordinator, a manager, a member and a newcomer.
import pg from 'pg';
import { writeRegister } from '../database/demo/register.ts';
import { foundRegisterTown } from '../database/demo/register-town.ts';
import { CommandProblem, runCommand } from '../server/commands/command.ts';
import { createVault, openDatabase } from '../server/platform/index.ts';

/** Of so many dossiers one has texts: sealing a million would be most of the work, and nobody opens them all. */
const SEALED_EVERY = 20;

await runCommand(async ({ installation: { urls, keys }, args }) => {
  const incidents = Number(args[0] ?? 1_000_000);
  if (!Number.isInteger(incidents) || incidents < 1)
    throw new CommandProblem('How many incidents? bench:seed -- 1000000');
  const owner = new pg.Client({ connectionString: urls.owner });
  await owner.connect();
  const database = openDatabase(urls);
  try {
    const since = performance.now();
    const now = new Date();
    const { plan } = await foundRegisterTown(owner, { incidents, until: now });
    const vault = createVault(keys);
    const context = { role: 'app', employerId: plan.employerId, personId: null, now } as const;
    const key = await database.transact(context, (tx) => vault.employerKey(tx));
    await writeRegister(owner, plan, { vault, key, every: SEALED_EVERY });
    console.log(`${incidents} incidents in ${Math.round((performance.now() - since) / 1000)} s`);
  } finally {
    await database.end();
    await owner.end();
  }
});
