import { parse } from 'csv-parse/sync';

export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le';
export type Delimiter = ',' | ';' | '\t';

export interface PeopleFile {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly headers: readonly string[];
  /** Below the headers, each with its number as a spreadsheet counts. */
  readonly rows: readonly FileRow[];
}

export interface FileRow {
  readonly number: number;
  readonly cells: readonly string[];
}

export type FileRefusal = 'file-unreadable' | 'file-empty' | 'too-many-rows';

const mostRows = 5_000;

export function readPeopleFile(base64: string): PeopleFile | { readonly refused: FileRefusal } {
  const bytes = Buffer.from(base64, 'base64');
  // A spreadsheet itself (zip) or an older one: it must be saved as CSV first.
  if (bytes.subarray(0, 2).toString('latin1') === 'PK' || bytes.subarray(0, 4).toString('hex') === 'd0cf11e0') {
    return { refused: 'file-unreadable' };
  }
  const { encoding, text } = decode(bytes);
  if (text.includes('\0')) return { refused: 'file-unreadable' };
  const delimiter = delimiterOf(text);
  const lines = linesOf(text, delimiter);
  if (lines === undefined) return { refused: 'file-unreadable' };
  const [head, ...rows] = lines;
  if (head === undefined || rows.length === 0) return { refused: 'file-empty' };
  if (rows.length > mostRows) return { refused: 'too-many-rows' };
  return { encoding, delimiter, headers: head.cells, rows };
}

/** Excel in the Netherlands saves CSV as Windows-1252: then "Öztürk" is no valid UTF-8. */
function decode(bytes: Buffer): { encoding: Encoding; text: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { encoding: 'utf-16le', text: new TextDecoder('utf-16le').decode(bytes) };
  }
  try {
    return { encoding: 'utf-8', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { encoding: 'windows-1252', text: new TextDecoder('windows-1252').decode(bytes) };
  }
}

function delimiterOf(text: string): Delimiter {
  const head = text.slice(0, text.search(/[\r\n]|$/)).replaceAll(/"[^"]*"/g, '');
  const count = (delimiter: string) => head.split(delimiter).length;
  const [best] = ([';', ',', '\t'] as const).toSorted((one, other) => count(other) - count(one));
  return best ?? ';';
}

function linesOf(text: string, delimiter: Delimiter): FileRow[] | undefined {
  try {
    const records = parse(withoutHint(text), {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      trim: true,
    }) as unknown as { record: string[]; info: { records: number } }[];
    return records
      .map(({ record }, at) => ({ number: at + 1, cells: record.map(clean) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''));
  } catch {
    return undefined;
  }
}

/** Excel writes `sep=;` above the headers. */
function withoutHint(text: string): string {
  return text.replace(/^\uFEFF?sep=.\r?\n/i, '');
}

/** Exports guard formulas with an apostrophe; an e-mail address pasted from a mail brings invisible characters. */
function clean(cell: string): string {
  return cell
    .replaceAll(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .replaceAll(/[\u00A0\s]+/g, ' ')
    .replace(/^'(?=[=+\-@])/, '')
    .trim();
}
