import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { heicPhoto } from '../../../tests/support/heic.ts';
import { hiddenMark, pdf, photoWithPlace } from '../../../tests/support/sample-files.ts';
import { decodeHeic } from './decode-heic.ts';
import { viewingCopy } from './viewing-copy.ts';

const goesOn = new AbortController().signal;
const copyOf = (bytes: Buffer, mediaType = 'image/jpeg') => viewingCopy({ bytes, mediaType }, goesOn);

describe('the copy that people look at', () => {
  it('stands upright, and holds nothing but the picture', async () => {
    const photo = await photoWithPlace({ width: 640, height: 480 });
    expect(await sharp(photo).metadata()).toMatchObject({ orientation: 6, exif: expect.any(Buffer) });
    expect(photo.includes(hiddenMark)).toBe(true);
    const made = await copyOf(photo);
    for (const bytes of [made?.copy, made?.thumbnail]) {
      const { width = 0, height = 0, ...hidden } = await sharp(bytes).metadata();
      expect(height / width).toBeCloseTo(640 / 480, 1);
      expect(hidden).toMatchObject({ format: 'webp' });
      for (const data of ['exif', 'xmp', 'iptc', 'icc', 'orientation']) expect(hidden).not.toHaveProperty(data);
      expect(bytes?.includes(hiddenMark)).toBe(false);
    }
  });

  it('is small enough for a phone', async () => {
    const made = await copyOf(await photoWithPlace({ width: 4000, height: 3000 }));
    expect(await sharp(made?.copy).metadata()).toMatchObject({ width: 1800, height: 2400 });
    expect(await sharp(made?.thumbnail).metadata()).toMatchObject({ width: 240, height: 320 });
  });

  it('is not made of what only begins as a picture, nor of one that would fill the memory', async () => {
    const photo = await photoWithPlace();
    expect(await copyOf(Buffer.concat([photo.subarray(0, 400), pdf]))).toBeUndefined();
    expect(await copyOf(endlessPng())).toBeUndefined();
  });
});

describe('a photo in the format of an iPhone', () => {
  const decoded = (bytes: Buffer, within?: Parameters<typeof decodeHeic>[2]) => decodeHeic(bytes, goesOn, within);
  const roomy = { mostPixels: 1e8, mostMemoryBytes: 1e9, longestMs: 30_000 };

  it('stands upright too, with its own colours and nothing that was hidden in it', async () => {
    const photo = heicPhoto({ columns: 2, rows: 1 });
    expect(photo.includes(hiddenMark)).toBe(true);
    const made = await copyOf(photo, 'image/heic');
    const { width, height, ...hidden } = await sharp(made?.copy).metadata();
    expect({ width, height }).toEqual({ width: 64, height: 128 });
    for (const data of ['exif', 'xmp', 'icc', 'orientation']) expect(hidden).not.toHaveProperty(data);
    for (const bytes of [made?.copy, made?.thumbnail]) expect(bytes?.includes(hiddenMark)).toBe(false);
    const pixels = await sharp(made?.copy).removeAlpha().raw().toBuffer();
    // A quarter turn: what was below on the left is above on the left now.
    for (const [at, colour] of brown.entries()) expect(Math.abs((pixels[at] ?? 0) - colour)).toBeLessThan(12);
  });

  it('is not shown when it is cut off, or only begins as one', async () => {
    const photo = heicPhoto();
    for (const end of [60, 200, photo.length - 90]) {
      expect(await copyOf(photo.subarray(0, end), 'image/heic')).toBeUndefined();
    }
    expect(await copyOf(Buffer.concat([photo.subarray(0, 40), pdf]), 'image/heic')).toBeUndefined();
  });

  it('is not unpacked when it says to be larger than any photo', async () => {
    expect(await decoded(heicPhoto({ claims: { width: 60_000, height: 60_000 } }))).toBeUndefined();
    expect(await decoded(heicPhoto({ columns: 10, rows: 10 }), { ...roomy, mostPixels: 400_000 })).toBeUndefined();
  });

  it('gets so much memory and so much time, and no more', async () => {
    const large = heicPhoto({ columns: 26, rows: 26 });
    const noMore = { ...roomy, mostMemoryBytes: 17_100_000 };
    expect((await decoded(large, noMore)) === undefined).toBe(true);
    expect(await decoded(large, { ...roomy, longestMs: 1 })).toBeUndefined();
    const { width, height } = (await decoded(large, roomy)) ?? {};
    expect({ width, height }).toEqual({ width: 1664, height: 1664 });
  });

  it('waits for another time when the program stops', async () => {
    await expect(decodeHeic(heicPhoto(), AbortSignal.abort(new Error('stopping')))).rejects.toThrow('stopping');
  });
});

const brown = [93, 70, 50];

/** Sixty bytes that say to be 60,000 by 60,000 points. */
function endlessPng(): Buffer {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  png.writeUInt32BE(60_000, 16);
  png.writeUInt32BE(60_000, 20);
  return png;
}
