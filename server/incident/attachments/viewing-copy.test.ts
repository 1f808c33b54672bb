import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { hiddenMark, pdf, photoWithPlace } from '../../../tests/support/sample-files.ts';
import { viewingCopy } from './viewing-copy.ts';

describe('the copy that people look at', () => {
  it('stands upright, and holds nothing but the picture', async () => {
    const photo = await photoWithPlace({ width: 640, height: 480 });
    expect(await sharp(photo).metadata()).toMatchObject({ orientation: 6, exif: expect.any(Buffer) });
    expect(photo.includes(hiddenMark)).toBe(true);
    const made = await viewingCopy(photo);
    for (const bytes of [made?.copy, made?.thumbnail]) {
      const { width = 0, height = 0, ...hidden } = await sharp(bytes).metadata();
      expect(height / width).toBeCloseTo(640 / 480, 1);
      expect(hidden).toMatchObject({ format: 'webp' });
      for (const data of ['exif', 'xmp', 'iptc', 'icc', 'orientation']) expect(hidden).not.toHaveProperty(data);
      expect(bytes?.includes(hiddenMark)).toBe(false);
    }
  });

  it('is small enough for a phone', async () => {
    const made = await viewingCopy(await photoWithPlace({ width: 4000, height: 3000 }));
    expect(await sharp(made?.copy).metadata()).toMatchObject({ width: 1800, height: 2400 });
    expect(await sharp(made?.thumbnail).metadata()).toMatchObject({ width: 240, height: 320 });
  });

  it('is not made of what only begins as a picture, nor of one that would fill the memory', async () => {
    const photo = await photoWithPlace();
    expect(await viewingCopy(Buffer.concat([photo.subarray(0, 400), pdf]))).toBeUndefined();
    expect(await viewingCopy(endlessPng())).toBeUndefined();
  });
});

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
