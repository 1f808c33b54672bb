import { describe, expect, it } from 'vitest';
import { endsAt, reviewAt, wrongDay } from './agreement-days.ts';

/** Half past midnight in the Netherlands, still the day before in UTC. */
const now = new Date('2026-03-10T23:30:00Z');

describe('an agreement', () => {
  it.each([
    ['2026-03-11', undefined],
    ['2026-03-10', 'in-the-past'],
    ['2027-03-11', undefined],
    ['2027-03-12', 'too-far-ahead'],
  ])('until %s', (day, wrong) => {
    expect(wrongDay(day, now)).toBe(wrong);
  });

  it('is looked at again two weeks before it ends, in the morning', () => {
    expect(reviewAt('2026-09-10', now)).toEqual(new Date('2026-08-27T07:00:00Z'));
  });

  it('that ends within two weeks is not looked at again', () => {
    expect(reviewAt('2026-03-20', now)).toBeUndefined();
  });

  it('ends the morning after its last day', () => {
    expect(endsAt('2026-03-28')).toEqual(new Date('2026-03-29T07:00:00Z'));
  });
});
