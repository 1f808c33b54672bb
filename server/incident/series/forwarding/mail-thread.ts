// Reads mails beside the thread that answers people: whatever somebody put into one, it holds up nobody.
import os from 'node:os';
import { parentPort } from 'node:worker_threads';
import { eventsInMail } from '../../../../contract/events-in-mail.ts';
import { onDutchClock } from '../../rules/dutch-day.ts';

export interface MailTask {
  readonly mail: Uint8Array;
  readonly arrivedAt: Date;
}

const port = parentPort;
if (port === null) throw new Error('This runs as a thread of its own');
// On Linux a priority is of one thread: this one steps aside for people. Elsewhere it would be of the whole program.
if (process.platform === 'linux') os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);
port.on('message', ({ mail, arrivedAt }: MailTask) => {
  const reading = eventsInMail(mail, { onClock: onDutchClock, arrivedAt });
  // What nobody can read is an answer too.
  void reading.catch(() => null).then((events) => port.postMessage(events));
});
