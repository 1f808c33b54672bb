import type { JobRegistry, Tx } from '../../platform/index.ts';
import type { ImportNeeds } from './import-store.ts';
import { readFile } from './read-file.ts';
import { takeOutImported } from './take-out-imported.ts';
import { takeOverRows } from './take-over-rows.ts';

const kinds = { read: 'import-read', rows: 'import-rows', undo: 'import-undo' } as const;
type Work = keyof typeof kinds;

/** A job that lasts longer gives its place to others and goes on later; a job may last three quarters of a minute. */
const TURN_MS = 25_000;

export function handleImports(registry: JobRegistry, needs: ImportNeeds): void {
  registry.handleOutside(kinds.read, (job, { transact }) => readFile(needs, transact, importOf(job.data)));
  registry.handleOutside(kinds.rows, async (job, { transact, signal }) => {
    const importId = importOf(job.data);
    const isLeft = await takeOverRows(needs, transact, importId, { goesOn: turn(signal) });
    if (isLeft) await transact((tx) => enqueueImport(tx, 'rows', importId));
  });
  registry.handleOutside(kinds.undo, async (job, { transact, signal }) => {
    const importId = importOf(job.data);
    const isLeft = await takeOutImported(transact, importId, turn(signal));
    if (isLeft) await transact((tx) => enqueueImport(tx, 'undo', importId));
  });
}

export function enqueueImport(tx: Tx, work: Work, importId: string): Promise<void> {
  return tx.enqueue({ kind: kinds[work], runAt: tx.now, data: { importId } });
}

function turn(signal: AbortSignal): () => boolean {
  const until = performance.now() + TURN_MS;
  return () => performance.now() < until && !signal.aborted;
}

function importOf({ importId }: { readonly [name: string]: unknown }): string {
  if (typeof importId !== 'string') throw new Error('A job of an import names it');
  return importId;
}
