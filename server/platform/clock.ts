import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The one clock. Given to use cases, to the domain and to SQL; nobody else asks what time it is. */
export type Now = () => Date;

export interface MovableClock {
  readonly now: Now;
  /** Moves to a moment; the clock keeps ticking from there. */
  setTo(moment: Date): void;
  advance(milliseconds: number): void;
  /** Another process moved it. */
  readAgain(): void;
  /** Told after each move, so that timers can look again. */
  onMove(listener: () => void): void;
}

export const systemClock: Now = () => new Date();

/**
 * The clock of tests and demonstrations. The distance to the system clock is kept in a file,
 * so that the same time goes on after a restart.
 */
export function movableClock(dataDirectory: string): MovableClock {
  const file = join(dataDirectory, 'clock.json');
  const listeners: (() => void)[] = [];
  let offset = readOffset(file);

  function move(to: number): void {
    offset = to;
    mkdirSync(dataDirectory, { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify({ offsetMilliseconds: offset }));
    renameSync(`${file}.new`, file);
    for (const listener of listeners) listener();
  }

  return {
    now: () => new Date(Date.now() + offset),
    setTo: (moment) => move(moment.getTime() - Date.now()),
    advance: (milliseconds) => move(offset + milliseconds),
    readAgain: () => {
      offset = readOffset(file);
    },
    onMove: (listener) => void listeners.push(listener),
  };
}

function readOffset(file: string): number {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof kept === 'object' && kept !== null && 'offsetMilliseconds' in kept)
      return Number(kept.offsetMilliseconds);
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw cause;
  }
  return 0;
}
