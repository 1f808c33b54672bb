// `npm run backup [folder]`: a copy of the whole database and of the sealed files, as they are at this moment, while everybody works on.
import path from 'node:path';
import { copyBlobs } from '../platform/blobs/copy-blobs.ts';
import { usesBucket } from '../platform/blobs/index.ts';
import { exportDatabase } from '../platform/export.ts';
import { runCommand } from './command.ts';

await runCommand(async ({ environment, installation, args }) => {
  const madeAt = new Date();
  const name = madeAt.toISOString().slice(0, 19).replaceAll(':', '-');
  const folder = path.resolve(args[0] ?? path.join(environment.dataDir, 'backups', name));
  const manifest = await exportDatabase({ url: installation.urls.owner, folder, madeAt });
  // After the rows: a file is there before its row says so.
  const hasFiles = copyBlobs(path.join(environment.dataDir, 'attachments'), path.join(folder, 'attachments'));
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(
    `${rows} rows of ${manifest.tables.length} tables stand in ${folder}${hasFiles ? ', with the sealed files' : ''}`,
  );
  if (usesBucket(process.env)) {
    console.log(
      'The sealed files lie in the bucket of S3 and are not in this copy: let the storage keep versions of them.',
    );
  }
  console.log(
    'The master key is not among them: keep DATA_DIR/keys/master.key in another place. Without it nobody can read this copy.',
  );
});
