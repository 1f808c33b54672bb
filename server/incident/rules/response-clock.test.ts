import { describe, expect, it } from 'vitest';
import { addMinutes } from './deadlines.ts';
import {
  deferResponse,
  isInTime,
  isReportedLate,
  type ResponseClock,
  responseTermOf,
  startResponseClock,
  stopResponseClock,
} from './response-clock.ts';

const happened = new Date('2026-11-24T14:20:00+01:00');
const hours = (count: number) => addMinutes(happened, count * 60);
const running: ResponseClock = { state: 'running', startedAt: happened, dueAt: hours(48) };
const sent: ResponseClock = { ...running, state: 'sent', sentAt: hours(30) };
const deferred: ResponseClock = { ...running, state: 'deferred', reason: 'unknown_person', reviewOn: '2026-12-01' };
const none: ResponseClock = { state: 'none' };

describe('the clock for the response', () => {
  it('starts at the incident and runs 48 hours', () => {
    expect(startResponseClock('incident', happened)).toEqual(running);
  });

  it('runs as long as the organisation says', () => {
    expect(startResponseClock('incident', happened, 24)).toMatchObject({ dueAt: hours(24) });
  });

  it.each(['missing_person', 'calamity'] as const)('does not run for a %s', (kind) => {
    expect(startResponseClock(kind, happened)).toEqual(none);
  });

  it('of a late report may be over from the start', () => {
    expect(responseTermOf(startResponseClock('incident', happened), hours(60))).toBe('overdue');
  });
});

describe('what everybody sees', () => {
  it.each([
    ['nothing where no clock runs', none, hours(1), 'none'],
    ['that it runs', running, hours(48), 'running'],
    ['that it is over', running, addMinutes(hours(48), 1), 'overdue'],
    ['that it was sent, however late it is now', sent, hours(500), 'sent'],
    ['that it is put off, also past the term', deferred, hours(60), 'deferred'],
    [
      'that it is put off, on the day of looking again too',
      deferred,
      new Date('2026-12-01T23:00:00+01:00'),
      'deferred',
    ],
    ['that it is over when nobody looked again', deferred, new Date('2026-12-02T00:10:00+01:00'), 'overdue'],
  ] as const)('is %s', (_what, clock, now, term) => {
    expect(responseTermOf(clock, now)).toBe(term);
  });
});

describe('sending the response', () => {
  it.each([
    ['running', running],
    ['deferred', deferred],
  ])('stops a clock that is %s', (_state, clock) => {
    expect(stopResponseClock(clock, hours(50))).toEqual({
      state: 'sent',
      startedAt: happened,
      dueAt: hours(48),
      sentAt: hours(50),
    });
  });

  it.each([
    [none, 'no-response-clock'],
    [sent, 'response-already-sent'],
  ])('is refused for %o', (clock, refused) => {
    expect(stopResponseClock(clock, hours(50))).toEqual({ refused });
  });

  it('is in time up to the last minute', () => {
    expect(isInTime({ ...running, state: 'sent', sentAt: hours(48) })).toBe(true);
    expect(isInTime({ ...running, state: 'sent', sentAt: addMinutes(hours(48), 1) })).toBe(false);
  });
});

describe('putting the response off', () => {
  const put = (clock: ResponseClock, reviewOn: string) =>
    deferResponse(clock, { reason: 'police_asked', reviewOn }, hours(10));

  it('keeps the start, and says why and until when', () => {
    expect(put(running, '2026-12-01')).toEqual({ ...deferred, reason: 'police_asked' });
  });

  it('can be done again', () => {
    expect(put(deferred, '2026-12-08')).toMatchObject({ reviewOn: '2026-12-08' });
  });

  it.each([
    ['until today', running, '2026-11-25', 'review-date-past'],
    ['until a day that has been', running, '2026-11-01', 'review-date-past'],
    ['for more than a month', running, '2026-12-27', 'review-date-too-far'],
    ['where no clock runs', none, '2026-12-01', 'no-response-clock'],
    ['after it was sent', sent, '2026-12-01', 'response-already-sent'],
  ] as const)('is refused %s', (_when, clock, reviewOn, refused) => {
    expect(put(clock, reviewOn)).toEqual({ refused });
  });
});

it('a report the next morning is late, one of an hour later is not', () => {
  expect(isReportedLate(happened, hours(1))).toBe(false);
  expect(isReportedLate(happened, hours(18))).toBe(true);
});
