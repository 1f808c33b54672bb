/** How long callers waited for a connection, since the last reading. */
export interface PoolWait {
  readonly taken: number;
  readonly meanMs: number;
  readonly longestMs: number;
}

export function waitMeter(): { add(milliseconds: number): void; read(): PoolWait } {
  let taken = 0;
  let total = 0;
  let longest = 0;
  return {
    add(milliseconds) {
      taken += 1;
      total += milliseconds;
      if (milliseconds > longest) longest = milliseconds;
    },
    read() {
      const reading = { taken, meanMs: taken === 0 ? 0 : total / taken, longestMs: longest };
      taken = 0;
      total = 0;
      longest = 0;
      return reading;
    },
  };
}
