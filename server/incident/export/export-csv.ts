import { type Cell, type Sheet, safeText } from '../rules/sheet-text.ts';
import { dutchClock } from './export-clock.ts';

/** As a Dutch spreadsheet program opens it by a double click: semicolons, and a mark that says that it is UTF-8. */
export async function* csvOf({ headers, rows }: Sheet): AsyncGenerator<Buffer> {
  yield Buffer.from(`\uFEFF${lineOf(headers)}`, 'utf8');
  for await (const row of rows) yield Buffer.from(lineOf(row.map(fieldOf)), 'utf8');
}

function fieldOf(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return dutchClock(cell).written;
  return typeof cell === 'number' ? String(cell) : safeText(cell);
}

function lineOf(fields: readonly string[]): string {
  return `${fields.map((field) => (/[";\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(';')}\r\n`;
}
