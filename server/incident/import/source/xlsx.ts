import type { Archive } from './archive.ts';
import { MOST_COLUMNS, MOST_ROWS, UnreadableFile } from './file-flaw.ts';
import { cleanCell, isEmptyRow, type SourceRow } from './source-row.ts';
import { dateFromSerial, type ExcelCalendar, isDateFormat } from './spreadsheet-dates.ts';
import { walkXml, xmlWalker } from './xml.ts';

interface Sheet {
  readonly name: string;
  readonly path: string;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly calendar: ExcelCalendar;
}

/** All text of all cells together; more would not fit in memory. */
const MOST_SHARED_CHARACTERS = 200_000_000;

/** The sheets that somebody sees, in their order. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const targets = await targetsOf(archive);
  const sheets: Sheet[] = [];
  let calendar: ExcelCalendar = 1900;
  walkXml(await archive.text('xl/workbook.xml'), {
    open: (name, attributes) => {
      if (local(name) === 'workbookPr' && /^(1|true)$/.test(attributes['date1904'] ?? '')) calendar = 1904;
      if (local(name) !== 'sheet' || attributes['state']?.includes('idden')) return;
      const path = targets.get(attributes['r:id'] ?? '');
      if (path && archive.has(path)) sheets.push({ name: attributes['name'] ?? '', path });
    },
  });
  return { sheets, calendar };
}

async function targetsOf(archive: Archive): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  walkXml(await archive.text('xl/_rels/workbook.xml.rels'), {
    open: (_name, { Id: id, Target: target }) => {
      if (id && target) targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  return targets;
}

export interface CellWords {
  readonly shared: readonly string[];
  /** Per style of a cell: does it write a date? */
  readonly isDate: readonly boolean[];
  readonly calendar: ExcelCalendar;
}

export async function readCellWords(archive: Archive, { calendar }: Workbook): Promise<CellWords> {
  return { shared: await sharedStrings(archive), isDate: await dateStyles(archive), calendar };
}

async function sharedStrings(archive: Archive): Promise<string[]> {
  if (!archive.has('xl/sharedStrings.xml')) return [];
  const strings: string[] = [];
  let text = '';
  let total = 0;
  let isText = false;
  let isPhonetic = false;
  const walker = xmlWalker({
    open: (name) => {
      const tag = local(name);
      if (tag === 'si') text = '';
      if (tag === 'rPh') isPhonetic = true;
      isText = tag === 't' && !isPhonetic;
    },
    text: (part) => {
      if (isText) text += part;
    },
    close: (name) => {
      const tag = local(name);
      if (tag === 't') isText = false;
      if (tag === 'rPh') isPhonetic = false;
      if (tag !== 'si') return;
      total += text.length;
      if (total > MOST_SHARED_CHARACTERS) throw new UnreadableFile('unpacks-too-large');
      strings.push(text);
    },
  });
  for await (const chunk of archive.chunks('xl/sharedStrings.xml')) walker.write(chunk);
  walker.end();
  return strings;
}

async function dateStyles(archive: Archive): Promise<boolean[]> {
  if (!archive.has('xl/styles.xml')) return [];
  const codes = new Map<number, string>();
  const isDate: boolean[] = [];
  let isCellFormats = false;
  walkXml(await archive.text('xl/styles.xml'), {
    open: (name, { numFmtId, formatCode }) => {
      const tag = local(name);
      if (tag === 'numFmt') codes.set(Number(numFmtId), formatCode ?? '');
      if (tag === 'cellXfs') isCellFormats = true;
      if (tag === 'xf' && isCellFormats) isDate.push(isDateFormat(Number(numFmtId), codes.get(Number(numFmtId))));
    },
    close: (name) => {
      if (local(name) === 'cellXfs') isCellFormats = false;
    },
  });
  return isDate;
}

/** Cells merged downwards: what stands in the first holds for all of them. */
interface Merge {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/** Row by row. Of a formula the answer that the file kept is taken, nothing is ever calculated. */
export async function* sheetRows(archive: Archive, { path }: Sheet, words: CellWords): AsyncGenerator<SourceRow> {
  const merges = await mergesOf(archive, path);
  const held = new Map<Merge, string>();
  const ready: SourceRow[] = [];
  let row: { number: number; cells: string[] } = { number: 0, cells: [] };
  let cell: { column: number; type: string; style: number; text: string } | null = null;
  let isValue = false;

  const walker = xmlWalker({
    open: (name, attributes) => {
      const tag = local(name);
      if (tag === 'row') row = { number: Number(attributes['r'] ?? row.number + 1), cells: [] };
      if (tag === 'c') {
        const column = attributes['r'] ? columnOf(attributes['r']) : row.cells.length;
        if (column >= MOST_COLUMNS) throw new UnreadableFile('too-many-columns');
        cell = { column, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), text: '' };
      }
      isValue = cell !== null && (tag === 'v' || tag === 't');
    },
    text: (part) => {
      if (isValue && cell) cell.text += part;
    },
    close: (name) => {
      const tag = local(name);
      if (tag === 'v' || tag === 't') isValue = false;
      if (tag === 'c' && cell) {
        while (row.cells.length < cell.column) row.cells.push('');
        row.cells[cell.column] = cleanCell(textOf(cell, words));
        cell = null;
      }
      if (tag === 'row') {
        if (row.number > MOST_ROWS) throw new UnreadableFile('too-many-rows');
        const cells = withMerges(row.number, row.cells, merges, held);
        if (!isEmptyRow(cells)) ready.push({ number: row.number, cells });
      }
    },
  });
  for await (const chunk of archive.chunks(path)) {
    walker.write(chunk);
    yield* ready.splice(0);
  }
  walker.end();
  yield* ready;
}

function textOf({ type, style, text }: { type: string; style: number; text: string }, words: CellWords): string {
  if (type === 's') return words.shared[Number(text)] ?? '';
  if (type === 'b') return text === '1' ? 'ja' : 'nee';
  if (type === 'e') return '';
  if (type === 'd') return text.replace('T', ' ').replace(/(?::00(?:\.0+)?)?Z?$/, '');
  if (type !== 'n' || text === '') return text;
  if (words.isDate[style]) return dateFromSerial(Number(text), words.calendar);
  return plainNumber(text);
}

/** `123456782.0` and `1.23E+5` as somebody would type them. */
function plainNumber(text: string): string {
  const value = Number(text);
  return Number.isFinite(value) && /[eE]|\.0*$/.test(text) ? String(value) : text;
}

function withMerges(number: number, cells: string[], merges: Map<number, Merge[]>, held: Map<Merge, string>): string[] {
  for (const merge of merges.get(number) ?? []) {
    if (number === merge.from) held.set(merge, cells[merge.column] ?? '');
    else {
      while (cells.length <= merge.column) cells.push('');
      cells[merge.column] ||= held.get(merge) ?? '';
    }
  }
  return cells;
}

const MOST_MERGED_ROWS = 200_000;

/** They stand below the rows, so they are looked up first. */
async function mergesOf(archive: Archive, path: string): Promise<Map<number, Merge[]>> {
  const merges = new Map<number, Merge[]>();
  let many = 0;
  let rest = '';
  for await (const chunk of archive.chunks(path)) {
    rest += chunk;
    for (const [, from = '', to = ''] of rest.matchAll(/<(?:\w+:)?mergeCell\s+ref="([A-Z]+\d+):([A-Z]+\d+)"/g)) {
      const merge = { column: columnOf(from), from: rowOf(from), to: rowOf(to) };
      many += merge.to - merge.from;
      if (many > MOST_MERGED_ROWS) return merges;
      if (merge.to === merge.from || merge.column >= MOST_COLUMNS) continue;
      for (let row = merge.from; row <= merge.to; row++) merges.set(row, [...(merges.get(row) ?? []), merge]);
    }
    const open = rest.lastIndexOf('<');
    rest = open === -1 ? '' : rest.slice(open).slice(0, 1_000);
  }
  return merges;
}

function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.replace(/\d+$/, '')) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function rowOf(reference: string): number {
  return Number(reference.replace(/^[A-Z]+/, ''));
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
