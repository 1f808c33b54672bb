import type { ImportMapping, ImportView } from '../../contract/import.ts';
import { IMPORT_PART_BYTES } from '../../contract/import-words.ts';
import {
  checkRows,
  finishFile,
  keepFilePart,
  startImport,
  takeOver,
  undo,
} from '../../server/incident/import/import-steps.ts';
import { viewImport } from '../../server/incident/import/imports.ts';
import { readFile } from '../../server/incident/import/read-file.ts';
import { takeOutImported } from '../../server/incident/import/take-out-imported.ts';
import { takeOverRows } from '../../server/incident/import/take-over-rows.ts';
import { newId } from '../../server/platform/index.ts';
import type { Town } from './town.ts';

const always = () => true;

/** Yusuf takes a register over, with every job done at once. */
export function registers(town: Town) {
  const needs = { vault: town.vault };
  const view = (importId: string) => town.as('yusuf', (tx) => viewImport(needs, tx, importId));

  /** Sends a file and has it read. */
  async function send(bytes: Buffer, fileName = 'register.csv'): Promise<ImportView> {
    const importId = newId();
    await town.as('yusuf', (tx) => startImport(needs, tx, { importId, fileName, bytes: bytes.length }));
    for (let at = 0; at < bytes.length; at += IMPORT_PART_BYTES) {
      const content = bytes.subarray(at, at + IMPORT_PART_BYTES).toString('base64');
      const number = at / IMPORT_PART_BYTES;
      await town.as('yusuf', (tx) => keepFilePart(needs, tx, importId, { number, content }));
    }
    await town.as('yusuf', (tx) => finishFile(tx, importId));
    await readFile(needs, town.asWorker, importId);
    return view(importId);
  }

  async function check(importId: string, mapping: ImportMapping): Promise<ImportView> {
    await town.as('yusuf', (tx) => checkRows(needs, tx, importId, mapping));
    await takeOverRows(needs, town.asWorker, importId, { goesOn: always });
    return view(importId);
  }

  async function bringIn(importId: string): Promise<ImportView> {
    await town.as('yusuf', (tx) => takeOver(needs, tx, importId));
    await takeOverRows(needs, town.asWorker, importId, { goesOn: always });
    return view(importId);
  }

  async function takeBack(importId: string): Promise<ImportView> {
    await town.as('yusuf', (tx) => undo(tx, importId));
    await takeOutImported(town.asWorker, importId, always);
    return view(importId);
  }

  /** From the file to the register, with the mapping that was guessed. */
  async function takeOverAll(bytes: Buffer, fileName?: string): Promise<ImportView> {
    const { importId, mapping } = await send(bytes, fileName);
    if (mapping === null) throw new Error('The file could not be read');
    await check(importId, mapping);
    return bringIn(importId);
  }

  return { needs, view, send, check, bringIn, takeBack, takeOverAll };
}
