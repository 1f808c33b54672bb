import { cpSync, existsSync } from 'node:fs';

/** For a backup, and to put it back: the bytes are sealed, so a copy of them is as safe as they are. False when there are none. */
export function copyBlobs(from: string, to: string): boolean {
  if (!existsSync(from)) return false;
  cpSync(from, to, { recursive: true, filter: (place) => !place.endsWith('.part'), preserveTimestamps: true });
  return true;
}
