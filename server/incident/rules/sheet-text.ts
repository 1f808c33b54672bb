/** What stands in one cell. */
export type Cell = string | number | Date | null;

/** A table as it becomes a file; rows come as they are read. */
export interface Sheet {
  readonly title: string;
  readonly headers: readonly string[];
  readonly rows: AsyncIterable<readonly Cell[]>;
  /** On a page of its own behind the table: what this file is, and how to treat it. */
  readonly about: readonly string[];
  readonly aboutTitle: string;
}

/** No spreadsheet keeps more in a cell. */
export const MOST_CHARACTERS = 32_000;

/**
 * A spreadsheet takes a text that begins so for a formula, and a formula can send the file away. A mark in front makes it text;
 * also where it is no formula yet: the file may be saved as CSV and opened again.
 */
const looksLikeFormula = /^[\s\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
/** XML has no place for these, half a character neither. */
const notInXml = /(?![\t\r\n])\p{Cc}|[\uFFFE\uFFFF]/gu;

export function safeText(text: string): string {
  const readable = text.slice(0, MOST_CHARACTERS).toWellFormed().replace(notInXml, '');
  return looksLikeFormula.test(text) ? `'${readable}` : readable;
}

export function inXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
