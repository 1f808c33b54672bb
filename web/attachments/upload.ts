import type { AttachmentList, Upload } from '../../contract/incident.ts';
import { Problem } from '../session/problem.ts';
import type { Bilingual } from '../text/index.ts';
import { announceFile, completeFile, sendPiece } from './api.ts';
import { forgetFile, forgetPiece, importKey, keepPiece, keptPiece } from './kept-pieces.ts';

/** `left`: begun on another device, or in a browser that kept nothing; here it can only be taken away. */
export type UploadState = 'waiting' | 'sending' | 'no-network' | 'checking' | 'kept' | 'refused' | 'left';

export interface ShownUpload {
  readonly attachmentId: string;
  readonly fileName: string;
  readonly size: number;
  readonly sent: number;
  readonly state: UploadState;
  /** Why it is refused. */
  readonly reason: Bilingual | null;
}

/** Where the bytes come from: the file that was chosen, or what this browser kept of it. */
export type Source = { readonly file: File } | { readonly unfinished: AttachmentList['unfinished'][number] };

export interface Sending {
  readonly incidentId: string;
  readonly attachmentId: string;
  readonly fileName: string;
  readonly size: number;
  readonly source: Source;
  readonly signal: AbortSignal;
  readonly tell: (change: Partial<ShownUpload>) => void;
}

/** The whole way of one file, however often the network goes away. Throws a `Problem` when the answer is no. */
export async function sendFile(sending: Sending): Promise<void> {
  const { incidentId, attachmentId, size, signal, tell } = sending;
  const upload = await patiently(sending, () => announceFile(sending, signal));
  const key = await importKey(upload.resumeKey);
  const count = Math.ceil(size / upload.pieceBytes);
  const missing = Array.from({ length: count }, (_, number) => number).filter((n) => !upload.received.includes(n));
  if ('file' in sending.source) await keepAll(sending, upload, key, missing);
  let sent = count - missing.length;
  for (const number of missing) {
    tell({ state: 'sending', sent: Math.min(size, sent * upload.pieceBytes) });
    const bytes = await pieceFrom(sending, upload, key, number);
    await patiently(sending, () => sendPiece(attachmentId, number, bytes, signal));
    sent += 1;
    await forgetPiece([incidentId, attachmentId, number]).catch(ignored);
  }
  tell({ state: 'checking', sent: size });
  const idempotencyKey = crypto.randomUUID();
  await patiently(sending, () => completeFile(attachmentId, idempotencyKey, signal));
  await forgetFile(incidentId, attachmentId).catch(ignored);
  tell({ state: 'kept' });
}

/** First everything is kept here, sealed; only then it is sent. A browser that keeps nothing sends it all the same. */
async function keepAll(sending: Sending, upload: Upload, key: CryptoKey, missing: readonly number[]): Promise<void> {
  const { incidentId, attachmentId, signal } = sending;
  try {
    for (const number of missing) {
      signal.throwIfAborted();
      await keepPiece([incidentId, attachmentId, number], key, await pieceFrom(sending, upload, key, number));
    }
  } catch (cause) {
    if (signal.aborted || cause instanceof FileGone) throw cause;
  }
}

async function pieceFrom(
  { incidentId, attachmentId, source }: Sending,
  { pieceBytes }: Upload,
  key: CryptoKey,
  number: number,
): Promise<ArrayBuffer> {
  if ('file' in source) {
    const piece = source.file.slice(number * pieceBytes, (number + 1) * pieceBytes);
    return piece.arrayBuffer().catch((cause) => {
      throw new FileGone('The file cannot be read any more', { cause });
    });
  }
  const kept = await keptPiece([incidentId, attachmentId, number], key);
  if (kept === undefined) throw new FileGone('This browser did not keep the whole file');
  return kept;
}

/** Moved, thrown away or changed since it was chosen. */
export class FileGone extends Error {
  override readonly name = 'FileGone';
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;

/** Again and again while nobody answers, sooner when the network says that it is back. */
async function patiently<Answer>({ signal, tell }: Sending, ask: () => Promise<Answer>): Promise<Answer> {
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    try {
      return await ask();
    } catch (failure) {
      if (signal.aborted || !(failure instanceof Problem) || !isPassing(failure)) throw failure;
      tell({ state: 'no-network' });
      await untilOnlineOr(wait, signal);
      tell({ state: 'sending' });
    }
  }
}

const isPassing = ({ kind }: Problem) => kind === 'unreachable' || kind === 'too-many';

function untilOnlineOr(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const go = () => {
      clearTimeout(timer);
      removeEventListener('online', go);
      signal.removeEventListener('abort', go);
      done();
    };
    const timer = setTimeout(go, milliseconds);
    addEventListener('online', go);
    signal.addEventListener('abort', go);
  });
}

/** Keeping and forgetting here is a comfort: without it the file still goes. */
const ignored = () => {};
