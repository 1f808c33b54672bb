import { describe, expect, it } from 'vitest';
import { readPeopleFile } from './read-file.ts';
import { readRows } from './read-rows.ts';
import { recogniseColumns } from './recognise-columns.ts';

const base64 = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding).toString('base64');

function read(text: string, encoding?: BufferEncoding) {
  const file = readPeopleFile(base64(text, encoding));
  if ('refused' in file) throw new Error(file.refused);
  return file;
}

describe('a file of people', () => {
  it.each([
    ['semicolons, as Excel in Dutch saves it', 'Voornaam;Achternaam\nHenk;de Boer\n', ';'],
    ['commas', 'Voornaam,Achternaam\r\nHenk,"Boer, de"\r\n', ','],
    ['tabs', 'Voornaam\tAchternaam\nHenk\tde Boer\n', '\t'],
    ['a hint for Excel above the headers', 'sep=;\r\nVoornaam;Achternaam\r\nHenk;de Boer', ';'],
  ])('may come with %s', (_, text, delimiter) => {
    const file = read(text);
    expect(file.delimiter).toBe(delimiter);
    expect(file.headers).toEqual(['Voornaam', 'Achternaam']);
    expect(file.rows).toHaveLength(1);
  });

  it('is read in UTF-8, with or without its mark', () => {
    expect(read('\uFEFFVoornaam;Achternaam\nSami;Öztürk').rows[0]?.cells).toEqual(['Sami', 'Öztürk']);
    expect(read('\uFEFFVoornaam;Achternaam\nSami;Öztürk').headers[0]).toBe('Voornaam');
  });

  it('is read in Windows-1252', () => {
    const file = read('Voornaam;Achternaam\nSami;Öztürk', 'latin1');
    expect(file.encoding).toBe('windows-1252');
    expect(file.rows[0]?.cells).toEqual(['Sami', 'Öztürk']);
  });

  it('counts rows as a spreadsheet does, also past empty ones', () => {
    expect(read('Voornaam;Achternaam\nA;B\n;\nC;D').rows.map(({ number }) => number)).toEqual([2, 4]);
  });

  it.each([
    ['a spreadsheet itself', 'PK\u0003\u0004', 'file-unreadable'],
    ['nothing', '', 'file-empty'],
    ['headers only', 'Voornaam;Achternaam\n', 'file-empty'],
    ['too many rows', `Voornaam;Achternaam\n${'A;B\n'.repeat(5_001)}`, 'too-many-rows'],
  ])('is refused when it is %s', (_, text, refused) => {
    expect(readPeopleFile(base64(text))).toEqual({ refused });
  });

  it('loses invisible characters and the apostrophe that guards a formula', () => {
    expect(read("Voornaam;Telefoon\n Henk\u00A0\u200B;'+31 6 12345678").rows[0]?.cells).toEqual([
      'Henk',
      '+31 6 12345678',
    ]);
  });
});

describe('columns', () => {
  it('are recognised by the names that personnel systems give them', () => {
    expect(recogniseColumns(['Pers.nr', 'Roepnaam', 'ACHTERNAAM *', 'E-mailadres', 'Afdeling', 'Functie'])).toEqual({
      givenName: 1,
      familyName: 2,
      email: 3,
      team: 4,
      jobTitle: 5,
    });
  });

  it('are taken once: "Naam" is the family name only when there is no better one', () => {
    expect(recogniseColumns(['Naam', 'Voornaam'])).toEqual({ givenName: 1, familyName: 0 });
  });
});

describe('rows', () => {
  const columns = { givenName: 0, familyName: 1, email: 2, phone: 3, team: 4, role: 5 };
  const problemsIn = (...cells: string[]) =>
    readRows([{ number: 2, cells }], columns).problems.map(({ column, code }) => [column, code]);

  it('tell a person, a team and a role', () => {
    const { people } = readRows(
      [{ number: 2, cells: ['Henk', 'de Boer', 'Henk@Wierdam.nl', '', 'Publiekszaken', 'Leidinggevende'] }],
      columns,
    );
    expect(people).toMatchObject([
      { email: 'henk@wierdam.nl', phone: null, team: 'Publiekszaken', role: 'manager', kind: 'employee' },
    ]);
  });

  it.each([
    [
      ['', 'de Boer'],
      ['givenName', 'given-name-missing'],
    ],
    [
      ['Henk', ''],
      ['familyName', 'family-name-missing'],
    ],
    [
      ['=cmd()', 'de Boer'],
      ['givenName', 'formula-in-name'],
    ],
    [
      ['Henk', 'de Boer', 'henk(at)wierdam.nl'],
      ['email', 'email-invalid'],
    ],
    [
      ['Henk', 'de Boer', '', 'bel mij'],
      ['phone', 'phone-invalid'],
    ],
    [
      ['Henk', 'de Boer', '', '', '', 'keizer'],
      ['role', 'role-unknown'],
    ],
    [
      ['Henk', 'de Boer', '', '', '', 'manager'],
      ['team', 'role-needs-team'],
    ],
    [
      ['Henk', 'de Boer', '', '', '', 'beheerder'],
      ['role', 'role-unknown'],
    ],
  ])('%j is told apart: %j', (cells, problem) => {
    expect(problemsIn(...cells)).toEqual([problem]);
  });

  it('tell every problem of a row together', () => {
    expect(problemsIn('', '', 'x')).toHaveLength(3);
  });

  it('are refused when an e-mail address comes twice', () => {
    const rows = [2, 3].map((number) => ({ number, cells: ['Henk', 'de Boer', 'h@wierdam.nl'] }));
    expect(readRows(rows, columns).problems).toMatchObject([{ row: 3, code: 'email-twice' }]);
  });
});
