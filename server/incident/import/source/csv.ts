import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { ImportEncoding } from '../../../../contract/import-words.ts';
import { decoded } from './encoding.ts';
import { LONGEST_ROW, MOST_ROWS, UnreadableFile } from './file-flaw.ts';
import { cleanCell, isEmptyRow, type SourceRow } from './source-row.ts';

const delimiters = [';', ',', '\t', '|'] as const;
const HEAD_CHARACTERS = 64 * 1024;

/** The sign that gives the most lines the same number of cells, more than one. */
export function delimiterOf(head: string): string {
  const hint = /^\uFEFF?sep=(.)\r?\n/i.exec(head)?.[1];
  if (hint) return hint;
  const lines = linesOutsideQuotes(head).slice(0, 40);
  const scored = delimiters.map((sign) => ({ sign, score: scoreOf(lines, sign) }));
  return scored.toSorted((one, other) => other.score - one.score)[0]?.sign ?? ';';
}

function scoreOf(lines: readonly string[], sign: string): number {
  const counts = lines.map((line) => line.split(sign).length).filter((count) => count > 1);
  const usual = Math.max(0, ...counts.map((count) => counts.filter((other) => other === count).length));
  const [widest = 1] = counts.toSorted((one, other) => other - one);
  return usual * 1000 + widest;
}

/** Lines with what stands between quotation marks taken out: a delimiter in a story separates nothing. */
function linesOutsideQuotes(text: string): string[] {
  return text
    .replaceAll(/"(?:[^"]|"")*(?:"|$)/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '');
}

export function headOf(bytes: Uint8Array, encoding: ImportEncoding): string {
  return new TextDecoder(encoding).decode(bytes.subarray(0, HEAD_CHARACTERS));
}

/** Row by row. A quotation mark inside a cell is just a sign; a formula is just text. */
export async function* csvRows(
  bytes: Uint8Array,
  encoding: ImportEncoding,
  delimiter: string,
): AsyncGenerator<SourceRow> {
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_ROW,
  });
  const source = Readable.from(decoded(bytes, encoding));
  source.on('error', (cause) => parser.destroy(cause));
  source.pipe(parser);
  let number = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      number += 1;
      if (number > MOST_ROWS) throw new UnreadableFile('too-many-rows');
      if (number === 1 && record.length <= 2 && /^sep=/i.test(record[0] ?? '')) continue;
      const cells = record.map(cleanCell);
      if (!isEmptyRow(cells)) yield { number, cells };
    }
  } catch (cause) {
    throw flawOf(cause);
  } finally {
    source.destroy();
    parser.destroy();
  }
}

function flawOf(cause: unknown): unknown {
  if (cause instanceof UnreadableFile) return cause;
  const code = cause instanceof Error && 'code' in cause ? cause.code : '';
  if (code === 'CSV_MAX_RECORD_SIZE' || code === 'CSV_QUOTE_NOT_CLOSED') {
    return new UnreadableFile('row-too-long', { cause });
  }
  return new UnreadableFile('damaged', { cause });
}
