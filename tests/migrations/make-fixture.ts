// `node start.cjs fixture 0002-second-release`: starts the demonstration town in a folder that is thrown away, lets it finish its work and
// copies all its rows to database/fixtures/. Made once per release: every later release is tested on bringing these rows up to date.
import fs from 'node:fs';
import path from 'node:path';
import { startEmbeddedPostgres } from '../../server/platform/embedded-postgres.ts';
import { exportDatabase } from '../../server/platform/export.ts';
import { startProgram } from '../support/program.ts';

const name = process.argv[2];
if (!name) throw new Error('Give the fixture a name: node start.cjs fixture 0002-second-release');
const folder = path.join(import.meta.dirname, '../../database/fixtures', name);
if (fs.existsSync(folder)) throw new Error(`${folder} exists; a fixture is never made over.`);

const program = await startProgram({ args: ['--demo=small', '--without-client'], patience: 300_000 });
try {
  await allWorkIsDone(program.url);
  const server = await startEmbeddedPostgres({ dataDir: program.dataDir });
  const manifest = await exportDatabase({
    url: server.url('rugdekking'),
    folder,
    madeAt: new Date(),
    compressed: false,
  });
  await server.release();
  // Of a town that does not exist and a folder that is gone: safe to publish, and needed to read the sealed texts back.
  fs.copyFileSync(path.join(program.dataDir, 'keys/master.key'), path.join(folder, 'throw-away-master.key'));
  console.log(`${manifest.tables.reduce((sum, table) => sum + table.rows, 0)} rows stand in ${folder}`);
} finally {
  await program.stop();
  fs.rmSync(program.dataDir, { recursive: true, force: true });
}

async function allWorkIsDone(url: string): Promise<void> {
  for (let quiet = 0; quiet < 5; ) {
    const health = (await (await fetch(`${url}/health/ready`)).json()) as { oldestDueJobSeconds: number | null };
    quiet = health.oldestDueJobSeconds === null ? quiet + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
