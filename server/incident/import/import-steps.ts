import type { ImportMapping } from '../../../contract/import.ts';
import { IMPORT_MOST_BYTES, IMPORT_PART_BYTES, type ImportState } from '../../../contract/import-words.ts';
import { type Refused, refuse, type Tx } from '../../platform/index.ts';
import { enqueueImport } from './import-jobs.ts';
import type { ImportRefusal } from './import-refusals.ts';
import {
  beginRows,
  getImport,
  type ImportNeeds,
  importSealedAs,
  keepPart,
  lockImport,
  mappingOf,
  setState,
} from './import-store.ts';

type Outcome = { readonly importId: string; readonly state: ImportState } | Refused<ImportRefusal>;

/** → uploading */
export async function startImport(
  { vault }: ImportNeeds,
  tx: Tx,
  { importId, fileName, bytes }: { readonly importId: string; readonly fileName: string; readonly bytes: number },
): Promise<Outcome> {
  if (bytes > IMPORT_MOST_BYTES) return refuse('import-too-large');
  const name = (await vault.forEmployer(tx)).seal(importSealedAs.name(importId), fileName);
  const added = await tx.execute(
    `insert into incident.import (id, employer_id, started_by, started_at, state, bytes, sealed_name)
     values ($1, $2, $3, $4, 'uploading', $5, $6) on conflict do nothing`,
    [importId, tx.employerId, tx.personId, tx.now, bytes, name],
  );
  if (added === 0) return refuse('import-known');
  await tx.recordAudit({ action: 'import-started', objectKind: 'import', objectId: importId, detail: { bytes } });
  return { importId, state: 'uploading' };
}

/** The same piece again replaces itself. */
export async function keepFilePart(
  needs: ImportNeeds,
  tx: Tx,
  importId: string,
  part: { readonly number: number; readonly content: string },
): Promise<Outcome> {
  const { state } = await getImport(tx, importId);
  if (state !== 'uploading') return refuse('import-not-uploading');
  await keepPart(needs, tx, importId, { kind: 'file', number: part.number, text: part.content });
  return { importId, state };
}

/** uploading → reading */
export async function finishFile(tx: Tx, importId: string): Promise<Outcome> {
  const { state, bytes } = await lockImport(tx, importId);
  if (state !== 'uploading') return refuse('import-not-uploading');
  if ((await partsOf(tx, importId)) !== Math.ceil(bytes / IMPORT_PART_BYTES)) return refuse('import-incomplete');
  await setState(tx, importId, 'reading');
  await enqueueImport(tx, 'read', importId);
  return { importId, state: 'reading' };
}

/** read, checked → checking */
export async function checkRows(
  needs: ImportNeeds,
  tx: Tx,
  importId: string,
  mapping: ImportMapping,
): Promise<Outcome> {
  const { state } = await lockImport(tx, importId);
  if (state === 'checking') return refuse('import-busy');
  if (state !== 'read' && state !== 'checked') return refuse('import-not-read');
  await beginRows(needs, tx, importId, { state: 'checking', mapping });
  await enqueueImport(tx, 'rows', importId);
  return { importId, state: 'checking' };
}

/** checked → importing; importing → importing, where it was interrupted for good. */
export async function takeOver(needs: ImportNeeds, tx: Tx, importId: string): Promise<Outcome> {
  const stored = await lockImport(tx, importId);
  if (stored.state === 'checking' || stored.state === 'undoing') return refuse('import-busy');
  if (stored.state === 'importing') {
    if ((await partsOf(tx, importId)) === 0) return refuse('import-incomplete');
    await enqueueImport(tx, 'rows', importId);
    return { importId, state: 'importing' };
  }
  const mapping = stored.state === 'checked' ? await mappingOf(needs, tx, stored) : null;
  if (mapping === null) return refuse('import-not-checked');
  await beginRows(needs, tx, importId, { state: 'importing', mapping });
  await enqueueImport(tx, 'rows', importId);
  await tx.recordAudit({
    action: 'import-begun',
    objectKind: 'import',
    objectId: importId,
    detail: { rows: stored.rows },
  });
  return { importId, state: 'importing' };
}

/** imported → undoing */
export async function undo(tx: Tx, importId: string): Promise<Outcome> {
  const { state } = await lockImport(tx, importId);
  if (state === 'undoing' || state === 'importing') return refuse('import-busy');
  if (state !== 'imported') return refuse('import-not-done');
  await setState(tx, importId, 'undoing');
  await enqueueImport(tx, 'undo', importId);
  await tx.recordAudit({ action: 'import-undo-asked', objectKind: 'import', objectId: importId });
  return { importId, state: 'undoing' };
}

async function partsOf(tx: Tx, importId: string): Promise<number> {
  const { parts } = await tx.row<{ parts: number }>(
    `select count(*) as parts from incident.import_part where import_id = $1 and kind = 'file'`,
    [importId],
  );
  return parts;
}
