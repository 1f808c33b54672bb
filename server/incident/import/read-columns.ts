import type { ImportColumn, ImportReading } from '../../../contract/import.ts';
import { UnreadableFile } from './source/file-flaw.ts';
import { type OpenedFile, openFile } from './source/open-file.ts';
import type { SourceRow } from './source/source-row.ts';

/** What a file holds, as it is shown to whoever tells what its columns are. */
export interface FileReading {
  readonly reading: ImportReading;
  /** The first rows, for the preview. */
  readonly sample: readonly SourceRow[];
  readonly isDamaged: boolean;
}

const SAMPLE_ROWS = 12;
const EXAMPLES = 3;
const LONGEST_EXAMPLE = 160;
/** A column with more different values, or with longer ones, is no list of codes. */
const MOST_VALUES = 60;
const LONGEST_VALUE = 120;

export async function readColumns(bytes: Uint8Array): Promise<FileReading> {
  const file = await openFile(bytes);
  const counts = file.headers.names.map((header) => new ColumnCount(header));
  const sample: SourceRow[] = [];
  let rows = 0;
  for await (const row of file.rows()) {
    rows += 1;
    if (sample.length < SAMPLE_ROWS) sample.push(row);
    row.cells.forEach((cell, at) => {
      if (cell !== '') counts[at]?.add(cell);
    });
  }
  if (rows === 0) throw new UnreadableFile('no-rows');
  return {
    reading: { ...factsOf(file), rows, columns: counts.map((count) => count.told()) },
    sample,
    isDamaged: file.isDamaged,
  };
}

function factsOf({ format, encoding, delimiter, sheet, otherSheets, headers }: OpenedFile) {
  const hasSecondHeader = headers.secondRow !== null;
  return { format, encoding, delimiter, sheet, otherSheets: [...otherSheets], headerRow: headers.row, hasSecondHeader };
}

class ColumnCount {
  readonly #header: string;
  readonly #examples: string[] = [];
  #values: Map<string, number> | null = new Map();
  #filled = 0;

  constructor(header: string) {
    this.#header = header;
  }

  add(cell: string): void {
    this.#filled += 1;
    if (this.#examples.length < EXAMPLES && !this.#examples.includes(cell)) {
      this.#examples.push(cell.slice(0, LONGEST_EXAMPLE));
    }
    if (this.#values === null) return;
    this.#values.set(cell, (this.#values.get(cell) ?? 0) + 1);
    if (this.#values.size > MOST_VALUES || cell.length > LONGEST_VALUE) this.#values = null;
  }

  told(): ImportColumn {
    const values = this.#values && [...this.#values].toSorted(([, one], [, other]) => other - one);
    return {
      header: this.#header,
      filled: this.#filled,
      examples: this.#examples,
      values: values?.map(([value, count]) => ({ value, count })) ?? null,
    };
  }
}
