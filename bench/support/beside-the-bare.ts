import { readEnvironment } from '../../server/platform/environment.ts';
import { openInstallation } from '../../server/platform/installation.ts';
import { benchFolder, type Served, startBare, startMeasured } from './measured-program.ts';

/** The program with the demonstration town, and the bare server, on one PostgreSQL; nobody does jobs while we measure. */
export async function startBesideTheBare(): Promise<{ ours: Served; bare: Served; stop: () => Promise<void> }> {
  const { dataDir, remove } = benchFolder();
  const filled = await startMeasured(dataDir, 'both');
  await filled.stop();
  const environment = readEnvironment({ DATA_DIR: dataDir }, []);
  const installation = await openInstallation(environment, { say: () => {}, keepAlive: true });
  const bare = await startBare(installation.urls.owner);
  const ours = await startMeasured(dataDir, 'web');
  async function stop(): Promise<void> {
    await ours.stop();
    await bare.stop();
    await installation.close();
    remove();
  }
  return { ours, bare, stop };
}
