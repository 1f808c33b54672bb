import { describe, expect, it } from 'vitest';
import type { SignalRules } from '../../../contract/incident.ts';
import { belongsWith, daysBefore, findPattern, mayNameIn, rulesToBeginWith, type Signal } from './find-pattern.ts';

const noon = new Date('2026-06-15T10:00:00Z');
let made = 0;
const signal = (daysAgo: number, more: Partial<Signal> = {}): Signal => ({
  id: `signal-${++made}`,
  isReport: false,
  occurredAt: daysBefore(noon, daysAgo),
  isCorrected: false,
  roomId: null,
  locationId: null,
  teamId: null,
  hour: null,
  marks: [],
  standsIn: [],
  ...more,
});
const only = (fact: keyof SignalRules['looksAt']): SignalRules => ({
  ...rulesToBeginWith,
  looksAt: { person: false, repeat: false, place: false, team: false, hour: false, [fact]: true },
});
const find = (signals: readonly Signal[], rules = rulesToBeginWith) => {
  const [newest, ...others] = signals;
  return newest ? findPattern(newest, others, rules) : null;
};
const times = (daysAgo: readonly number[], more: Partial<Signal>) => daysAgo.map((days) => signal(days, more));

describe('what signals have in common', () => {
  it.each([
    ['room', { roomId: 'balie-3', locationId: 'stadskantoor' }, 'balie-3'],
    ['location', { locationId: 'stadskantoor' }, 'stadskantoor'],
    ['team', { teamId: 'publiekszaken' }, 'publiekszaken'],
    ['hour', { hour: 16 }, '16'],
    ['person', { marks: ['abc'] }, null],
  ] as const)('is the %s', (fact, alike, subject) => {
    expect(find(times([0, 3, 9], alike))).toMatchObject({ fact, subject, needed: 3, days: 14 });
  });

  it('is never that something is not known of any', () => {
    expect(find(times([0, 1, 2, 3, 4, 5], {}))).toBeNull();
  });

  it('is nothing when each has another place', () => {
    expect(find(['a', 'b', 'c'].map((roomId, at) => signal(at, { roomId })))).toBeNull();
  });

  it('is the person when one mark of several fits', () => {
    const signals = [
      signal(0, { marks: ['jk', 'plate'] }),
      signal(1, { marks: ['plate'] }),
      signal(2, { marks: ['jk'] }),
    ];
    expect(find(signals)).toMatchObject({ fact: 'person' });
    expect(find([signals[0], signals[1], signal(2, { marks: ['other'] })] as Signal[])).toBeNull();
  });

  it('is told once: what says most goes first', () => {
    const alike = { roomId: 'balie-3', locationId: 'stadskantoor', teamId: 'publiekszaken', hour: 16, marks: ['abc'] };
    expect(find(times([0, 1, 2], alike))).toMatchObject({ fact: 'person' });
  });

  it('is not looked at when the organisation does not want that', () => {
    expect(find(times([0, 1, 2], { roomId: 'balie-3' }), only('team'))).toBeNull();
    expect(find(times([0, 1, 2], { marks: ['abc'] }), only('place'))).toBeNull();
    expect(find(times([0, 1, 2], { roomId: 'balie-3' }), only('place'))).toMatchObject({ fact: 'room' });
  });
});

describe('a repeat of what was corrected', () => {
  const alike = { marks: ['abc'] };
  it('is a pattern at the second time', () => {
    expect(find([signal(0, alike), signal(80, { ...alike, isCorrected: true })])).toMatchObject({
      fact: 'repeat',
      needed: 2,
      days: 90,
    });
  });

  it('is none when it was not corrected before, or only now', () => {
    expect(find([signal(0, alike), signal(1, alike)])).toBeNull();
    expect(find([signal(0, { ...alike, isCorrected: true }), signal(1, alike)])).toBeNull();
  });

  it('is none by somebody else, and none after ninety days', () => {
    expect(find([signal(0, { marks: ['x'] }), signal(1, { ...alike, isCorrected: true })])).toBeNull();
    expect(find([signal(0, alike), signal(91, { ...alike, isCorrected: true })])).toBeNull();
  });
});

describe('a report', () => {
  const room = { roomId: 'balie-3' };
  const report = (daysAgo: number, more: Partial<Signal> = room) => signal(daysAgo, { isReport: true, ...more });

  it('counts along with notes: two notes and a report at one counter', () => {
    const [first, second, third] = [signal(0, room), signal(3, room), report(5)];
    const found = find([first, second, third]);
    expect(found).toMatchObject({ fact: 'room', needed: 3, neededNotes: 2, days: 14 });
    expect(found).toMatchObject({ noteIds: [first.id, second.id], incidentIds: [third.id] });
  });

  it('completes a pattern too when it comes last', () => {
    expect(find([report(0), signal(3, room), signal(5, room)])).toMatchObject({ fact: 'room' });
  });

  it('makes no pattern of a place with one note among many', () => {
    expect(find([signal(0, room), report(1), report(2), report(3), report(4), report(5)])).toBeNull();
    expect(find([report(0), report(1), report(2)])).toBeNull();
  });

  it('does not stand in the way of notes that are enough by themselves', () => {
    const found = find([...times([0, 1, 2], room), ...[3, 4, 5, 6].map((days) => report(days))]);
    expect(found?.noteIds).toHaveLength(3);
    expect(found?.incidentIds).toHaveLength(4);
  });

  it('of the same person needs one note beside it', () => {
    const alike = { marks: ['pb'] };
    expect(find([signal(0, alike), report(1, alike), report(2, alike)])).toMatchObject({ fact: 'person' });
    expect(find([report(0, alike), report(1, alike), report(2, alike)])).toBeNull();
  });

  it('is a repeat when a note said that it stopped, and the other way round', () => {
    const alike = { marks: ['pb'] };
    expect(find([report(0, alike), signal(9, { ...alike, isCorrected: true })])).toMatchObject({ fact: 'repeat' });
    expect(find([signal(0, alike), report(9, { ...alike, isCorrected: true })])).toMatchObject({ fact: 'repeat' });
  });

  it('does not count where the organisation looks at notes alone', () => {
    const notesOnly = { ...rulesToBeginWith, withReports: false };
    expect(find([signal(0, room), signal(3, room), report(5)], notesOnly)).toBeNull();
    expect(find([report(0), ...times([1, 2, 3], room)], notesOnly)).toBeNull();
    expect(find(times([0, 3, 5], room), notesOnly)).toMatchObject({ fact: 'room' });
  });
});

describe('the number and the days', () => {
  const room = { roomId: 'balie-3' };
  it('are three within fourteen days, the fourteenth included to the minute', () => {
    expect(find(times([0, 7, 14], room))).toMatchObject({ days: 14 });
    const late = signal(14, room);
    const tooLate = { ...late, occurredAt: new Date(late.occurredAt.getTime() - 1) };
    expect(find([...times([0, 7], room), tooLate])).toBeNull();
  });

  it('are two: never', () => {
    expect(find(times([0, 1], room))).toBeNull();
  });

  it('are five within ninety days', () => {
    expect(find(times([0, 20, 40, 60, 90], room))).toMatchObject({ needed: 5, days: 90 });
    expect(find(times([0, 20, 40, 60, 91], room))).toBeNull();
  });

  it('hold for what is told late too, in the middle of others', () => {
    expect(find([signal(5, room), signal(0, room), signal(13, room)])).toMatchObject({ days: 14 });
    expect(find([signal(5, room), signal(0, room), signal(19, room)])).toBeNull();
  });

  it('are those of the organisation', () => {
    const strict = { ...rulesToBeginWith, soon: { count: 2, days: 3 } };
    expect(find(times([0, 3], room), strict)).toMatchObject({ needed: 2, days: 3 });
    expect(find(times([0, 4], room), strict)).toBeNull();
  });
});

describe('what stands in a proposal already', () => {
  const alike = { roomId: 'balie-3', marks: ['abc'] };
  it('does not count again', () => {
    const stands = times([1, 2, 3], { roomId: 'balie-3', standsIn: ['team'] });
    expect(find([signal(0, { roomId: 'balie-3' }), ...stands])).toBeNull();
  });

  it('counts still for the same person, once', () => {
    expect(find([signal(0, alike), ...times([1, 2], { ...alike, standsIn: ['room'] })])).toMatchObject({
      fact: 'person',
    });
    expect(find([signal(0, alike), ...times([1, 2], { ...alike, standsIn: ['person'] })])).toBeNull();
  });

  it('takes in what comes soon after it, or lies between', () => {
    const moments = [daysBefore(noon, 20), daysBefore(noon, 14)];
    expect(belongsWith(signal(0), moments, 14)).toBe(true);
    expect(belongsWith(signal(30), moments, 14)).toBe(true);
    expect(belongsWith(signal(0), moments, 13)).toBe(false);
  });
});

describe('a day on the Dutch clock', () => {
  it('has 23 hours when summer time begins, and 25 when it ends', () => {
    const hours = (at: string) => (Date.parse(at) - daysBefore(new Date(at), 1).getTime()) / 3_600_000;
    expect(hours('2026-03-29T10:00:00Z')).toBe(23);
    expect(hours('2026-10-25T11:00:00Z')).toBe(25);
    expect(hours('2026-06-15T10:00:00Z')).toBe(24);
  });

  it('keeps a fortnight a fortnight when the clock changed in between', () => {
    const at = new Date('2026-04-05T10:00:00Z');
    const signals = [at, new Date('2026-03-30T10:00:00Z'), new Date('2026-03-22T11:00:00Z')];
    const told = signals.map((occurredAt) => signal(0, { occurredAt, roomId: 'balie-3' }));
    expect(find(told)).toMatchObject({ fact: 'room', days: 14 });
    const hourEarlier = signal(0, { occurredAt: new Date('2026-03-22T10:59:59Z'), roomId: 'balie-3' });
    expect(find([...told.slice(0, 2), hourEarlier])).toBeNull();
  });
});

describe('emotion', () => {
  it('names somebody only where it persists with one person', () => {
    expect(mayNameIn({ fact: 'person', isEmotion: true })).toBe(true);
    expect(mayNameIn({ fact: 'repeat', isEmotion: true })).toBe(true);
    for (const fact of ['room', 'location', 'team', 'hour'] as const) {
      expect(mayNameIn({ fact, isEmotion: true })).toBe(false);
      expect(mayNameIn({ fact, isEmotion: false })).toBe(true);
    }
  });
});
