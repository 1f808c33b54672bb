import type { WrongRow } from './prepare-rows.ts';
import { rowProblems } from './rules/row-problems.ts';

const lastColumn = { nl: 'Wat er niet klopt', en: 'What is wrong' } as const;

/**
 * The rows as they were, with the reason behind them: to be corrected and offered again. With a mark of UTF-8 and semicolons,
 * so that Excel opens it as it is; what looks like a formula gets an apostrophe, which reading takes off again.
 */
export function wrongRowsCsv(
  rows: readonly WrongRow[],
  {
    headers,
    language,
    isFirst,
  }: { readonly headers: readonly string[]; readonly language: 'nl' | 'en'; readonly isFirst: boolean },
): string {
  const lines = rows.map((row) => lineOf([...headers.map((_, at) => row.cells[at] ?? ''), reasonsOf(row, language)]));
  return (isFirst ? `\uFEFF${lineOf(wrongRowsHeader(headers, language))}` : '') + lines.join('');
}

export function wrongRowsHeader(headers: readonly string[], language: 'nl' | 'en'): string[] {
  return [...headers, lastColumn[language]];
}

/** "Datum: hier staat geen dag." */
export function reasonsOf({ problems }: WrongRow, language: 'nl' | 'en'): string {
  return problems.map(({ code, column }) => [column, rowProblems[code][language]].filter(Boolean).join(': ')).join(' ');
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map(fieldOf).join(';')}\r\n`;
}

function fieldOf(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?[\d.,]+$/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
