import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { bucketKeys, type ObjectStorage, objectStorage } from '../../../tests/support/object-storage.ts';
import { EnvironmentProblem } from '../environment.ts';
import { SealBroken } from '../vault/index.ts';
import { blobsFor } from './blob-settings.ts';
import { type Bucket, s3Blobs } from './s3-blobs.ts';
import { PIECE_BYTES, sealedFile } from './sealed-file.ts';

let storage: ObjectStorage;
beforeEach(async () => {
  storage = await objectStorage();
});
const storeWith = (more: Partial<Bucket> = {}) => s3Blobs({ endpoint: storage.endpoint, ...bucketKeys, ...more });

describe('a bucket that speaks as S3 does', () => {
  it('gives back what was put, and nothing where nothing was put', async () => {
    const store = storeWith();
    const bytes = randomBytes(PIECE_BYTES + 29);
    await store.put('employer/incident/file/original/0', bytes);
    expect((await store.get('employer/incident/file/original/0'))?.equals(bytes)).toBe(true);
    expect(await store.get('employer/incident/file/original/1')).toBeUndefined();
    expect(storage.refused).toEqual([]);
  });

  it('names what lies right below an address, over as many pages as there are', async () => {
    const store = storeWith();
    for (const address of ['a/b/0', 'a/b/1', 'a/b/2', 'a/b/10', 'a/c/0', 'a/bb/0'])
      await store.put(address, Buffer.of(1));
    expect((await store.list('a/b')).toSorted()).toEqual(['0', '1', '10', '2']);
    expect((await store.list('a')).toSorted()).toEqual(['b', 'bb', 'c']);
    expect(await store.list('x')).toEqual([]);
  });

  it('removes everything at and below an address, and nothing beside it', async () => {
    const store = storeWith();
    for (const address of ['a/b/0', 'a/b/1', 'a/b/2', 'a/bb/0', 'a/c']) await store.put(address, Buffer.of(1));
    await store.remove('a/b');
    await store.remove('a/c');
    await store.remove('a/never');
    expect([...storage.objects.keys()]).toEqual(['a/bb/0']);
  });

  it('keeps a sealed file as the disk does, and what lies there says nothing', async () => {
    const content = Buffer.concat([Buffer.from('Zwaluwstaart'), randomBytes(PIECE_BYTES)]);
    const at = { store: storeWith(), address: 'a/original', key: randomBytes(32), size: content.length };
    const file = sealedFile(at);
    for (const number of [1, 0])
      await file.write(number, content.subarray(number * PIECE_BYTES, (number + 1) * PIECE_BYTES));
    expect(await file.present()).toEqual([0, 1]);
    expect((await file.bytes(0, file.size)).equals(content)).toBe(true);
    expect(Buffer.concat([...storage.objects.values()]).includes('Zwaluwstaart')).toBe(false);
    storage.objects.delete('a/original/1');
    await expect(file.hash()).rejects.toThrow(SealBroken);
  });

  it('tries again when the storage is away for a moment', async () => {
    storage.outage = 2;
    await storeWith().put('a/b', Buffer.of(7));
    expect(storage.objects.get('a/b')).toEqual(Buffer.of(7));
  });

  it.each([
    ['with the wrong secret', { secretAccessKey: 'another' }, 'SignatureDoesNotMatch'],
    ['with a key that nobody knows', { accessKeyId: 'nobody' }, 'InvalidAccessKeyId'],
    ['for another region', { region: 'us-east-1' }, 'AuthorizationHeaderMalformed'],
  ])('is not opened %s, and says so without the secret', async (_, more, code) => {
    const put = storeWith(more).put('a/b', Buffer.of(1));
    await expect(put).rejects.toThrow(`The object storage answered PUT with 403 ${code}`);
    expect(storage.objects.size).toBe(0);
  });

  it('never takes an absent bucket for an absent file', async () => {
    const store = storeWith({ bucket: 'other' });
    await expect(store.put('a/b', Buffer.of(1))).rejects.toThrow('no bucket');
    await expect(store.list('a')).rejects.toThrow('NoSuchBucket');
  });

  it('takes no address that is not ours', async () => {
    await expect(storeWith().get('a/../b')).rejects.toThrow('Not an address');
  });
});

describe('where files go', () => {
  const all = {
    S3_ENDPOINT: 'https://s3.example.nl',
    S3_BUCKET: 'dossiers',
    S3_REGION: 'nl-ams',
    S3_ACCESS_KEY_ID: 'a',
    S3_SECRET_ACCESS_KEY: 'b',
  };

  it('is the disk, unless all five are set', () => {
    expect(() => blobsFor({}, '/tmp')).not.toThrow();
    expect(() => blobsFor(all, '/tmp')).not.toThrow();
  });

  it('is never half said', () => {
    expect(() => blobsFor({ ...all, S3_REGION: '', S3_SECRET_ACCESS_KEY: undefined }, '/tmp')).toThrow(
      new EnvironmentProblem('Files go to S3, but this is not set: S3_REGION, S3_SECRET_ACCESS_KEY.'),
    );
    expect(() => blobsFor({ ...all, S3_ENDPOINT: 's3.example.nl' }, '/tmp')).toThrow(EnvironmentProblem);
  });
});
