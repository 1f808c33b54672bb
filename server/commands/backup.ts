// `npm run backup [folder]`: a copy of the whole database, as it is at this moment, while everybody works on.
import path from 'node:path';
import { exportDatabase } from '../platform/export.ts';
import { runCommand } from './command.ts';

await runCommand(async ({ environment, installation, args }) => {
  const madeAt = new Date();
  const name = madeAt.toISOString().slice(0, 19).replaceAll(':', '-');
  const folder = path.resolve(args[0] ?? path.join(environment.dataDir, 'backups', name));
  const manifest = await exportDatabase({ url: installation.urls.owner, folder, madeAt });
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(`${rows} rows of ${manifest.tables.length} tables stand in ${folder}`);
  console.log(
    'The master key is not among them: keep DATA_DIR/keys/master.key in another place. Without it nobody can read this copy.',
  );
});
