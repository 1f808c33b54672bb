import { Worker } from 'node:worker_threads';
import type { RecognisedEvent } from '../../../../contract/recognise-events.ts';
import type { MailTask } from './mail-thread.ts';

/** A mail that somebody made to hurt us must not take the memory or the time of everybody. */
const MOST_MEMORY_MB = 512;
const MOST_MS = 15_000;

type Found = readonly RecognisedEvent[] | null;

/** One mail after the other, in one thread that stays for the next: forty at once are not forty threads. */
let last: Promise<unknown> = Promise.resolve();
let thread: Worker | undefined;

/** What happened according to this mail; null when nobody can read it. */
export function readMail(task: MailTask): Promise<Found> {
  const reading = last.then(() => askThread(task));
  last = reading;
  return reading;
}

function askThread(task: MailTask): Promise<Found> {
  thread ??= openThread();
  const asked = thread;
  return new Promise((resolve) => {
    const answer = (found: Found) => {
      clearTimeout(patience);
      asked.off('message', answer).off('error', giveUp).off('exit', giveUp).unref();
      resolve(found);
    };
    const giveUp = () => {
      thread = undefined;
      void asked.terminate();
      answer(null);
    };
    const patience = setTimeout(giveUp, MOST_MS);
    asked.on('message', answer).on('error', giveUp).on('exit', giveUp).ref();
    asked.postMessage(task);
  });
}

function openThread(): Worker {
  const worker = new Worker(new URL('./mail-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    // A test runner's own ways to load files are not for this thread.
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  // Between two mails nobody listens: a thread that ended then is replaced by the next mail.
  const forget = () => {
    if (thread === worker) thread = undefined;
  };
  return worker.on('error', forget).on('exit', forget);
}
