import { readWrongRows } from '../../../contract/import.ts';
import { call } from '../../session/call.ts';
import type { Language } from '../../text/index.ts';

/** Puts the pieces together and hands them to the browser as one file. */
export async function downloadWrongRows(importId: string, language: Language): Promise<void> {
  const pieces: string[] = [];
  let fileName = '';
  for (let part: number | null = 0; part !== null; ) {
    const answer: Awaited<ReturnType<typeof readPiece>> = await readPiece(importId, part, language);
    pieces.push(answer.csv);
    fileName ||= answer.fileName;
    part = answer.next;
  }
  const address = URL.createObjectURL(new Blob(pieces, { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function readPiece(importId: string, part: number, language: Language) {
  return call(readWrongRows, { params: { importId }, query: { part, language } });
}
