// Decodes one photo of an iPhone, beside the thread that answers people, and ends. What it may take is bounded from outside.
import os from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import libheif from 'libheif-js/libheif-wasm/libheif.js';

export interface HeicTask {
  readonly bytes: Uint8Array;
  readonly mostPixels: number;
  readonly mostMemoryBytes: number;
}

/** Rows of red, green and blue, without gaps; already turned the way the photo was held. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** What we ask of libheif, compiled to WebAssembly; the rest of its answers is codes. */
interface Libheif {
  heif_context_alloc(): object;
  heif_context_read_from_memory(context: object, bytes: Uint8Array): unknown;
  heif_js_context_get_primary_image_handle(context: object): object | Failure;
  heif_image_handle_get_width(image: object): number;
  heif_image_handle_get_height(image: object): number;
  heif_js_decode_image2(image: object, space: unknown, chroma: unknown): Decoded | Failure;
  readonly heif_colorspace: { readonly heif_colorspace_RGB: unknown };
  readonly heif_chroma: { readonly heif_chroma_interleaved_RGB: unknown };
}

interface Failure {
  readonly code: unknown;
}

interface Decoded {
  readonly channels: readonly [{ readonly data: Uint8Array; readonly stride: number } & Omit<Pixels, 'data'>];
}

// Its types are of another kind of module than it is.
const openLibheif = libheif as unknown as (options: object) => Libheif;

if (parentPort === null) throw new Error('This runs as a thread of its own');
if (process.platform === 'linux') os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);
const { bytes, mostPixels, mostMemoryBytes } = workerData as HeicTask;
keepMemoryBelow(mostMemoryBytes);
const made = decode(bytes);
if (made) parentPort.postMessage(made, [made.data.buffer as ArrayBuffer]);
else parentPort.postMessage(undefined);

function decode(file: Uint8Array): Pixels | undefined {
  const heif = openLibheif({});
  const context = heif.heif_context_alloc();
  heif.heif_context_read_from_memory(context, file);
  const image = heif.heif_js_context_get_primary_image_handle(context);
  if ('code' in image) return undefined;
  // What it says to be, before anything is unpacked.
  if (heif.heif_image_handle_get_width(image) * heif.heif_image_handle_get_height(image) > mostPixels) return undefined;
  const { heif_colorspace: space, heif_chroma: chroma } = heif;
  const decoded = heif.heif_js_decode_image2(image, space.heif_colorspace_RGB, chroma.heif_chroma_interleaved_RGB);
  return 'code' in decoded ? undefined : withoutGaps(decoded.channels[0]);
}

function withoutGaps({ data, stride, width, height }: Decoded['channels'][0]): Pixels {
  const row = width * 3;
  const rows = new Uint8Array(row * height);
  for (let at = 0; at < height; at++) rows.set(data.subarray(at * stride, at * stride + row), at * row);
  return { data: rows, width, height };
}

/** A small file can say much about itself in many ways; whichever it is, it gets no more memory than this and is no photo. */
function keepMemoryBelow(most: number): void {
  const page = 65_536;
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = function (this: WebAssembly.Memory, pages: number): number {
    if (this.buffer.byteLength + pages * page > most) throw new RangeError('No more memory for one photo');
    return grow.call(this, pages);
  };
}
