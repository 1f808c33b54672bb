import { describe, expect, it } from 'vitest';
import { momentOf, precisionOf, readDate, readDateParts, readTime } from './dates.ts';

const shown = (text: string, order: 'day-first' | 'month-first' = 'day-first') => {
  const date = readDate(text, order, 2026);
  return date && `${precisionOf(date)} ${momentOf(date).toISOString().slice(0, 16)}`;
};

describe('a date as people write it', () => {
  it.each([
    ['12-3-2021', 'day 2021-03-12T11:00'],
    ['12/03/21', 'day 2021-03-12T11:00'],
    ["12-3-'98", 'day 1998-03-12T11:00'],
    ['2021-03-12', 'day 2021-03-12T11:00'],
    ['2021-07-12 14:30', 'exact 2021-07-12T12:30'],
    ['12.03.2021 14.30 uur', 'exact 2021-03-12T13:30'],
    ['vrijdag 12 maart 2021 om 14:30', 'exact 2021-03-12T13:30'],
    ['12 mrt. 2021', 'day 2021-03-12T11:00'],
    ['March 12, 2021', 'day 2021-03-12T11:00'],
    ['maart 2021', 'month 2021-03-01T11:00'],
    ['03-2021', 'month 2021-03-01T11:00'],
    ['2021-03', 'month 2021-03-01T11:00'],
    ['2021', 'year 2021-01-01T11:00'],
    ['44267', 'day 2021-03-12T11:00'],
  ])('%s', (text, told) => {
    expect(shown(text)).toBe(told);
  });

  it('with the month first, where the file has it so', () => {
    expect(shown('3/12/2021', 'month-first')).toBe('day 2021-03-12T11:00');
  });

  it.each([
    '29-2-2021',
    '31-4-2021',
    '12-13-2021',
    '12-3-2021 25:00',
    'ergens in de zomer',
    '12',
    'januari',
    '1-2-3-4',
  ])('is not made up from “%s”', (text) => {
    expect(shown(text)).toBeNull();
  });
});

describe('a date in columns of its own', () => {
  it.each([
    ['1997', '', '', 'year'],
    ['1997', '2', '', 'month'],
    ['1997', '2', '14', 'day'],
    ['1997', 'februari', '14.0', 'day'],
    ['1997', '', '14', 'year'],
  ])('%s %s %s is known to the %s', (year, month, day, precision) => {
    const date = readDateParts(year, month, day);
    expect(date && precisionOf(date)).toBe(precision);
  });

  it.each([
    ['97', '2', '14'],
    ['1997', '13', ''],
    ['1997', '2', '30'],
  ])('%s %s %s is no date', (year, month, day) => {
    expect(readDateParts(year, month, day)).toBeNull();
  });
});

it.each([
  ['09:40', { hour: 9, minute: 40 }],
  ['16.05 uur', { hour: 16, minute: 5 }],
  ['1899-12-30 09:40', { hour: 9, minute: 40 }],
  ["'s middags", null],
  ['25:00', null],
])('the time %s', (text, time) => {
  expect(readTime(text)).toEqual(time);
});
