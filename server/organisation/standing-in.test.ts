import { describe, expect, it } from 'vitest';
import { problemWith, type StandingIn } from './standing-in.ts';

const now = new Date('2026-05-01T09:00:00Z');

function standsIn(
  deputy: string,
  absent: string,
  from: string,
  to: string,
  roleHoldingId: string | null = null,
): StandingIn {
  return {
    deputyPersonId: deputy,
    absentPersonId: absent,
    roleHoldingId,
    since: new Date(`2026-${from}T00:00:00Z`),
    until: new Date(`2026-${to}T00:00:00Z`),
  };
}

describe('naming a deputy', () => {
  it('is possible for a period that is still to come, or has begun', () => {
    expect(problemWith(standsIn('marijke', 'henk', '05-10', '05-20'), [], now)).toBeUndefined();
    expect(problemWith(standsIn('marijke', 'henk', '04-10', '05-20'), [], now)).toBeUndefined();
  });

  it.each([
    ['period-ends-before-it-begins', standsIn('marijke', 'henk', '05-20', '05-10')],
    ['period-ends-before-it-begins', standsIn('marijke', 'henk', '05-20', '05-20')],
    ['period-in-the-past', standsIn('marijke', 'henk', '04-01', '05-01')],
    ['deputy-is-the-absent-person', standsIn('henk', 'henk', '05-10', '05-20')],
  ])('is refused: %s', (refusal, wanted) => {
    expect(problemWith(wanted, [], now)).toBe(refusal);
  });

  it('is refused when the same colleague already stands in then', () => {
    const existing = [standsIn('marijke', 'henk', '05-10', '05-20')];
    expect(problemWith(standsIn('marijke', 'henk', '05-19', '05-25'), existing, now)).toBe('deputyship-overlaps');
    expect(problemWith(standsIn('marijke', 'henk', '05-20', '05-25'), existing, now)).toBeUndefined();
  });

  it('allows two deputies at once', () => {
    const existing = [standsIn('marijke', 'henk', '05-10', '05-20')];
    expect(problemWith(standsIn('els', 'henk', '05-10', '05-20'), existing, now)).toBeUndefined();
  });

  it('is refused when two would stand in for each other', () => {
    const existing = [standsIn('henk', 'marijke', '05-10', '05-20')];
    expect(problemWith(standsIn('marijke', 'henk', '05-15', '05-25'), existing, now)).toBe('deputyship-makes-a-loop');
    expect(problemWith(standsIn('marijke', 'henk', '05-20', '05-25'), existing, now)).toBeUndefined();
  });

  it('is refused when a circle of three closes, and only while all three hold', () => {
    const existing = [standsIn('els', 'henk', '05-01', '05-31'), standsIn('yusuf', 'els', '05-10', '05-20')];
    expect(problemWith(standsIn('henk', 'yusuf', '05-12', '05-14'), existing, now)).toBe('deputyship-makes-a-loop');
    expect(problemWith(standsIn('henk', 'yusuf', '05-21', '05-25'), existing, now)).toBeUndefined();
  });

  it('sees a circle that begins somewhere else and does not walk round it for ever', () => {
    const circle = [standsIn('b', 'a', '05-01', '05-31'), standsIn('a', 'b', '05-01', '05-31')];
    expect(problemWith(standsIn('a', 'c', '05-01', '05-31'), circle, now)).toBeUndefined();
  });
});
