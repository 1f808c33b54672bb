import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { PostgresHome } from './embedded-postgres-home.ts';
import { isPostmasterAlive, readPostmasterFile } from './embedded-postgres-process.ts';
import { freePort, isFree } from './free-port.ts';

export const SUPERUSER = 'postgres';

/** A cluster is complete when initdb has ended and said so; half of one is no database and is made anew. */
export async function createCluster(home: PostgresHome, signal: AbortSignal | undefined): Promise<void> {
  const done = path.join(home.folder, 'initialised');
  if (fs.existsSync(done)) return;
  fs.rmSync(home.cluster, { recursive: true, force: true });
  fs.mkdirSync(home.cluster, { mode: 0o700 });
  const passwordFile = path.join(home.folder, 'password');
  fs.writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  home.giveToServer(home.cluster);
  home.giveToServer(passwordFile);
  await home.run(
    home.binaries.initdb,
    [
      ['-D', home.cluster],
      ['-U', SUPERUSER],
      ['--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C.UTF-8', '--data-checksums'],
    ].flat(),
    signal,
  );
  fs.writeFileSync(done, '');
}

/** The port stays the same over restarts, so that commands and pools find the server again. */
export async function portOf(home: PostgresHome): Promise<number> {
  const running = readPostmasterFile(home.cluster);
  if (running && isPostmasterAlive(running.pid, home.cluster)) return running.port;
  const file = path.join(home.folder, 'port');
  const kept = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0;
  if (kept > 0 && (await isFree(kept))) return kept;
  const port = await freePort();
  fs.writeFileSync(file, String(port));
  return port;
}
