import { type Cell, inXml, type Sheet, safeText } from '../rules/sheet-text.ts';
import { dutchClock } from './export-clock.ts';
import { zipOf } from './export-zip.ts';

/** The smallest whole Excel file: a table with a head that stays in sight, and a page about the file. */
export function xlsxOf(sheet: Sheet): AsyncGenerator<Buffer> {
  return zipOf([
    { path: '[Content_Types].xml', content: contentTypes },
    { path: '_rels/.rels', content: relations([['officeDocument', 'xl/workbook.xml']]) },
    { path: 'xl/workbook.xml', content: workbook(sheet) },
    {
      path: 'xl/_rels/workbook.xml.rels',
      content: relations([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['worksheet', 'worksheets/sheet2.xml'],
        ['styles', 'styles.xml'],
      ]),
    },
    { path: 'xl/styles.xml', content: styles },
    { path: 'xl/worksheets/sheet1.xml', content: table(sheet) },
    { path: 'xl/worksheets/sheet2.xml', content: about(sheet) },
  ]);
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const ordinary = 0;
const bold = 1;
const moment = 2;

const contentTypes = `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kinds}.worksheet+xml"/>
<Override PartName="/xl/worksheets/sheet2.xml" ContentType="${kinds}.worksheet+xml"/>
<Override PartName="/xl/styles.xml" ContentType="${kinds}.styles+xml"/>
</Types>`;

const styles = `${head}<styleSheet xmlns="${main}">
<numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy\\ hh:mm"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border/></borders>
<cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs>
</styleSheet>`;

function relations(all: readonly (readonly [kind: string, target: string])[]): string {
  const each = all.map(
    ([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  );
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}

function workbook({ title, aboutTitle }: Sheet): string {
  const sheets = [title, aboutTitle].map(
    (name, at) => `<sheet name="${inXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

async function* table({ headers, rows }: Sheet): AsyncGenerator<string> {
  yield `${head}<worksheet xmlns="${main}">
<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>
<cols><col min="1" max="${headers.length}" width="20" customWidth="1"/></cols><sheetData>`;
  yield rowOf(headers, bold);
  for await (const row of rows) yield rowOf(row, ordinary);
  yield '</sheetData></worksheet>';
}

function about({ about: lines }: Sheet): string {
  return `${head}<worksheet xmlns="${main}"><cols><col min="1" max="1" width="90" customWidth="1"/></cols><sheetData>${lines
    .map((line, at) => rowOf([line], at === 0 ? bold : ordinary))
    .join('')}</sheetData></worksheet>`;
}

function rowOf(cells: readonly Cell[], style: number): string {
  return `<row>${cells.map((cell) => cellOf(cell, style)).join('')}</row>`;
}

function cellOf(cell: Cell, style: number): string {
  if (cell === null) return '<c/>';
  if (typeof cell === 'number') return `<c s="${style}"><v>${cell}</v></c>`;
  if (cell instanceof Date) return `<c s="${moment}"><v>${dutchClock(cell).serial}</v></c>`;
  return `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${inXml(safeText(cell))}</t></is></c>`;
}
