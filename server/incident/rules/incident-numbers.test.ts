import { expect, it } from 'vitest';
import { numberBegins } from './incident-numbers.ts';

const now = new Date('2026-03-10T09:00:00Z');

it.each([
  ['2026-0412', '2026-0412'],
  ['2026-04', '2026-04'],
  ['2025', '2025-'],
  [' 2026 – 0412 ', '2026-0412'],
  ['2026/0412', '2026-0412'],
  ['412', '2026-0412'],
  ['#7', '2026-0007'],
  ['12345', '2026-12345'],
])('%s asks for numbers that begin with %s', (typed, begins) => {
  expect(numberBegins(typed, now)).toBe(begins);
});

it.each(['Jan', '2026-x', '', '2026-0412-1', '0031612345678901'])('%s is no number', (typed) => {
  expect(numberBegins(typed, now)).toBeNull();
});

it('takes the year of the Dutch clock', () => {
  expect(numberBegins('3', new Date('2025-12-31T23:30:00Z'))).toBe('2026-0003');
});
