import { Worker } from 'node:worker_threads';
import type { HeicTask, Pixels } from './heic-thread.ts';

/** The largest photo that phones make is 48 million points; decoding takes eight bytes for each. */
const limits = { mostPixels: 64_000_000, mostMemoryBytes: 512 * 1024 * 1024, longestMs: 30_000 };
export type HeicLimits = typeof limits;

let turn: Promise<unknown> = Promise.resolve();

/**
 * The pixels of a photo in HEIC; undefined when it is none, or asks too much. One at a time: ten photos that come in together
 * would otherwise want the memory and the processor of everybody.
 */
export function decodeHeic(bytes: Uint8Array, signal: AbortSignal, within = limits): Promise<Pixels | undefined> {
  const decoding = turn.then(() => inThread(bytes, signal, within));
  turn = decoding.catch(() => undefined);
  return decoding;
}

async function inThread(bytes: Uint8Array, signal: AbortSignal, within: HeicLimits): Promise<Pixels | undefined> {
  signal.throwIfAborted();
  const { mostPixels, mostMemoryBytes, longestMs } = within;
  const workerData: HeicTask = { bytes, mostPixels, mostMemoryBytes };
  const worker = new Worker(new URL('./heic-thread.ts', import.meta.url), {
    workerData,
    // A test runner's own ways to load files are not for this thread.
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdout: true,
    stderr: true,
  });
  const { promise, resolve, reject } = Promise.withResolvers<Pixels | undefined>();
  const stop = () => reject(signal.reason);
  const timer = setTimeout(() => resolve(undefined), longestMs);
  signal.addEventListener('abort', stop, { once: true });
  worker.on('message', resolve);
  // The decoder gave up on these bytes, or had no memory left: whatever it was, it was no photo.
  worker.on('error', () => resolve(undefined));
  worker.on('exit', () => resolve(undefined));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
