import { describe, expect, it } from 'vitest';
import { cursorOf, pageOf, placeOf } from './keyset.ts';

const id = '0198f3a0-7c11-7b22-9d33-0a1b2c3d4e5f';
const at = (moment: string) => ({ at: new Date(moment), id });
const forged = (words: string) => Buffer.from(words).toString('base64url');

describe('the place in a list', () => {
  it.each(['2026-11-22T09:00:00.123Z', '1962-01-01T00:00:00Z'])('comes back as it was handed out: %s', (moment) => {
    expect(placeOf(cursorOf(at(moment)))).toEqual(at(moment));
  });

  it('is none before the first page', () => {
    expect(placeOf(undefined)).toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['a word', forged('hallo')],
    ['no id', forged('mf3k2')],
    ['an id that is none', forged('mf3k2.1')],
    ['a moment that no calendar of the database knows', forged(`-zzzzzzzzzz.${id}`)],
  ])('is refused when it is %s', (_what, cursor) => {
    expect(() => placeOf(cursor)).toThrow('invalid-input');
  });
});

it('a page ends with a place only when a row follows', () => {
  const rows = ['2026-03-03', '2026-03-02', '2026-03-01'].map(at);
  expect(pageOf(rows, 3, (row) => row)).toEqual({ page: rows, next: null });
  const { page, next } = pageOf(rows, 2, (row) => row);
  expect(page).toEqual(rows.slice(0, 2));
  expect(placeOf(next ?? '')).toEqual(rows[1]);
});
