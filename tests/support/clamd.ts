import { type AddressInfo, createServer } from 'node:net';
import { afterAll } from 'vitest';

export interface ClamdDouble {
  readonly url: string;
  /** What was sent to it, whole files. */
  readonly scanned: Buffer[];
  /** True: it takes no more connections. */
  isAway: boolean;
}

/** Speaks INSTREAM as clamd does, and finds a virus wherever these words stand. */
export async function clamdDouble({
  finds,
  largest = Infinity,
}: {
  finds: string;
  largest?: number;
}): Promise<ClamdDouble> {
  const scanned: Buffer[] = [];
  const server = createServer((socket) => {
    if (double.isAway) return void socket.destroy();
    let held = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      held = Buffer.concat([held, bytes]);
      const file = fileIn(held);
      const size = file?.length ?? held.length;
      if (size > largest) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
      if (file === undefined) return;
      scanned.push(file);
      socket.end(file.includes(finds) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  afterAll(() => new Promise<void>((done) => server.close(() => done())));
  const { port } = server.address() as AddressInfo;
  const double: ClamdDouble = { url: `tcp://127.0.0.1:${port}`, scanned, isAway: false };
  return double;
}

const COMMAND = 'zINSTREAM\0';

/** The whole file once its end, a length of zero, has come in. */
function fileIn(held: Buffer): Buffer | undefined {
  if (held.length >= COMMAND.length && held.toString('latin1', 0, COMMAND.length) !== COMMAND)
    throw new Error('Not the command that clamd knows');
  const parts: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= held.length; ) {
    const length = held.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    if (at + 4 + length > held.length) return undefined;
    parts.push(held.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
