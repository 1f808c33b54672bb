import { finishImportFile, sendImportPart, startImport } from '../../../contract/import.ts';
import { IMPORT_PART_BYTES } from '../../../contract/import-words.ts';
import { call } from '../../session/call.ts';

/** Sends a file piece by piece and has it read. Answers under which id it is known. */
export async function sendFile(file: File, onProgress: (percent: number) => void): Promise<string> {
  const importId = crypto.randomUUID();
  const fileName = file.name.slice(-200);
  await call(startImport, { body: { importId, fileName, bytes: file.size } }, { idempotencyKey: crypto.randomUUID() });
  const parts = Math.ceil(file.size / IMPORT_PART_BYTES);
  for (let part = 0; part < parts; part++) {
    const piece = file.slice(part * IMPORT_PART_BYTES, (part + 1) * IMPORT_PART_BYTES);
    await call(sendImportPart, { params: { importId, part }, body: { content: await base64Of(piece) } });
    onProgress(Math.round(((part + 1) / parts) * 100));
  }
  await call(finishImportFile, { params: { importId } }, { idempotencyKey: crypto.randomUUID() });
  return importId;
}

async function base64Of(piece: Blob): Promise<string> {
  const bytes = new Uint8Array(await piece.arrayBuffer());
  let text = '';
  // In pieces: a function takes only so many arguments.
  for (let start = 0; start < bytes.length; start += 8192) {
    text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return btoa(text);
}
