import type { AnswerOf, BodyOf } from '../../../contract/endpoint.ts';
import {
  type askExport as askEndpoint,
  type ExportColumn,
  type ExportFormat,
  type ExportRow,
  exportColumns,
  type listExports as listEndpoint,
  MOST_ROWS,
  MOST_ROWS_WITH_NAMES,
  nameColumns,
} from '../../../contract/incident.ts';
import { FileAnswer, type Refused, refuse, type Tx, type Vault } from '../../platform/index.ts';
import type { Flawed } from '../flaws.ts';
import { type ListFilters, listsFor } from '../list/incident-list.ts';
import { type ExportLanguage, exportWords } from './export-words.ts';

export const makeExportJob = 'make-export';
export const endExportJob = 'end-export';

interface ExportNeeds {
  readonly vault: Pick<Vault, 'forEmployer'>;
}

/** A day is enough to fetch it; after that it would only lie there. */
const KEPT_MS = 24 * 3_600_000;
const MOST_A_DAY = 20;
const LEAST_REASON = 10;

export const reasonSealedAs = (exportId: string) => `export reason ${exportId}`;
export const pieceSealedAs = (exportId: string, position: number) => `export ${exportId} ${position}`;

export function hasNames(columns: readonly ExportColumn[]): boolean {
  return columns.some((column) => (nameColumns as readonly string[]).includes(column));
}

export function mostRows(columns: readonly ExportColumn[]): number {
  return hasNames(columns) ? MOST_ROWS_WITH_NAMES : MOST_ROWS;
}

/** Asked once however often it is sent: its id is made by the page. */
export async function askExport(
  { vault }: ExportNeeds,
  tx: Tx,
  { exportId, format, language, columns, reason, filters: asked }: BodyOf<typeof askEndpoint>,
): Promise<{ exportId: string } | Flawed | Refused<'too-many-exports'>> {
  const names = hasNames(columns);
  const { fromOn: from, untilOn: until, ...others } = asked;
  const filters: ListFilters = { ...others, from, until };
  if (names && (reason ?? '').length < LEAST_REASON) return { flaws: [{ path: ['reason'], code: 'reason-for-names' }] };
  await listsFor(tx, filters.scope);
  const { today } = await tx.row<{ today: number }>(
    'select count(*)::int as today from incident.export where person_id = $1 and asked_at > $2',
    [tx.personId, new Date(tx.now.getTime() - KEPT_MS)],
  );
  if (today >= MOST_A_DAY) return refuse('too-many-exports');
  const expiresAt = new Date(tx.now.getTime() + KEPT_MS);
  const sealedReason = names && reason ? (await vault.forEmployer(tx)).seal(reasonSealedAs(exportId), reason) : null;
  // In the order of the screen, each once.
  const wanted = exportColumns.filter((column) => columns.includes(column));
  const added = await tx.execute(
    `insert into incident.export (id, employer_id, person_id, format, language, filters, columns, sealed_reason, state, asked_at,
       expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'making', $9, $10)
     on conflict (id) do nothing`,
    [
      exportId,
      tx.employerId,
      tx.personId,
      format,
      language,
      JSON.stringify(filters),
      wanted,
      sealedReason,
      tx.now,
      expiresAt,
    ],
  );
  if (added === 0) return { exportId };
  const data = { exportId, personId: tx.personId };
  await tx.enqueue({ kind: makeExportJob, runAt: tx.now, key: `export:${exportId}`, data });
  await tx.enqueue({ kind: endExportJob, runAt: expiresAt, key: `export-end:${exportId}`, data });
  await tx.recordAudit({
    action: 'export-asked',
    objectKind: 'export',
    objectId: exportId,
    detail: { ...plainFilters(filters), format, hasNames: names },
  });
  return { exportId };
}

/** Codes, ids and dates: as they may stand on the record. */
export function plainFilters(filters: ListFilters): Record<string, string> {
  return Object.fromEntries(Object.entries(filters).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

interface Asked {
  readonly exportId: string;
  readonly format: ExportFormat;
  readonly state: ExportRow['state'];
  readonly rows: number | null;
  readonly columns: readonly ExportColumn[];
  readonly askedAt: Date;
  readonly expiresAt: Date;
}

/** Who lost a list since, has no file of it any more. */
const areTheirs = 'list_ids <@ platform.grantees()';

export async function listExports(tx: Tx): Promise<AnswerOf<typeof listEndpoint>> {
  const rows = await tx.rows<Asked>(
    `select id as "exportId", format, state, row_count as rows, columns, asked_at as "askedAt", expires_at as "expiresAt"
     from incident.export where person_id = $1 and expires_at > $2 and ${areTheirs} order by asked_at desc, id desc`,
    [tx.personId, tx.now],
  );
  return {
    exports: rows.map(({ columns, askedAt, expiresAt, ...row }) => ({
      ...row,
      isCut: row.rows !== null && row.rows >= mostRows(columns),
      hasNames: hasNames(columns),
      askedAt: askedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })),
  };
}

const types: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
};

/** Its maker alone, until it expires or its lists are no longer theirs; each time on the record. */
export async function fetchExport({ vault }: ExportNeeds, tx: Tx, exportId: string): Promise<FileAnswer> {
  const { format, language, askedAt } = await tx.row<{ format: ExportFormat; language: ExportLanguage; askedAt: Date }>(
    `select format, language, asked_at as "askedAt" from incident.export
     where id = $1 and person_id = $2 and state = 'ready' and expires_at > $3 and ${areTheirs}`,
    [exportId, tx.personId, tx.now],
  );
  const texts = await vault.forEmployer(tx);
  const pieces = await tx.rows<{ position: number; sealed: Buffer }>(
    'select position, sealed_bytes as sealed from incident.export_piece where export_id = $1 order by position',
    [exportId],
  );
  const bytes = Buffer.concat(
    pieces.map(({ position, sealed }) => Buffer.from(texts.open(pieceSealedAs(exportId, position), sealed), 'base64')),
  );
  await tx.recordAudit({ action: 'export-fetched', objectKind: 'export', objectId: exportId });
  const name = `${exportWords[language].fileName}-${askedAt.toISOString().slice(0, 10)}.${format}`;
  return new FileAnswer({
    type: types[format],
    size: bytes.length,
    headers: { 'content-disposition': `attachment; filename="${name}"` },
    read: async function* (from, until) {
      yield bytes.subarray(from, until);
    },
  });
}
