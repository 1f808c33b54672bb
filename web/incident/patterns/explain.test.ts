import { expect, it } from 'vitest';
import { explain, type Pattern } from './explain.ts';
import { nl } from './text.nl.ts';

const signal = (occurredAt: string): Pattern['signals'][number] => ({
  signalId: occurredAt,
  incident: null,
  column: 'verbal_aggression',
  corrected: true,
  occurredAt,
  isDayOnly: false,
  placeName: null,
  teamName: null,
});
const pattern = (more: Partial<Pattern>): Pattern => ({
  patternId: 'x',
  fact: 'room',
  days: 14,
  count: 3,
  reports: 0,
  isEmotion: false,
  mayName: true,
  foundAt: '2026-03-10T15:30:00Z',
  shared: { placeName: null, teamName: null, hour: null },
  signals: ['2026-03-03T15:30:00Z', '2026-03-10T15:30:00Z'].map(signal),
  asked: null,
  decision: null,
  ...more,
});

it.each([
  [
    { shared: { placeName: 'Balie 3', teamName: 'Publiekszaken', hour: 16 } },
    '3 notities in 8 dagen bij Balie 3, steeds tussen 16 en 17 uur',
  ],
  [
    { fact: 'team', shared: { placeName: null, teamName: 'Publiekszaken', hour: null } },
    '3 notities in 8 dagen in team Publiekszaken',
  ],
  [
    { reports: 1, shared: { placeName: 'Balie 3', teamName: null, hour: null } },
    '2 notities en 1 melding in 8 dagen bij Balie 3',
  ],
  [{ fact: 'person', count: 4, reports: 3 }, '1 notitie en 3 meldingen in 8 dagen, misschien over dezelfde persoon'],
  [{ fact: 'person' }, '3 notities in 8 dagen, misschien over dezelfde persoon'],
  [
    { fact: 'repeat', count: 2, days: 90, shared: { placeName: 'Hal', teamName: null, hour: null } },
    '2 notities in 8 dagen bij Hal, misschien weer dezelfde persoon, nadat het eerst stopte',
  ],
  [
    { fact: 'hour', shared: { placeName: null, teamName: null, hour: 23 } },
    '3 notities in 8 dagen, steeds tussen 23 en 24 uur',
  ],
  [{ signals: ['2026-03-09T12:30:00Z', '2026-03-10T15:30:00Z'].map(signal) }, '3 notities in 2 dagen'],
  [{ signals: ['2026-03-10T07:30:00Z', '2026-03-10T15:30:00Z'].map(signal) }, '3 notities op één dag'],
  [{ count: 4, signals: ['2026-03-01T15:30:00Z', '2026-03-21T15:30:00Z'].map(signal) }, '4 notities in 20 dagen'],
] as const satisfies readonly (readonly [Partial<Pattern>, string])[])('%o is told as a sentence', (more, told) => {
  expect(explain(pattern(more as Partial<Pattern>), nl)).toBe(told);
});
