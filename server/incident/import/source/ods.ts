import type { Archive } from './archive.ts';
import { MOST_COLUMNS, MOST_ROWS, UnreadableFile } from './file-flaw.ts';
import { cleanCell, isEmptyRow, type SourceRow } from './source-row.ts';
import { xmlWalker } from './xml.ts';

export interface OdsRow extends SourceRow {
  readonly sheet: string;
}

/** A row or cell that is only there to fill the page is told once with a number of times. */
const MOST_REPEATED = 10_000;

interface Cell {
  readonly times: number;
  readonly rowsSpanned: number;
  readonly given: string | null;
  text: string;
  paragraphs: number;
}

/** The rows of every sheet, one after the other. Of a formula the answer that the file kept is taken. */
export async function* odsRows(archive: Archive): AsyncGenerator<OdsRow> {
  const ready: OdsRow[] = [];
  let sheet = '';
  let number = 0;
  let times = 1;
  let cells: string[] = [];
  let cell: Cell | null = null;
  let depthOfText = 0;
  let noteDepth = 0;
  const spans = new Map<number, { left: number; text: string }>();

  function endRow(): void {
    const from = number + 1;
    number += times;
    if (number > MOST_ROWS && !isEmptyRow(cells)) throw new UnreadableFile('too-many-rows');
    if (isEmptyRow(cells)) return;
    const last = cells.findLastIndex((text) => text !== '');
    const kept = cells.slice(0, last + 1);
    for (let at = 0; at < Math.min(times, MOST_REPEATED); at++) ready.push({ sheet, number: from + at, cells: kept });
  }

  function endCell(covered: boolean): void {
    if (!cell) return;
    const text = cleanCell(cell.given ?? cell.text);
    const wide = Math.min(cell.times, MOST_COLUMNS + 1);
    for (let at = 0; at < wide; at++) {
      const place = cells.length;
      const span = spans.get(place);
      if (covered && text === '' && span && span.left > 0) {
        span.left -= 1;
        cells.push(span.text);
      } else cells.push(text);
      if (cell.rowsSpanned > 1) spans.set(place, { left: cell.rowsSpanned - 1, text });
    }
    cell = null;
    if (cells.length > MOST_COLUMNS && cells.findLastIndex((each) => each !== '') >= MOST_COLUMNS) {
      throw new UnreadableFile('too-many-columns');
    }
  }

  const walker = xmlWalker({
    open: (name, attributes) => {
      const repeated = (what: string) => Math.max(1, Number(attributes[`table:number-${what}-repeated`] ?? 1));
      if (name === 'table:table') {
        sheet = attributes['table:name'] ?? '';
        number = 0;
        spans.clear();
      }
      if (name === 'table:table-row') {
        cells = [];
        times = repeated('rows');
      }
      if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
        cell = {
          times: repeated('columns'),
          rowsSpanned: Number(attributes['table:number-rows-spanned'] ?? 1),
          given: givenValue(attributes),
          text: '',
          paragraphs: 0,
        };
      }
      // A note at a cell is not what stands in it.
      if (name === 'office:annotation') noteDepth += 1;
      if (name === 'text:p' && cell && noteDepth === 0) {
        depthOfText += 1;
        if (cell.paragraphs > 0) cell.text += '\n';
        cell.paragraphs += 1;
      }
      if (name === 'text:s' && cell) cell.text += ' ';
      if (name === 'text:line-break' && cell) cell.text += '\n';
    },
    text: (part) => {
      if (cell && depthOfText > 0 && noteDepth === 0) cell.text += part;
    },
    close: (name) => {
      if (name === 'office:annotation') noteDepth -= 1;
      if (name === 'text:p' && depthOfText > 0) depthOfText -= 1;
      if (name === 'table:table-cell') endCell(false);
      if (name === 'table:covered-table-cell') endCell(true);
      if (name === 'table:table-row') endRow();
    },
  });
  for await (const chunk of archive.chunks('content.xml')) {
    walker.write(chunk);
    yield* ready.splice(0);
  }
  walker.end();
  yield* ready;
}

/** What a cell holds, where that says more than how it is shown: a date as year, month, day. */
function givenValue(attributes: Readonly<Record<string, string>>): string | null {
  switch (attributes['office:value-type']) {
    case 'date':
      return (attributes['office:date-value'] ?? '').replace('T', ' ').replace(/(\d\d:\d\d):\d\d(?:\.\d+)?$/, '$1');
    case 'time': {
      const [, hours = '00', minutes = '00'] = /^PT(\d+)H(\d+)M/.exec(attributes['office:time-value'] ?? '') ?? [];
      return `${hours}:${minutes}`;
    }
    case 'float':
      return attributes['office:value'] ?? null;
    case 'boolean':
      return attributes['office:boolean-value'] === 'true' ? 'ja' : 'nee';
    default:
      return null;
  }
}
