import pg from 'pg';
import { type SealNeeds, sealEntries } from './seal.ts';

export interface SealerNeeds extends SealNeeds {
  /** Connects as the role of the jobs. */
  readonly workerUrl: string;
  readonly everyMs?: number;
}

/** Seals every few seconds, and once more when the program stops. */
export interface Sealer {
  /** Waits for a round that began after this call. */
  sealNow(): Promise<number>;
  stop(): Promise<void>;
  /** For the health page: when the log was last known to be sealed up to now. */
  lastSealedAt(): Date | undefined;
}

const EVERY_MS = 3_000;

export function startSealer(needs: SealerNeeds): Sealer {
  const pool = new pg.Pool({ connectionString: needs.workerUrl, max: 1, application_name: 'rugdekking-seal' });
  // A broken idle connection is replaced at the next round.
  pool.on('error', () => undefined);
  // One that breaks in the middle of a round fails that round, and must not end the program.
  pool.on('connect', (client) => client.on('error', () => undefined));
  let round: Promise<number> = Promise.resolve(0);
  let lastSealedAt: Date | undefined;

  function sealNow(): Promise<number> {
    round = round.catch(() => 0).then(sealOnce);
    return round;
  }

  async function sealOnce(): Promise<number> {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      const sealed = await sealEntries(client, needs);
      lastSealedAt = needs.now();
      return sealed;
    } catch (cause) {
      // Closing the connection also lets go of the lock.
      broken = cause instanceof Error ? cause : new Error(String(cause));
      throw cause;
    } finally {
      client.release(broken);
    }
  }

  const timer = setInterval(() => {
    sealNow().catch((cause: unknown) => needs.warn(`Sealing the audit log failed: ${String(cause)}`));
  }, needs.everyMs ?? EVERY_MS);
  timer.unref();

  return {
    sealNow,
    lastSealedAt: () => lastSealedAt,
    async stop() {
      clearInterval(timer);
      await sealNow().catch((cause: unknown) =>
        needs.warn(`Sealing the audit log at the end failed: ${String(cause)}`),
      );
      await pool.end();
    },
  };
}
