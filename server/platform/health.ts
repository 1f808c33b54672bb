import type { FastifyInstance } from 'fastify';
import type { Now } from './clock.ts';
import type { PlatformDatabase } from './database.ts';
import { newId } from './ids.ts';
import { jobQueue } from './job-queue.ts';

export interface HealthNeeds {
  readonly database: PlatformDatabase;
  readonly now: Now;
  /** When the audit log was last sealed up to that moment; absent in a process that does not seal. */
  readonly lastSealedAt?: () => Date | undefined;
}

export interface Health {
  readonly ready: boolean;
  readonly database: boolean;
  readonly oldestDueJobSeconds: number | null;
  readonly dueJobs: number | null;
  readonly jobsPutAside: number | null;
  readonly oldestUnheardEventSeconds: number | null;
  readonly sealLagSeconds: number | null;
  readonly poolWaitMs: { readonly app: number; readonly worker: number };
}

/** `live`: the process answers. `ready`: it can do its work. Numbers only, so both are open. */
export function serveHealth(server: FastifyInstance, needs: HealthNeeds): void {
  server.get('/health/live', async () => ({ live: true }));
  server.get('/health/ready', async (_request, reply) => {
    const health = await healthOf(needs);
    reply.code(health.ready ? 200 : 503).header('cache-control', 'no-store');
    return health;
  });
}

async function healthOf({ database, now, lastSealedAt }: HealthNeeds): Promise<Health> {
  const moment = now();
  const wait = database.poolWait();
  const queue = jobQueue(database.alone, newId());
  const state = await queue.state(moment).catch(() => undefined);
  return {
    ready: state !== undefined,
    database: state !== undefined,
    oldestDueJobSeconds: secondsSince(state?.oldestDueAt, moment),
    dueJobs: state?.pending ?? null,
    jobsPutAside: state?.dead ?? null,
    oldestUnheardEventSeconds: secondsSince(state?.oldestEventAt, moment),
    sealLagSeconds: secondsSince(lastSealedAt?.(), moment),
    poolWaitMs: { app: wait.app.longestMs, worker: wait.worker.longestMs },
  };
}

function secondsSince(then: Date | null | undefined, now: Date): number | null {
  return then === null || then === undefined ? null : Math.max(0, (now.getTime() - then.getTime()) / 1000);
}
