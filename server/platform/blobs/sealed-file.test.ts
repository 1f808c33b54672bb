import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { SealBroken } from '../vault/index.ts';
import { copyBlobs } from './copy-blobs.ts';
import { type BlobStore, diskBlobs } from './disk-blobs.ts';
import { PIECE_BYTES, sealedFile } from './sealed-file.ts';

let folder: string;
let store: BlobStore;
const key = randomBytes(32);
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'blobs-'));
  store = diskBlobs(folder);
});

const content = Buffer.concat([Buffer.from('Zwaluwstaart'), randomBytes(2 * PIECE_BYTES), Buffer.from('Moerbei')]);
const fileAt = (address: string, size = content.length) => sealedFile({ store, address, key, size });

async function written(address = 'a/original') {
  const file = fileAt(address);
  // In any order, and one of them twice.
  for (const number of [2, 0, 1, 0]) {
    await file.write(number, content.subarray(number * PIECE_BYTES, number * PIECE_BYTES + file.lengthOf(number)));
  }
  return file;
}

const onDisk = (name: string) => path.join(folder, 'a', 'original', name);

describe('a sealed file', () => {
  it('comes back byte by byte, whole or from anywhere', async () => {
    const file = await written();
    expect(await file.present()).toEqual([0, 1, 2]);
    expect((await file.bytes(0, file.size)).equals(content)).toBe(true);
    const around = [PIECE_BYTES - 5, PIECE_BYTES + 7] as const;
    expect((await file.bytes(...around)).equals(content.subarray(...around))).toBe(true);
    expect((await file.bytes(file.size - 7, file.size)).toString()).toBe('Moerbei');
  });

  it('says nothing on the disk of what is in it', async () => {
    await written();
    const bytes = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
      .join('');
    expect(bytes).not.toMatch(/Zwaluwstaart|Moerbei/);
  });

  it.each([
    ['one bit of it was changed', (bytes: Buffer) => bytes.with(40, (bytes[40] ?? 0) ^ 1)],
    ['its end was cut off', (bytes: Buffer) => bytes.subarray(0, -1)],
    ['it is empty', () => Buffer.alloc(0)],
    ['another piece was put in its place', () => readFileSync(onDisk('1'))],
  ])('stays shut when %s', async (_, spoil) => {
    const file = await written();
    writeFileSync(onDisk('0'), spoil(readFileSync(onDisk('0'))));
    await expect(file.hash()).rejects.toThrow(SealBroken);
  });

  it('stays shut when a piece is gone, when it is said to be shorter, and under another name or key', async () => {
    const file = await written();
    await expect(fileAt('a/original', PIECE_BYTES).hash()).rejects.toThrow(SealBroken);
    const other = fileAt('b/original');
    for (const number of [0, 1, 2]) await store.put(`b/original/${number}`, readFileSync(onDisk(String(number))));
    await expect(other.hash()).rejects.toThrow(SealBroken);
    const underOtherKey = sealedFile({ store, address: 'a/original', key: randomBytes(32), size: content.length });
    await expect(underOtherKey.hash()).rejects.toThrow(SealBroken);
    await store.remove('a/original/1');
    await expect(file.hash()).rejects.toThrow(SealBroken);
  });

  it('never leaves its folder', async () => {
    for (const address of ['../x', 'a/../../x', '/etc', 'a//b', 'A', 'a\0']) {
      await expect(async () => store.get(address)).rejects.toThrow('Not an address');
    }
  });
});

describe('a copy of the sealed files', () => {
  it('is put back where it was, without what was half written', async () => {
    const file = await written();
    writeFileSync(`${onDisk('0')}.half.part`, 'half');
    const backup = mkdtempSync(path.join(tmpdir(), 'copy-'));
    expect(copyBlobs(folder, path.join(backup, 'files'))).toBe(true);
    await store.remove('a');
    await expect(file.hash()).rejects.toThrow(SealBroken);
    copyBlobs(path.join(backup, 'files'), folder);
    expect((await file.bytes(0, file.size)).equals(content)).toBe(true);
    expect(readdirSync(folder, { recursive: true }).join()).not.toContain('.part');
    expect(copyBlobs(path.join(backup, 'none'), folder)).toBe(false);
  });
});
