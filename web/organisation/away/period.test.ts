import { expect, it } from 'vitest';
import { lastMomentOf, periodOf } from './period.ts';

it('holds the last day whole, also over the end of summer time', () => {
  expect(periodOf('2026-10-24', '2026-10-25')).toEqual({
    sinceAt: '2026-10-23T22:00:00.000Z',
    untilAt: '2026-10-25T23:00:00.000Z',
  });
});

it('is told by its last day again', () => {
  expect(lastMomentOf('2026-10-25T23:00:00.000Z')).toBe('2026-10-25T22:59:00.000Z');
});
