import { type Cell, inXml, type Sheet, safeText } from '../rules/sheet-text.ts';
import { dutchClock } from './export-clock.ts';
import { zipOf } from './export-zip.ts';

const kind = 'application/vnd.oasis.opendocument.spreadsheet';
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const names = 'urn:oasis:names:tc:opendocument:xmlns';

/** OpenDocument, the open standard for spreadsheets: the same table and the same page about the file. */
export function odsOf(sheet: Sheet): AsyncGenerator<Buffer> {
  return zipOf([
    { path: 'mimetype', content: kind, isStored: true },
    { path: 'META-INF/manifest.xml', content: manifest },
    { path: 'content.xml', content: content(sheet) },
  ]);
}

const manifest = `${head}<manifest:manifest xmlns:manifest="${names}:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${kind}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>`;

const opening = `${head}<office:document-content office:version="1.3" xmlns:office="${names}:office:1.0" xmlns:table="${names}:table:1.0"
 xmlns:text="${names}:text:1.0" xmlns:style="${names}:style:1.0" xmlns:number="${names}:datastyle:1.0"
 xmlns:fo="${names}:xsl-fo-compatible:1.0">
<office:automatic-styles>
<number:date-style style:name="moment-format"><number:day number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:year number:style="long"/><number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/></number:date-style>
<style:style style:name="moment" style:family="table-cell" style:data-style-name="moment-format"/>
<style:style style:name="head" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="column" style:family="table-column"><style:table-column-properties style:column-width="4cm"/></style:style>
<style:style style:name="wide" style:family="table-column"><style:table-column-properties style:column-width="18cm"/></style:style>
</office:automatic-styles>
<office:body><office:spreadsheet>`;

async function* content({ title, headers, rows, about, aboutTitle }: Sheet): AsyncGenerator<string> {
  yield opening;
  yield `<table:table table:name="${inXml(title)}">`;
  yield `<table:table-column table:style-name="column" table:number-columns-repeated="${headers.length}"/>`;
  yield rowOf(headers, 'head');
  for await (const row of rows) yield rowOf(row);
  yield `</table:table><table:table table:name="${inXml(aboutTitle)}"><table:table-column table:style-name="wide"/>`;
  for (const [at, line] of about.entries()) yield rowOf([line], at === 0 ? 'head' : undefined);
  yield '</table:table></office:spreadsheet></office:body></office:document-content>';
}

function rowOf(cells: readonly Cell[], style?: string): string {
  return `<table:table-row>${cells.map((cell) => cellOf(cell, style)).join('')}</table:table-row>`;
}

function cellOf(cell: Cell, style?: string): string {
  if (cell === null) return '<table:table-cell/>';
  if (typeof cell === 'number') {
    return `<table:table-cell office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p></table:table-cell>`;
  }
  if (cell instanceof Date) {
    const { iso, written } = dutchClock(cell);
    return `<table:table-cell table:style-name="moment" office:value-type="date" office:date-value="${iso}"><text:p>${written}</text:p></table:table-cell>`;
  }
  const styled = style === undefined ? '' : ` table:style-name="${style}"`;
  const lines = safeText(cell)
    .split(/\r?\n/)
    .map((line) => `<text:p>${inXml(line)}</text:p>`);
  return `<table:table-cell${styled} office:value-type="string">${lines.join('')}</table:table-cell>`;
}
