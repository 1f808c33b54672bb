import type { SourceRow } from './source-row.ts';

/** Where the names of the columns stand, and what they are: each its own, however the file has it. */
export interface Headers {
  readonly row: number;
  readonly names: readonly string[];
  /** A row below them with names for machines (`#date+year`), as exchanges between organisations have. */
  readonly secondRow: number | null;
}

/** Looked for among the first rows: above them may stand a title, a date, a logo. */
export const HEADER_SEARCH_ROWS = 25;

export function findHeaders(first: readonly SourceRow[]): Headers | null {
  const widest = Math.max(0, ...first.map(filledIn));
  const at = first.findIndex((row) => filledIn(row) >= Math.max(1, widest * 0.6) && looksLikeNames(row));
  const row = first[at];
  if (!row) return null;
  const next = first[at + 1];
  return {
    row: row.number,
    names: uniqueNames(row, first),
    secondRow: next && isForMachines(next) ? next.number : null,
  };
}

function filledIn({ cells }: SourceRow): number {
  return cells.filter((cell) => cell !== '').length;
}

/** Names are short, differ, and are no numbers or dates. */
function looksLikeNames({ cells }: SourceRow): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const names = filled.filter((cell) => cell.length <= 200 && !/^[\d.,:/\s-]+$/.test(cell));
  return names.length >= filled.length * 0.7 && new Set(filled).size >= filled.length * 0.6;
}

function isForMachines({ cells }: SourceRow): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 0 && filled.filter((cell) => cell.startsWith('#')).length >= filled.length * 0.6;
}

function uniqueNames({ cells }: SourceRow, first: readonly SourceRow[]): string[] {
  const width = Math.max(...first.map((row) => row.cells.length));
  const seen = new Map<string, number>();
  return Array.from({ length: width }, (_, at) => {
    const name = (cells[at] ?? '').replaceAll(/\s+/g, ' ').slice(0, 200) || `Kolom ${at + 1}`;
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}
