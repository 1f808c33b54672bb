import { eventsInMail } from '../../../contract/events-in-mail.ts';
import type { SeriesWay } from '../../../contract/incident.ts';
import { type RecognisedEvent, recogniseEvents } from '../../../contract/recognise-events.ts';
import { onDutchClock } from '../../text/dutchClock.ts';

export interface EventInFile extends RecognisedEvent {
  /** The file itself, to be kept with the dossier; absent where its words are all there is. */
  readonly file?: File;
}

/** What many files are about, the oldest first: each e-mail and each line of a talk its own event, any other file one on its own day. */
export async function eventsInFiles(files: readonly File[]): Promise<readonly EventInFile[]> {
  const found = await Promise.all(files.map(eventsIn));
  return found.flat().sort((one, other) => momentOf(one).localeCompare(momentOf(other)));
}

const momentOf = ({ day, time }: RecognisedEvent) => `${day} ${time ?? '12:00'}`;

async function eventsIn(file: File): Promise<readonly EventInFile[]> {
  if (isMail(file)) {
    const events = await mailEvents(file);
    if (events.length > 0) return events.map((event) => ({ ...event, file }));
  }
  if (isText(file)) return recogniseEvents(await file.text(), dayOf(file)).events;
  return [{ day: dayOf(file), time: null, way: wayOf(file), text: file.name.replace(/\.[a-z\d]{1,5}$/i, ''), file }];
}

/** A mail that cannot be read is still a file that somebody kept. */
async function mailEvents(file: File): Promise<readonly RecognisedEvent[]> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return await eventsInMail(bytes, { onClock: onDutchClock, arrivedAt: new Date(file.lastModified) });
  } catch {
    return [];
  }
}

type Named = Pick<File, 'name' | 'type'>;

const isMail = ({ name, type }: Named) => type === 'message/rfc822' || /\.eml$/i.test(name);
const isText = ({ name, type }: Named) => type === 'text/plain' || /\.(?:txt|csv)$/i.test(name);
const dayOf = ({ lastModified }: File) => onDutchClock(new Date(lastModified)).date;

function wayOf({ name, type }: Named): SeriesWay {
  if (isMail({ name, type }) || /\.msg$/i.test(name)) return 'mail';
  if (type.startsWith('audio/')) return 'call';
  return /^(?:image|video)\//.test(type) ? 'message' : 'other';
}
