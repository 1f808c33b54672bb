// `npm run bench:seed -- 1000000`: an organisation with so many incidents in this installation, to try the whole program with.
// Afterwards `npm start` on the same DATA_DIR lets you step in as its coordinator, a manager, a member and a newcomer.
import pg from 'pg';
import { layOutRegister } from '../database/demo/measured-register.ts';
import { CommandProblem, runCommand } from '../server/commands/command.ts';
import { createVault, openDatabase } from '../server/platform/index.ts';

await runCommand(async ({ installation: { urls, keys }, args }) => {
  const incidents = Number(args[0] ?? 1_000_000);
  if (!Number.isInteger(incidents) || incidents < 1)
    throw new CommandProblem('How many incidents? bench:seed -- 1000000');
  const owner = new pg.Client({ connectionString: urls.owner });
  await owner.connect();
  const database = openDatabase(urls);
  try {
    const since = performance.now();
    await layOutRegister(owner, { database, vault: createVault(keys) }, { incidents, until: new Date() });
    console.log(`${incidents} incidents in ${Math.round((performance.now() - since) / 1000)} s`);
  } finally {
    await database.end();
    await owner.end();
  }
});
