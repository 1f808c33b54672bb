import type { AttachmentList } from '../../contract/incident.ts';
import { Problem } from '../session/problem.ts';
import { giveUpFile } from './api.ts';
import { forgetFile, keptFiles } from './kept-pieces.ts';
import { FileGone, type ShownUpload, type Source, sendFile } from './upload.ts';
import { words } from './words.ts';

interface Queued {
  readonly incidentId: string;
  readonly source: Source;
  readonly stop: AbortController;
  shown: ShownUpload;
}

/**
 * The files that are on their way, one after the other. It lives as long as the page of the browser, not as long as a screen:
 * whoever looks at something else meanwhile still sends.
 */
const queue: Queued[] = [];
const listeners = new Set<() => void>();
let snapshot: ReadonlyMap<string, readonly ShownUpload[]> = new Map();
let isSending = false;

const nothing: readonly ShownUpload[] = [];

export const uploadsOf = (incidentId: string): readonly ShownUpload[] => snapshot.get(incidentId) ?? nothing;

export function hearUploads(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function addFiles(incidentId: string, files: readonly File[], limits: AttachmentList['limits']): void {
  for (const file of files) {
    const reason = refusedAtOnce(file, limits);
    enter({
      incidentId,
      source: { file },
      stop: new AbortController(),
      shown: {
        attachmentId: crypto.randomUUID(),
        fileName: file.name,
        size: file.size,
        sent: 0,
        state: reason ? 'refused' : 'waiting',
        reason,
      },
    });
  }
  void sendNext();
}

function refusedAtOnce({ size }: File, { fileBytes }: AttachmentList['limits']): ShownUpload['reason'] {
  if (size === 0) return words.empty;
  return size > fileBytes ? words.tooLarge(size, fileBytes) : null;
}

/** Goes on with what was being sent before a reload; tells of what only another device can go on with. */
export async function goOnWith(incidentId: string, unfinished: AttachmentList['unfinished']): Promise<void> {
  const here = await keptFiles(incidentId).catch(() => new Set<string>());
  for (const one of unfinished) {
    const { attachmentId, fileName, size, received, pieceBytes } = one;
    if (queue.some(({ shown }) => shown.attachmentId === attachmentId)) continue;
    const isAllIn = received.length === Math.ceil(size / pieceBytes);
    const state = here.has(attachmentId) || isAllIn ? 'waiting' : 'left';
    const sent = Math.min(size, received.length * pieceBytes);
    const shown = { attachmentId, fileName, size, sent, state, reason: null } as const;
    enter({ incidentId, source: { unfinished: one }, stop: new AbortController(), shown });
  }
  // What the server no longer waits for was given up elsewhere.
  for (const attachmentId of here) {
    if (!queue.some(({ shown }) => shown.attachmentId === attachmentId)) await forgetFile(incidentId, attachmentId);
  }
  void sendNext();
}

/** Stops it, here and at the server. What is kept stays. */
export function takeAway(attachmentId: string): void {
  const found = queue.find(({ shown }) => shown.attachmentId === attachmentId);
  if (found === undefined || found.shown.state === 'kept') return;
  queue.splice(queue.indexOf(found), 1);
  found.stop.abort();
  show();
  forgetFile(found.incidentId, attachmentId).catch(() => {});
  // Without network the server tidies it up by itself.
  giveUpFile(attachmentId).catch(() => {});
}

async function sendNext(): Promise<void> {
  if (isSending) return;
  isSending = true;
  for (let next = firstWaiting(); next; next = firstWaiting()) await send(next);
  isSending = false;
}

const firstWaiting = () => queue.find(({ shown }) => shown.state === 'waiting');

async function send(queued: Queued): Promise<void> {
  const { incidentId, source, stop } = queued;
  const { attachmentId, fileName, size } = queued.shown;
  const tell = (change: Partial<ShownUpload>) => {
    queued.shown = { ...queued.shown, ...change };
    show();
  };
  tell({ state: 'sending' });
  try {
    await sendFile({ incidentId, attachmentId, fileName, size, source, signal: stop.signal, tell });
  } catch (failure) {
    if (stop.signal.aborted) return;
    tell({ state: 'refused', reason: reasonOf(failure) });
    // Signed out or broken: it stays here, to go on with later. A no is a no.
    const isFinal = failure instanceof Problem && ['refused', 'invalid', 'absent', 'forbidden'].includes(failure.kind);
    if (isFinal || failure instanceof FileGone) await forgetFile(incidentId, attachmentId).catch(() => {});
    if (isFinal || failure instanceof FileGone) await giveUpFile(attachmentId).catch(() => {});
  }
}

function reasonOf(failure: unknown): ShownUpload['reason'] {
  if (failure instanceof FileGone) return words.gone;
  if (failure instanceof Problem) return { nl: failure.nl, en: failure.en };
  return words.broken;
}

function enter(queued: Queued): void {
  queue.push(queued);
  show();
}

function show(): void {
  snapshot = new Map(
    [...new Set(queue.map(({ incidentId }) => incidentId))].map((incidentId) => [
      incidentId,
      queue.filter((queued) => queued.incidentId === incidentId).map(({ shown }) => shown),
    ]),
  );
  for (const listener of listeners) listener();
}
