import { createHash } from 'node:crypto';
import * as contract from '../../contract/incident.ts';
import { newId } from '../../server/platform/index.ts';
import type { Visitor } from './visitor.ts';

export interface SampleFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Announces a file and sends the pieces that are asked, as a browser does. `only`: as far as the line held. */
export async function sendPieces(
  visitor: Visitor,
  incidentId: string,
  { name, bytes }: SampleFile,
  { attachmentId = newId(), only = Infinity }: { attachmentId?: string; only?: number } = {},
) {
  const body = { attachmentId, fileName: name, size: bytes.length };
  const started = await visitor.ask(contract.startAttachment, { params: { incidentId }, body });
  if (started.status !== 200) return { attachmentId, status: started.status, code: started.code, sent: 0 };
  const { pieceBytes, received } = started.body;
  const numbers = Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, number) => number);
  const missing = numbers.filter((number) => !received.includes(number)).slice(0, only);
  for (const number of missing) {
    const piece = bytes.subarray(number * pieceBytes, (number + 1) * pieceBytes);
    const params = { attachmentId, number: String(number) };
    const answer = await visitor.ask(contract.sendAttachmentPiece, { params, bytes: piece });
    if (answer.status !== 200) return { attachmentId, status: answer.status, code: answer.code, sent: number };
  }
  return { attachmentId, status: 200, code: undefined, sent: missing.length };
}

/** The whole way of one file; answers its id, or why not. */
export async function attach(visitor: Visitor, incidentId: string, file: SampleFile) {
  const { attachmentId, status, code } = await sendPieces(visitor, incidentId, file);
  if (status !== 200) return { attachmentId, status, code, sha256: undefined };
  const done = await visitor.ask(contract.completeAttachment, { params: { attachmentId }, body: {} });
  return { attachmentId, status: done.status, code: done.code, sha256: done.body.sha256 };
}
