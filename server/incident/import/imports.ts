import type { AnswerOf } from '../../../contract/endpoint.ts';
import type {
  ImportMapping,
  listImports,
  previewImportRows,
  readImport,
  readWrongRows,
} from '../../../contract/import.ts';
import { pageOf, placeOf, type Tx } from '../../platform/index.ts';
import {
  getImport,
  type ImportNeeds,
  importsBefore,
  mappingOf,
  nameOf,
  openPart,
  readingOf,
  type StoredImport,
} from './import-store.ts';
import { listLocationNames, listTeamNames } from './own-names.ts';
import type { WrongRow } from './prepare-rows.ts';
import { planFor, type RowIncident, readRow } from './rules/read-row.ts';
import { rowProblems } from './rules/row-problems.ts';
import { fileFlaws } from './source/file-flaw.ts';
import { wrongRowsCsv } from './wrong-rows-csv.ts';

type ImportView = AnswerOf<typeof readImport>;
type Preview = AnswerOf<typeof previewImportRows>;

export async function listOfImports(
  needs: ImportNeeds,
  tx: Tx,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<AnswerOf<typeof listImports>> {
  const rows = await importsBefore(tx, placeOf(cursor), limit + 1);
  const { page, next } = pageOf(rows, limit, ({ startedAt: at, importId: id }) => ({ at, id }));
  return { imports: await Promise.all(page.map((row) => headOf(needs, tx, row))), next };
}

async function headOf(needs: ImportNeeds, tx: Tx, stored: StoredImport) {
  const { importId, state, startedAt, startedByName: startedBy, rows, done, added, known, wrong } = stored;
  const fileName = await nameOf(needs, tx, stored);
  return { importId, fileName, state, startedAt: startedAt.toISOString(), startedBy, rows, done, added, known, wrong };
}

export async function viewImport(needs: ImportNeeds, tx: Tx, importId: string): Promise<ImportView> {
  const stored = await getImport(tx, importId);
  const { flaw, removed, wrongBy } = stored;
  const hasTotals = ['imported', 'undoing', 'undone'].includes(stored.state);
  const totals = hasTotals ? await totalsOf(tx, importId) : null;
  const { parts } = await tx.row<{ parts: number }>(
    `select count(*) as parts from incident.import_part where import_id = $1 and kind = 'wrong'`,
    [importId],
  );
  return {
    ...(await headOf(needs, tx, stored)),
    problem: flaw && fileFlaws[flaw],
    reading: (await readingOf(needs, tx, stored))?.reading ?? null,
    mapping: await mappingOf(needs, tx, stored),
    wrongBy: Object.entries(wrongBy).map(([code, count]) => ({ code, count, text: sentenceOf(code) })),
    totals,
    removed,
    kept: stored.state === 'undone' ? (totals?.years.reduce((sum, { count }) => sum + count, 0) ?? 0) : 0,
    wrongParts: parts,
  };
}

async function totalsOf(tx: Tx, importId: string): Promise<NonNullable<ImportView['totals']>> {
  const years = await tx.rows<{ year: number; count: number }>(
    `select occurred_year as year, count(*) as count from incident.imported where import_id = $1 group by 1 order by 1`,
    [importId],
  );
  const sorts = await tx.rows<{ sort: string; count: number }>(
    `select sort, count(*) as count from incident.imported where import_id = $1 and sort is not null
     group by 1 order by 2 desc, 1 limit 100`,
    [importId],
  );
  return { years, sorts };
}

/** The first rows of the file as they will stand: the very rules that take them over. Null: there are no rows yet. */
export async function previewRows(
  needs: ImportNeeds,
  tx: Tx,
  importId: string,
  mapping: ImportMapping,
): Promise<Preview | null> {
  const read = await readingOf(needs, tx, await getImport(tx, importId));
  if (read === null) return null;
  const headers = read.reading.columns.map(({ header }) => header);
  const plan = planFor(mapping, { headers, isDamaged: read.isDamaged }, tx.now);
  const names = new Map(
    [...(await listTeamNames(tx)), ...(await listLocationNames(tx))].map(({ id, name }) => [id, name]),
  );
  return {
    rows: read.sample.map((row) => {
      const { incident, problems } = readRow(row, plan);
      return {
        row: row.number,
        problems: problems.map((problem) => ({ ...problem, text: rowProblems[problem.code] })),
        incident: incident && previewed(incident, names),
      };
    }),
  };
}

function previewed(incident: RowIncident, names: ReadonlyMap<string, string>): Preview['rows'][number]['incident'] {
  const { number, occurredPrecision, kind, severity, placeKind, placeText, aggressor, story } = incident;
  return {
    number,
    occurredAt: incident.occurredAt.toISOString(),
    occurredPrecision,
    kind,
    severity,
    state: incident.isOpen ? 'in_follow_up' : 'closed',
    placeKind,
    locationName: names.get(incident.locationId ?? '') ?? null,
    placeText,
    teamName: names.get(incident.teamId ?? '') ?? null,
    aggressor,
    story,
  };
}

/** One piece of the rows that did not work, with the names of the columns above the first. */
export async function wrongRows(
  needs: ImportNeeds,
  tx: Tx,
  importId: string,
  { part: from, language }: { readonly part: number; readonly language: 'nl' | 'en' },
): Promise<AnswerOf<typeof readWrongRows>> {
  const stored = await getImport(tx, importId);
  const read = await readingOf(needs, tx, stored);
  const part = await openPart(needs, tx, importId, { kind: 'wrong', from });
  const headers = read?.reading.columns.map(({ header }) => header) ?? [];
  const rows: readonly WrongRow[] = part === undefined ? [] : JSON.parse(part.text);
  await tx.recordAudit({ action: 'wrong-rows-read', objectKind: 'import', objectId: importId });
  return {
    fileName: `${(await nameOf(needs, tx, stored)).replace(/\.\w{1,5}$/, '')}-te-verbeteren.csv`,
    csv: wrongRowsCsv(rows, { headers, language, isFirst: from === 0 }),
    next: part === undefined ? null : part.number + 1,
  };
}

function sentenceOf(code: string): { nl: string; en: string } {
  const known: Readonly<Record<string, { readonly nl: string; readonly en: string } | undefined>> = rowProblems;
  return known[code] ?? { nl: code, en: code };
}
