import { describe, expect, it } from 'vitest';
import { dutchMoment, isRealDate, onDutchClock } from './dutchClock.ts';

describe('Dutch time, whatever the clock of the device says', () => {
  it('is an hour ahead of UTC in winter and two in summer', () => {
    expect(dutchMoment('2026-11-17', '13:55').toISOString()).toBe('2026-11-17T12:55:00.000Z');
    expect(dutchMoment('2026-07-17', '13:55').toISOString()).toBe('2026-07-17T11:55:00.000Z');
  });

  it('takes the first of the two hours when the clock goes back', () => {
    expect(dutchMoment('2026-10-25', '02:30').toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  it('moves a time that the clock skips on by that hour', () => {
    expect(onDutchClock(dutchMoment('2026-03-29', '02:30'))).toEqual({ date: '2026-03-29', time: '03:30' });
  });

  it.each(['2026-01-01', '2026-06-30', '2026-12-31'])('tells the same clock back on %s', (date) => {
    expect(onDutchClock(dutchMoment(date, '00:05'))).toEqual({ date, time: '00:05' });
  });

  it('knows that 30 February does not exist', () => {
    expect(isRealDate('2026-02-30')).toBe(false);
    expect(isRealDate('2028-02-29')).toBe(true);
  });
});
