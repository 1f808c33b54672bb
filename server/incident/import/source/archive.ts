import { buffer } from 'node:stream/consumers';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { UnreadableFile } from './file-flaw.ts';

/** A spreadsheet of a million full rows unpacks to about this much. */
const MOST_UNPACKED = 600 * 1024 * 1024;
/** Text of spreadsheets packs to a twentieth, seldom to a hundredth. */
const MOST_RATIO = 250;
/** Below this a high ratio harms nobody: an almost empty sheet. */
const SMALL = 8 * 1024 * 1024;
const MOST_ENTRIES = 5_000;

/** What is in a zip, unpacked only as far as asked and never further than our limits: what it says of itself is not believed. */
export interface Archive {
  readonly names: readonly string[];
  has(name: string): boolean;
  text(name: string): Promise<string>;
  /** Piece by piece, as text. */
  chunks(name: string): AsyncGenerator<string>;
}

export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const zip = await open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const entries = await entriesOf(zip);
  const sizes = new Map<string, number>();
  let unpacked = 0;

  async function* chunksOf(name: string): AsyncGenerator<Buffer> {
    const entry = entries.get(name);
    if (!entry) throw new UnreadableFile('damaged');
    const stream = await streamOf(zip, entry);
    let size = 0;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        size += chunk.length;
        // What is walked a second time is not counted a second time.
        const grown = Math.max(0, size - (sizes.get(name) ?? 0));
        unpacked += grown;
        if (grown > 0) sizes.set(name, size);
        const isBomb = size > SMALL && size > entry.compressedSize * MOST_RATIO;
        if (unpacked > MOST_UNPACKED || isBomb) throw new UnreadableFile('unpacks-too-large');
        yield chunk;
      }
    } catch (cause) {
      throw cause instanceof UnreadableFile ? cause : new UnreadableFile('damaged', { cause });
    } finally {
      stream.destroy();
    }
  }

  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    text: async (name) => (await buffer(chunksOf(name))).toString('utf8'),
    async *chunks(name) {
      const decoder = new TextDecoder();
      for await (const chunk of chunksOf(name)) yield decoder.decode(chunk, { stream: true });
      yield decoder.decode();
    },
  };
}

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (cause, zip) => {
      if (cause) reject(new UnreadableFile('damaged', { cause }));
      else resolve(zip);
    });
  });
}

function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      if (entries.size >= MOST_ENTRIES) {
        reject(new UnreadableFile('unpacks-too-large'));
        return;
      }
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', (cause: Error) => reject(new UnreadableFile('damaged', { cause })));
    zip.readEntry();
  });
}

function streamOf(zip: ZipFile, entry: Entry): Promise<NodeJS.ReadableStream & { destroy(): void }> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (cause, stream) => {
      if (cause) reject(new UnreadableFile(entry.isEncrypted() ? 'old-or-locked' : 'damaged', { cause }));
      else resolve(stream);
    });
  });
}
