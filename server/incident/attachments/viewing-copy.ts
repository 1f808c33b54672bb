import sharp, { type Sharp } from 'sharp';
import { decodeHeic } from './decode-heic.ts';

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
  { bytes, mediaType }: { readonly bytes: Buffer; readonly mediaType: string },
  signal: AbortSignal,
): Promise<{ readonly copy: Buffer; readonly thumbnail: Buffer } | undefined> {
  const open = mediaType === 'image/heic' ? await openHeic(bytes, signal) : () => openOther(bytes);
  try {
    return open && { copy: await madeAnew(open(), COPY_SIDE), thumbnail: await madeAnew(open(), THUMBNAIL_SIDE) };
  } catch {
    return undefined;
  }
}

async function openHeic(bytes: Buffer, signal: AbortSignal): Promise<(() => Sharp) | undefined> {
  const pixels = await decodeHeic(bytes, signal);
  if (pixels === undefined) return undefined;
  const { data, width, height } = pixels;
  return () => sharp(data, { raw: { width, height, channels: 3 } });
}

function openOther(bytes: Buffer): Sharp {
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated', animated: false }).rotate();
}

function madeAnew(picture: Sharp, side: number): Promise<Buffer> {
  return picture
    .timeout({ seconds: LONGEST_SECONDS })
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer();
}
