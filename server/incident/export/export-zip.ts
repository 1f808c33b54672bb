import { Readable } from 'node:stream';
import yazl from 'yazl';

/** A part of a zip file, in the order in which it stands there. */
export interface Part {
  readonly path: string;
  readonly content: string | AsyncIterable<string>;
  /** OpenDocument is known by a first part that is readable as it is. */
  readonly isStored?: true;
}

/** Every file alike: the moment is in the file itself, where it matters. */
const MADE = new Date('2000-01-01T12:00:00Z');

export async function* zipOf(parts: readonly Part[]): AsyncGenerator<Buffer> {
  const zip = new yazl.ZipFile();
  for (const { path, content, isStored } of parts) {
    const options = { mtime: MADE, compress: !isStored, forceDosTimestamp: true };
    if (typeof content === 'string') zip.addBuffer(Buffer.from(content, 'utf8'), path, options);
    else zip.addReadStream(watched(content, zip), path, options);
  }
  zip.end();
  for await (const bytes of zip.outputStream) yield bytes as Buffer;
}

/** What goes wrong while reading breaks the file off, instead of leaving it half and waiting. */
function watched(content: AsyncIterable<string>, zip: yazl.ZipFile): Readable {
  const stream = Readable.from(content, { objectMode: false });
  stream.on('error', (cause) => (zip.outputStream as Readable).destroy(cause));
  return stream;
}
