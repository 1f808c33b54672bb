// Reads a file and prepares its rows, beside the thread that answers people: taking over a large register slows nobody down.
import os from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { type PreparedBatch, prepareRows, type RowsTask } from './prepare-rows.ts';
import { type FileReading, readColumns } from './read-columns.ts';
import { type FileFlaw, UnreadableFile } from './source/file-flaw.ts';

export type ThreadTask = { readonly kind: 'read'; readonly bytes: Uint8Array } | ({ readonly kind: 'rows' } & RowsTask);

export type ThreadAnswer =
  | { readonly kind: 'reading'; readonly reading: FileReading }
  | { readonly kind: 'batch'; readonly batch: PreparedBatch }
  | { readonly kind: 'end' }
  | { readonly kind: 'flaw'; readonly flaw: FileFlaw };

const port = parentPort;
if (port === null) throw new Error('This runs as a thread of its own');
// On Linux a priority is of one thread: this one steps aside for people. Elsewhere it would be of the whole program.
if (process.platform === 'linux') os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);
const tell = (answer: ThreadAnswer) => port.postMessage(answer);

/** One batch for each time that somebody asks: never further ahead than that. */
function turns(): { next: () => Promise<void> } {
  let asked = 0;
  let waiting: (() => void) | undefined;
  port?.on('message', () => {
    asked += 1;
    waiting?.();
  });
  return {
    async next() {
      while (asked === 0) await new Promise<void>((resolve) => (waiting = resolve));
      asked -= 1;
    },
  };
}

try {
  const task = workerData as ThreadTask;
  if (task.kind === 'read') tell({ kind: 'reading', reading: await readColumns(task.bytes) });
  else {
    const turn = turns();
    for await (const batch of prepareRows(task)) {
      await turn.next();
      tell({ kind: 'batch', batch });
    }
    tell({ kind: 'end' });
  }
} catch (cause) {
  if (!(cause instanceof UnreadableFile)) throw cause;
  tell({ kind: 'flaw', flaw: cause.flaw });
} finally {
  port.close();
}
