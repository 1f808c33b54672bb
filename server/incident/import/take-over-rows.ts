import { setTimeout as pause } from 'node:timers/promises';
import type { ImportMapping } from '../../../contract/import.ts';
import type { Tx } from '../../platform/index.ts';
import { compareImportedSoon } from '../people/compare-imported.ts';
import {
  forgetParts,
  getImport,
  type ImportNeeds,
  keepOnlyHeaders,
  keepPart,
  mappingOf,
  type StoredImport,
} from './import-store.ts';
import { rowsFromThread } from './in-thread.ts';
import type { PreparedBatch, PreparedRow, WrongRow } from './prepare-rows.ts';
import { type Transact, wholeFile } from './read-file.ts';

/** Rows that come in together: few enough that nobody who works meanwhile notices the commit. */
const BATCH = 120;

/** After each batch it leaves the machine to others, for so much of the time that the batch took. */
const REST = 0.02;

interface Progress {
  readonly done: number;
  readonly added: number;
  readonly known: number;
  readonly wrong: readonly WrongRow[];
}

/**
 * Goes through the rows from where it was left: to count (`checking`), or to take them over (`importing`). Each batch is one
 * transaction with how far it came, so killed at any moment it goes on exactly there. Answers whether rows are left.
 */
export async function takeOverRows(
  needs: ImportNeeds,
  transact: Transact,
  importId: string,
  { goesOn, file }: { readonly goesOn: () => boolean; readonly file?: Uint8Array | undefined },
): Promise<boolean> {
  const begun = await transact((tx) => beginning(needs, tx, importId));
  if (begun === null) return false;
  const { stored, task } = begun;
  const bytes = file ?? (await wholeFile(needs, transact, importId, stored.bytes));
  for await (const batch of rowsFromThread({ ...task, bytes, skip: stored.done, batch: BATCH })) {
    const since = performance.now();
    const isOurs = await transact((tx) => keepBatch(needs, tx, stored, batch));
    if (!isOurs) return false;
    if (!goesOn()) return true;
    await pause((performance.now() - since) * REST);
  }
  await transact((tx) => finish(needs, tx, stored));
  return false;
}

async function beginning(needs: ImportNeeds, tx: Tx, importId: string) {
  const stored = await getImport(tx, importId);
  const mapping: ImportMapping | null = await mappingOf(needs, tx, stored);
  if (mapping === null || (stored.state !== 'checking' && stored.state !== 'importing')) return null;
  const secret = needs.vault.blindIndex(tx.employerId, 'rows of older registers');
  const { wrapping } = await needs.vault.employerKey(tx);
  const printing = needs.vault.blindIndexKey(tx.employerId);
  const sealWith = stored.state === 'importing' ? { wrapping, printing } : null;
  return { stored, task: { mapping, now: tx.now, secret, sealWith } };
}

/** False: somebody else has gone on with it. */
async function keepBatch(needs: ImportNeeds, tx: Tx, stored: StoredImport, batch: PreparedBatch): Promise<boolean> {
  const { importId, state } = stored;
  // Holds the import until the commit, so that two never take over the same rows.
  const { length: isOurs } = await tx.rows(
    'select from incident.import where id = $1 and state = $2 and done < $3 for no key update',
    [importId, state, batch.done],
  );
  if (isOurs === 0) return false;
  const { known, otherwise } = await tx.row<{ known: number[]; otherwise: number[] }>(
    'select known, otherwise from incident.known_imports($1)',
    [JSON.stringify(batch.rows.map(({ row, key, content }) => ({ row, key, content })))],
  );
  const here = new Set([...known, ...otherwise]);
  const fresh = batch.rows.filter(({ row }) => !here.has(row));
  if (state === 'importing' && fresh.length > 0) await bringIn(tx, stored, fresh);
  const wrong = [...batch.wrong, ...batch.rows.filter(({ row }) => otherwise.includes(row)).map(knownOtherwise)];
  await recordProgress(needs, tx, importId, { done: batch.done, added: fresh.length, known: known.length, wrong });
  return true;
}

async function bringIn(tx: Tx, { importId, startedBy }: StoredImport, fresh: readonly PreparedRow[]): Promise<void> {
  const rows = fresh.map(({ incident }) => incident).join(',');
  await tx.rows('select incident.take_in_imported($1, $2, $3)', [importId, startedBy, `[${rows}]`]);
  if (/"(?:kind|place)Word":"/.test(rows)) await keepOwnWords(tx, `[${rows}]`);
}

/** Where the file had words of the organisation's own. */
async function keepOwnWords(tx: Tx, rows: string): Promise<void> {
  await tx.execute(
    `insert into incident.chosen_word (id, employer_id, incident_id, list, codes, person_id, chosen_at)
     select w.id, $1, i.id, w.list, array[w.word], i.reporter_id, $2
     from jsonb_to_recordset($3) as r ("wordIds" uuid[], "incidentId" uuid, "kindWord" text, "placeWord" text)
     join incident.incident i on i.id = r."incidentId"
     cross join lateral (values (r."wordIds"[1], 'kind', r."kindWord"), (r."wordIds"[2], 'place', r."placeWord")) as w (id, list, word)
     where w.word is not null`,
    [tx.employerId, tx.now, rows],
  );
}

function knownOtherwise({ row, cells }: PreparedRow): WrongRow {
  return { row, cells, problems: [{ code: 'known-otherwise', column: null }] };
}

async function recordProgress(needs: ImportNeeds, tx: Tx, importId: string, progress: Progress): Promise<void> {
  const { done, added, known } = progress;
  const wrong = progress.wrong.toSorted((one, other) => one.row - other.row);
  if (wrong.length > 0)
    await keepPart(needs, tx, importId, { kind: 'wrong', number: done, text: JSON.stringify(wrong) });
  await tx.execute(
    `update incident.import
     set done = $2, added = added + $3, known = known + $4, wrong = wrong + $5,
       wrong_by = (select coalesce(jsonb_object_agg(code, many), '{}') from (
         select code, sum(many) as many from (
           select key as code, value::bigint as many from jsonb_each_text(wrong_by)
           union all select key, value::bigint from jsonb_each_text($6::jsonb)) each group by code) summed)
     where id = $1`,
    [importId, done, added, known, wrong.length, JSON.stringify(countedByCode(wrong))],
  );
}

/** Each row once for every different thing that is wrong with it. */
function countedByCode(wrong: readonly WrongRow[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { problems } of wrong) {
    for (const code of new Set(problems.map((problem) => problem.code))) counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

/** Once it is in, the file itself goes: it may hold what we must not keep. */
async function finish(needs: ImportNeeds, tx: Tx, stored: StoredImport): Promise<void> {
  const { importId, state } = stored;
  const next = state === 'checking' ? 'checked' : 'imported';
  const changed = await tx.execute('update incident.import set state = $2 where id = $1 and state = $3', [
    importId,
    next,
    state,
  ]);
  if (changed === 0 || next === 'checked') return;
  await forgetParts(tx, importId, 'file');
  await keepOnlyHeaders(needs, tx, stored);
  const counts = await tx.row<{ added: number; known: number; wrong: number }>(
    'select added, known, wrong from incident.import where id = $1',
    [importId],
  );
  await compareImportedSoon(tx, importId);
  await tx.recordAudit({ action: 'import-finished', objectKind: 'import', objectId: importId, detail: counts });
}
