import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A file instead of JSON: sent after the commit, piece by piece, so that a large one never stands in memory whole. */
export class FileAnswer {
  readonly type: string;
  readonly size: number;
  readonly headers: Readonly<Record<string, string>>;
  /** From and until which byte; `until` itself is not part of it. */
  readonly read: (from: number, until: number) => AsyncIterable<Uint8Array>;

  constructor(file: Pick<FileAnswer, 'type' | 'size' | 'headers' | 'read'>) {
    this.type = file.type;
    this.size = file.size;
    this.headers = file.headers;
    this.read = file.read;
  }
}

export async function sendFile(request: FastifyRequest, reply: FastifyReply, file: FileAnswer): Promise<void> {
  const part = partAsked(request.headers.range, file.size);
  if (part === 'nowhere') {
    await reply.code(416).header('content-range', `bytes */${file.size}`).send();
    return;
  }
  const { from, until } = part ?? { from: 0, until: file.size };
  const pieces = file.read(from, until)[Symbol.asyncIterator]();
  // The first piece before any header: what cannot be opened is a failure, not half a file.
  const first = await pieces.next();
  reply
    .code(part ? 206 : 200)
    .type(file.type)
    .headers(file.headers);
  reply.header('accept-ranges', 'bytes').header('content-length', until - from);
  if (part) reply.header('content-range', `bytes ${from}-${until - 1}/${file.size}`);
  await reply.send(Readable.from(allOf(first, pieces), { objectMode: false }));
}

async function* allOf(first: IteratorResult<Uint8Array>, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let piece = first; !piece.done; piece = await rest.next()) yield piece.value;
}

/** One part, as players of sound ask for it; whatever else a Range says, the whole file is a fitting answer to it. */
function partAsked(
  range: string | undefined,
  size: number,
): { readonly from: number; readonly until: number } | 'nowhere' | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const until = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  return from < until ? { from, until } : 'nowhere';
}
