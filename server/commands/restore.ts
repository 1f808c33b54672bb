// `npm run restore -- <folder>`: puts a copy back where there is no data yet, and brings it up to date.
import fs from 'node:fs';
import path from 'node:path';
import { copyBlobs } from '../platform/blobs/copy-blobs.ts';
import { loadExport, MANIFEST, readManifest } from '../platform/export.ts';
import { MIGRATIONS_FOLDER, migrate } from '../platform/migrate.ts';
import { CommandProblem, runCommand } from './command.ts';

function folderIn(args: readonly string[]): string {
  const [folder] = args;
  if (folder === undefined)
    throw new CommandProblem('Say which copy: npm run restore -- data/backups/2026-01-31T12-00-00');
  if (!fs.existsSync(path.join(folder, MANIFEST)))
    throw new CommandProblem(
      `There is no copy in "${folder}": a copy has a ${MANIFEST}, as each folder in data/backups.`,
    );
  return folder;
}

await runCommand(
  async ({ environment, installation, args }) => {
    const url = installation.urls.owner;
    const manifest = await loadExport({ url, folder: folderIn(args), migrationsFolder: MIGRATIONS_FOLDER });
    copyBlobs(path.join(folderIn(args), 'attachments'), path.join(environment.dataDir, 'attachments'));
    await migrate({ connection: { connectionString: url } });
    console.log(`The copy of ${manifest.madeAt} is back.`);
  },
  (args) => ({ migrationsOfCopy: readManifest(folderIn(args)).migrations }),
);
