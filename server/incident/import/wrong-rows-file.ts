import type { ImportFormat } from '../../../contract/import-words.ts';
import { FileAnswer, type Tx } from '../../platform/index.ts';
import { odsOf } from '../export/export-ods.ts';
import { xlsxOf } from '../export/export-xlsx.ts';
import { MOST_CHARACTERS, type Sheet } from '../rules/sheet-text.ts';
import { getImport, type ImportNeeds, nameOf, openPart, readingOf } from './import-store.ts';
import type { WrongRow } from './prepare-rows.ts';
import { reasonsOf, wrongRowsCsv, wrongRowsHeader } from './wrong-rows-csv.ts';

/** More than anybody corrects by hand: those come as CSV, piece by piece; see `wrongRows`. */
export const MOST_ROWS_IN_FILE = 20_000;

const types: Readonly<Record<ImportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
};

type Language = 'nl' | 'en';

/**
 * The rows that did not work, in the kind of file that they came in, so that people correct them where they are used to. Only a cell
 * that no spreadsheet can hold makes it a CSV: there nothing is cut off.
 */
export async function wrongRowsFile(
  needs: ImportNeeds,
  tx: Tx,
  importId: string,
  language: Language,
): Promise<FileAnswer> {
  const stored = await getImport(tx, importId);
  const read = await readingOf(needs, tx, stored);
  const headers = read?.reading.columns.map(({ header }) => header) ?? [];
  const rows = await firstWrongRows(needs, tx, importId);
  const fits = rows.every(({ cells }) => cells.every((cell) => cell.length <= MOST_CHARACTERS));
  const format = fits ? (read?.reading.format ?? 'csv') : 'csv';
  const bytes = await bytesOf(format, rows, { headers, language });
  await tx.recordAudit({ action: 'wrong-rows-read', objectKind: 'import', objectId: importId });
  const name = (await nameOf(needs, tx, stored)).replace(/\.\w{1,5}$/, '');
  return new FileAnswer({
    type: types[format],
    size: bytes.length,
    headers: { 'content-disposition': attachmentNamed(`${name}-te-verbeteren.${format}`) },
    read: async function* (from, until) {
      yield bytes.subarray(from, until);
    },
  });
}

async function firstWrongRows(needs: ImportNeeds, tx: Tx, importId: string): Promise<readonly WrongRow[]> {
  const rows: WrongRow[] = [];
  for (let from = 0; rows.length < MOST_ROWS_IN_FILE; ) {
    const part = await openPart(needs, tx, importId, { kind: 'wrong', from });
    if (part === undefined) break;
    rows.push(...(JSON.parse(part.text) as WrongRow[]));
    from = part.number + 1;
  }
  return rows.slice(0, MOST_ROWS_IN_FILE);
}

interface Told {
  readonly headers: readonly string[];
  readonly language: Language;
}

async function bytesOf(format: ImportFormat, rows: readonly WrongRow[], told: Told): Promise<Buffer> {
  if (format === 'csv') return Buffer.from(wrongRowsCsv(rows, { ...told, isFirst: true }));
  const pieces: Buffer[] = [];
  for await (const piece of (format === 'xlsx' ? xlsxOf : odsOf)(sheetOf(rows, told))) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** About the file in one line: of several pages the one with the most rows is read, and this is never that one. */
const words = {
  nl: {
    title: 'Te verbeteren',
    aboutTitle: 'Over dit bestand',
    about: ['In de laatste kolom staat wat er niet klopt. Verbeter de rij en lees dit bestand opnieuw in.'],
  },
  en: {
    title: 'To correct',
    aboutTitle: 'About this file',
    about: ['The last column says what is wrong. Correct the row and read this file in again.'],
  },
} as const;

function sheetOf(rows: readonly WrongRow[], { headers, language }: Told): Sheet {
  return {
    ...words[language],
    headers: wrongRowsHeader(headers, language),
    rows: (async function* () {
      for (const row of rows) yield [...headers.map((_, at) => row.cells[at] ?? ''), reasonsOf(row, language)];
    })(),
  };
}

function attachmentNamed(name: string): string {
  const plain = name.replaceAll(/[^\w.() -]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`;
}
