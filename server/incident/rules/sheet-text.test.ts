import { describe, expect, it } from 'vitest';
import { inXml, safeText } from './sheet-text.ts';

describe('a text in a spreadsheet', () => {
  it.each([
    '=1+1',
    '+31 6',
    '-2',
    '@SUM(A1)',
    '\tx',
    '\r=x',
    ' =HYPERLINK("http://x")',
    '\u0000=x',
    '＝1+1',
    '\n-x',
  ])('is never a formula: %j', (text) => {
    expect(safeText(text).startsWith("'")).toBe(true);
  });

  it.each(['Jan', '2026-0412', 'a=b', 'Balie 3', ''])('stays as it is: %j', (text) => {
    expect(safeText(text)).toBe(text);
  });

  it('holds nothing that breaks the file', () => {
    expect(safeText('a\u0000b\u001fc\ud800d')).toBe('abc\ufffdd');
    expect(inXml('<a href="x">&</a>')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;');
    expect(safeText('x'.repeat(100_000))).toHaveLength(32_000);
  });
});
