import sharp from 'sharp';

/** What we can make a copy of. A HEIC needs a licensed decoder that we do not bring along: it is kept, and handed out. */
const decodable = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif', 'image/tiff']);

export function canBeCopied(mediaType: string): boolean {
  return decodable.has(mediaType);
}

const MOST_PIXELS = 100_000_000;
const LONGEST_SECONDS = 20;
const COPY_SIDE = 2400;
const THUMBNAIL_SIDE = 320;

// One picture at a time on one core: whoever asks for a page goes first.
sharp.concurrency(1);
sharp.cache(false);

/**
 * The picture alone, turned the way it was held. It is decoded and made anew, so nothing that was hidden in the file comes along:
 * no place, no device, no thumbnail of before it was cut. Undefined when these bytes are no picture after all, or one too large.
 */
export async function viewingCopy(
  original: Buffer,
): Promise<{ readonly copy: Buffer; readonly thumbnail: Buffer } | undefined> {
  try {
    return { copy: await madeAnew(original, COPY_SIDE), thumbnail: await madeAnew(original, THUMBNAIL_SIDE) };
  } catch {
    return undefined;
  }
}

function madeAnew(original: Buffer, side: number): Promise<Buffer> {
  return sharp(original, { limitInputPixels: MOST_PIXELS, failOn: 'truncated', animated: false })
    .timeout({ seconds: LONGEST_SECONDS })
    .rotate()
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer();
}
