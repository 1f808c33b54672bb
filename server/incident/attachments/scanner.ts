import { connect, type Socket } from 'node:net';
import { EnvironmentProblem } from '../../platform/index.ts';

export type ScanOutcome = 'clean' | 'infected' | 'not_scanned';

/** Looks for viruses in a file while it goes by. Throws when it cannot say: then it is asked again later. */
export type Scanner = (pieces: AsyncIterable<Uint8Array>, signal: AbortSignal) => Promise<ScanOutcome>;

const LONGEST_SILENCE_MS = 60_000;
const LONGEST_ANSWER = 4096;

/** ClamAV's own daemon, over `tcp://host:3310` or `unix:/run/clamav/clamd.ctl`, with its INSTREAM command. */
export function clamdAt(url: string): Scanner {
  const open = opener(url);
  return async (pieces, signal) => {
    const socket = open();
    const answer = answerFrom(socket, signal);
    // Waited for below; until then its failure must not end the program.
    answer.catch(() => {});
    try {
      await write(socket, Buffer.from('zINSTREAM\0'), answer);
      for await (const piece of pieces) {
        await write(socket, lengthOf(piece), answer);
        await write(socket, piece, answer);
      }
      await write(socket, lengthOf(Buffer.alloc(0)), answer);
      return outcomeOf(await answer);
    } catch (cause) {
      // A daemon that has had enough says so and hangs up while we still write.
      const said = await Promise.race([answer.catch(() => ''), Promise.resolve('')]);
      if (said !== '') return outcomeOf(said);
      throw cause;
    } finally {
      socket.destroy();
    }
  };
}

function opener(url: string): () => Socket {
  const [, path] = /^unix:(\/.+)$/.exec(url) ?? [];
  if (path !== undefined) return () => connect({ path });
  const { protocol, hostname, port } = URL.canParse(url) ? new URL(url) : { protocol: '', hostname: '', port: '' };
  if (protocol === 'tcp:' && hostname !== '')
    return () => connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3310) });
  throw new EnvironmentProblem(`CLAMD_URL must be like tcp://localhost:3310 or unix:/run/clamav/clamd.ctl.`);
}

function lengthOf(piece: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  return length;
}

/** Slow readers slow us down; one that has answered already gets nothing more. */
async function write(socket: Socket, bytes: Uint8Array, answer: Promise<string>): Promise<void> {
  const written = new Promise<void>((done, fail) => {
    socket.write(bytes, (cause) => (cause ? fail(cause) : done()));
  });
  await Promise.race([written, answer.then(() => Promise.reject(new Error('clamd answered before the end')))]);
}

function answerFrom(socket: Socket, signal: AbortSignal): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    socket.setTimeout(LONGEST_SILENCE_MS, () => fail(new Error('clamd is silent')));
    socket.on('data', (bytes) => {
      said = (said + bytes.toString('latin1')).slice(0, LONGEST_ANSWER);
    });
    socket.on('error', fail);
    socket.on('close', () => (said === '' ? fail(new Error('clamd said nothing')) : done(said)));
    signal.addEventListener('abort', () => socket.destroy(), { once: true });
    socket.on('end', () => socket.end());
  });
}

function outcomeOf(said: string): ScanOutcome {
  const line = said.replace(/\0/g, '').trim();
  if (/^stream: OK$/.test(line)) return 'clean';
  if (/ FOUND$/.test(line)) return 'infected';
  if (/size limit exceeded/i.test(line)) return 'not_scanned';
  throw new Error(`clamd does not know: ${line.slice(0, 100)}`);
}
