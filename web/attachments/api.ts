import type { AnswerOf } from '../../contract/endpoint.ts';
import type { AttachmentList, completeAttachment, Upload } from '../../contract/incident.ts';
import { Problem } from '../session/problem.ts';
import { request } from '../session/request.ts';

/** Types of the contract only: the lean report entry carries this along too. */

export function announceFile(
  {
    incidentId,
    attachmentId,
    fileName,
    size,
  }: { incidentId: string; attachmentId: string; fileName: string; size: number },
  signal: AbortSignal,
): Promise<Upload> {
  const body = { attachmentId, fileName: plain(fileName), size };
  return request({ method: 'POST', path: `/incidents/${incidentId}/attachments`, body, signal });
}

export async function sendPiece(attachmentId: string, number: number, bytes: ArrayBuffer, signal: AbortSignal) {
  const answer = await fetch(`/api/v1/attachments/${attachmentId}/pieces/${number}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: bytes,
    signal,
  }).catch((cause: unknown) => {
    throw signal.aborted ? cause : Problem.unreachable();
  });
  if (!answer.ok) throw await Problem.from(answer);
}

export function completeFile(
  attachmentId: string,
  idempotencyKey: string,
  signal: AbortSignal,
): Promise<AnswerOf<typeof completeAttachment>> {
  const path = `/attachments/${attachmentId}/completion`;
  return request({ method: 'POST', path, body: {}, idempotencyKey, signal });
}

export async function giveUpFile(attachmentId: string): Promise<void> {
  await request({ method: 'DELETE', path: `/attachments/${attachmentId}`, idempotencyKey: crypto.randomUUID() });
}

export function readAttachments(incidentId: string, signal: AbortSignal): Promise<AttachmentList> {
  return request({ method: 'GET', path: `/incidents/${incidentId}/attachments`, signal });
}

/** A name that JSON and PostgreSQL can hold; what else is odd about it is up to the server. */
const plain = (fileName: string) => fileName.replaceAll('\0', '').toWellFormed().slice(0, 1000).toWellFormed();
