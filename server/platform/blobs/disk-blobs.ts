import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Where sealed bytes lie, each at an address of ids and short words: `employer/incident/attachment/original/0`. What is put is sealed
 * already; whoever reads the disk learns how much there is, never what.
 */
export interface BlobStore {
  /** Whole or not at all, also when the power goes; and it is on the disk when this returns. */
  put(address: string, bytes: Uint8Array): Promise<void>;
  /** Undefined when there is nothing at this address. */
  get(address: string): Promise<Buffer | undefined>;
  /** The names right below this address. */
  list(address: string): Promise<readonly string[]>;
  /** Everything at and below it. */
  remove(address: string): Promise<void>;
}

const UNFINISHED = '.part';

export function diskBlobs(folder: string): BlobStore {
  const placeOf = (address: string) => path.join(folder, ...wordsIn(address));
  return {
    async put(address, bytes) {
      const place = placeOf(address);
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
      const unfinished = `${place}.${randomUUID()}${UNFINISHED}`;
      const file = await open(unfinished, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, place);
      await syncFolder(path.dirname(place));
    },
    get: (address) => readFile(placeOf(address)).catch(undefinedWhenAbsent),
    async list(address) {
      const names = await readdir(placeOf(address)).catch(undefinedWhenAbsent);
      return (names ?? []).filter((name) => !name.endsWith(UNFINISHED));
    },
    remove: (address) => rm(placeOf(address), { recursive: true, force: true }),
  };
}

/** A new name is on the disk only when its folder is; Windows does that by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

/** Ids, numbers and words of our own: nothing that leads out of the folder. */
export function wordsIn(address: string): string[] {
  const words = address.split('/');
  if (!words.every((word) => /^[0-9a-z-]{1,64}$/.test(word))) throw new Error('Not an address of a blob');
  return words;
}

function undefinedWhenAbsent(cause: unknown): undefined {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code !== 'ENOENT' && code !== 'ENOTDIR') throw cause;
  return undefined;
}
