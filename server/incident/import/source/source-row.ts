/** A row of a file, with its number as the program that made it counts. */
export interface SourceRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** Invisible signs, hard spaces, and the apostrophe with which an export guards what looks like a formula. Lines are kept. */
export function cleanCell(text: string): string {
  if (text === '' || /^[\w.,:;/() -]*$/.test(text)) return text.trim();
  return text
    .replaceAll(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, ' ')
    .replaceAll(/[\u00A0\t ]+/g, ' ')
    .replace(/^'(?=[=+\-@])/, '')
    .trim();
}

export function isEmptyRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '');
}
