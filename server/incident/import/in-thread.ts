import { Worker } from 'node:worker_threads';
import type { ThreadAnswer, ThreadTask } from './file-thread.ts';
import type { PreparedBatch, RowsTask } from './prepare-rows.ts';
import type { FileReading } from './read-columns.ts';
import { UnreadableFile } from './source/file-flaw.ts';

/** A file that somebody made to hurt us must not take the memory of everybody. */
const MOST_MEMORY_MB = 1_536;

/** Throws `UnreadableFile` when it is none that we can take over. */
export async function readInThread(bytes: Uint8Array): Promise<FileReading> {
  const thread = openThread({ kind: 'read', bytes });
  try {
    const answer = await thread.next();
    if (answer.kind !== 'reading') throw new Error(`The thread answered ${answer.kind}`);
    return answer.reading;
  } finally {
    await thread.close();
  }
}

/** The rows, batch by batch; the next one is made while the last is being kept. */
export async function* rowsFromThread(task: RowsTask): AsyncGenerator<PreparedBatch> {
  const thread = openThread({ kind: 'rows', ...task });
  try {
    thread.ask();
    for (;;) {
      const answer = await thread.next();
      if (answer.kind !== 'batch') return;
      thread.ask();
      yield answer.batch;
    }
  } finally {
    await thread.close();
  }
}

function openThread(task: ThreadTask) {
  const worker = new Worker(new URL('./file-thread.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    // A test runner's own ways to load files are not for this thread.
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const answers: ThreadAnswer[] = [];
  let failure: Error | undefined;
  let told: (() => void) | undefined;
  worker.on('message', (answer: ThreadAnswer) => {
    answers.push(answer);
    told?.();
  });
  const fail = (cause: Error) => {
    // Out of memory: whatever it was, it was no register.
    const isMemory = 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
    failure ??= isMemory ? new UnreadableFile('unpacks-too-large', { cause }) : cause;
    told?.();
  };
  worker.on('error', fail);
  worker.on('exit', (code) => {
    if (code !== 0) fail(new Error(`The thread that reads files ended with ${code}`));
    else told?.();
  });
  return {
    ask: () => worker.postMessage('next'),
    async next(): Promise<ThreadAnswer> {
      while (answers.length === 0 && failure === undefined) await new Promise<void>((resolve) => (told = resolve));
      const answer = answers.shift();
      if (answer?.kind === 'flaw') throw new UnreadableFile(answer.flaw);
      if (answer) return answer;
      throw failure;
    },
    close: async () => void (await worker.terminate()),
  };
}
