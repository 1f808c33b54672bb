import { isUtf8 } from 'node:buffer';
import type { ImportEncoding, ImportFormat } from '../../../../contract/import-words.ts';
import { type Archive, openArchive } from './archive.ts';
import { csvRows, delimiterOf, headOf } from './csv.ts';
import { encodingOf, isBinary } from './encoding.ts';
import { MOST_COLUMNS, UnreadableFile } from './file-flaw.ts';
import { findHeaders, HEADER_SEARCH_ROWS, type Headers } from './header-rows.ts';
import { odsRows } from './ods.ts';
import type { SourceRow } from './source-row.ts';
import { readCellWords, readWorkbook, sheetRows } from './xlsx.ts';

/** A table of whatever file it came from. */
export interface OpenedFile {
  readonly format: ImportFormat;
  readonly encoding: ImportEncoding | null;
  readonly delimiter: string | null;
  readonly sheet: string | null;
  readonly otherSheets: readonly string[];
  /** Bytes that are no characters: what they were is lost, and only a person can say. */
  readonly isDamaged: boolean;
  readonly headers: Headers;
  /** What stands below the headers. Can be walked as often as needed. */
  rows(): AsyncIterable<SourceRow>;
}

interface RawTable extends Omit<OpenedFile, 'headers' | 'rows'> {
  all(): AsyncIterable<SourceRow>;
}

/** What a file is, is seen from its bytes; its name and what a browser says of it are not believed. */
export async function openFile(bytes: Uint8Array): Promise<OpenedFile> {
  const table = await openTable(bytes);
  const headers = findHeaders(await firstOf(table.all(), HEADER_SEARCH_ROWS));
  if (headers === null) throw new UnreadableFile('no-rows');
  if (headers.names.length > MOST_COLUMNS) throw new UnreadableFile('too-many-columns');
  const { all, ...facts } = table;
  return { ...facts, headers, rows: () => below(all(), headers) };
}

async function openTable(bytes: Uint8Array): Promise<RawTable> {
  const magic = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  if (magic.startsWith('d0cf11e0')) throw new UnreadableFile('old-or-locked');
  if (magic.startsWith('504b0304')) return openSpreadsheet(await openArchive(bytes));
  const encoding = encodingOf(bytes);
  const head = headOf(bytes, encoding);
  if (isBinary(bytes, encoding) || /^\s*(?:<!doctype|<html|<\?xml|<table|%PDF|\{\\rtf)/i.test(head)) {
    throw new UnreadableFile('not-a-table');
  }
  const delimiter = delimiterOf(head);
  const isDamaged = encoding.startsWith('utf-16') || (encoding === 'utf-8' && !isUtf8(bytes));
  const facts = { isDamaged, format: 'csv', encoding, delimiter, sheet: null, otherSheets: [] } as const;
  return { ...facts, all: () => csvRows(bytes, encoding, delimiter) };
}

async function openSpreadsheet(archive: Archive): Promise<RawTable> {
  const facts = { isDamaged: false, encoding: null, delimiter: null } as const;
  if (archive.has('xl/workbook.xml')) {
    const workbook = await readWorkbook(archive);
    const words = await readCellWords(archive, workbook);
    const counts: number[] = [];
    for (const sheet of workbook.sheets) counts.push(await countOf(sheetRows(archive, sheet, words)));
    const sheet = workbook.sheets[counts.indexOf(Math.max(...counts))];
    if (!sheet) throw new UnreadableFile('no-rows');
    const otherSheets = workbook.sheets.filter((other) => other !== sheet).map(({ name }) => name);
    return { ...facts, format: 'xlsx', sheet: sheet.name, otherSheets, all: () => sheetRows(archive, sheet, words) };
  }
  if (archive.has('content.xml') && (await isOds(archive))) {
    const counts = await rowsPerSheet(archive);
    const [chosen] = [...counts].toSorted(([, one], [, other]) => other - one);
    if (!chosen) throw new UnreadableFile('no-rows');
    const otherSheets = [...counts.keys()].filter((name) => name !== chosen[0]);
    return { ...facts, format: 'ods', sheet: chosen[0], otherSheets, all: () => rowsOfSheet(archive, chosen[0]) };
  }
  throw new UnreadableFile('not-a-table');
}

async function isOds(archive: Archive): Promise<boolean> {
  return archive.has('mimetype') && (await archive.text('mimetype')).includes('opendocument.spreadsheet');
}

async function rowsPerSheet(archive: Archive): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for await (const { sheet } of odsRows(archive)) counts.set(sheet, (counts.get(sheet) ?? 0) + 1);
  return counts;
}

async function* rowsOfSheet(archive: Archive, name: string): AsyncGenerator<SourceRow> {
  for await (const row of odsRows(archive)) if (row.sheet === name) yield row;
}

async function countOf(rows: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const _ of rows) count += 1;
  return count;
}

async function firstOf(rows: AsyncIterable<SourceRow>, many: number): Promise<SourceRow[]> {
  const first: SourceRow[] = [];
  for await (const row of rows) {
    first.push(row);
    if (first.length === many) break;
  }
  return first;
}

async function* below(rows: AsyncIterable<SourceRow>, { row, secondRow }: Headers): AsyncGenerator<SourceRow> {
  for await (const each of rows) if (each.number > row && each.number !== secondRow) yield each;
}
