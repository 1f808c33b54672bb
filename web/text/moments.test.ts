import { describe, expect, it } from 'vitest';
import { momentsIn } from './moments.ts';

const now = new Date('2026-11-18T09:40:00+01:00');
const nl = momentsIn('nl');

describe('a moment in Dutch', () => {
  it.each([
    ['2026-11-18T08:05:00+01:00', 'vandaag 08.05 uur'],
    ['2026-11-17T23:30:00Z', 'vandaag 00.30 uur'],
    ['2026-11-17T14:20:00+01:00', 'gisteren 14.20 uur'],
    ['2026-11-14T14:20:00+01:00', 'zaterdag 14.20 uur'],
    ['2026-03-02T14:20:00+01:00', '2 maart, 14.20 uur'],
    ['2025-11-17T13:55:00+01:00', '17 november 2025, 13.55 uur'],
  ])('%s is told as "%s"', (at, told) => {
    expect(nl.moment(at, now)).toBe(told);
  });

  it('keeps a calendar date on its own day', () => {
    expect(nl.day('2026-11-18', now)).toBe('vandaag');
    expect(nl.day('2026-11-20', now)).toBe('vr 20 nov');
  });

  it('tells a duration in its largest parts, and in whole words for a screen reader', () => {
    const hours13minutes55 = (13 * 60 + 55) * 60_000;
    expect(nl.duration(hours13minutes55)).toBe('13 u 55');
    expect(nl.spokenDuration(hours13minutes55)).toBe('13 uur en 55 minuten');
    expect(nl.duration(45 * 60_000)).toBe('45 min');
    expect(nl.duration(4 * 86_400_000)).toBe('4 dagen');
  });
});
