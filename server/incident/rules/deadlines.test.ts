import { describe, expect, it } from 'vitest';
import type { Deadline } from '../../../contract/protocol.ts';
import { officeWeek, workingCalendar } from '../../organisation/working-time.ts';
import { contactDueAt, deadlineOf, endOfLocalDay } from './deadlines.ts';

const calendar = workingCalendar(officeWeek); // Easter Monday and King's Day
const at = (text: string) => new Date(text);

describe('contact', () => {
  it('after a threat is due within the hour, also at night on a holiday', () => {
    const due = contactDueAt({ kind: 'minutes', minutes: 60 }, at('2026-04-06T23:00:00+02:00'), calendar);
    expect(due).toEqual(at('2026-04-07T00:00:00+02:00'));
  });

  it.each([
    ['on a Tuesday morning', '2026-04-07T09:00:00+02:00', '2026-04-08T17:00:00+02:00'],
    ['on a Friday afternoon', '2026-04-10T16:00:00+02:00', '2026-04-13T17:00:00+02:00'],
    ['on a Saturday', '2026-04-11T16:00:00+02:00', '2026-04-13T17:00:00+02:00'],
    ['on the day before the long weekend of Easter', '2026-04-03T10:00:00+02:00', '2026-04-07T17:00:00+02:00'],
  ])('after an insult %s is due before the next working day ends', (_when, reported, due) => {
    expect(contactDueAt({ kind: 'working_days', days: 1 }, at(reported), calendar)).toEqual(at(due));
  });
});

describe('a deadline', () => {
  const start = { occurredAt: at('2026-04-24T14:00:00+02:00'), reportedAt: at('2026-04-24T16:10:00+02:00') };

  it.each<[string, Deadline, string]>([
    ['in minutes runs from the report', { kind: 'minutes', minutes: 30 }, '2026-04-24T16:40:00+02:00'],
    ['in hours from the report', { kind: 'hours', hours: 24, from: 'report' }, '2026-04-25T16:10:00+02:00'],
    ['in hours from the incident', { kind: 'hours', hours: 48, from: 'incident' }, '2026-04-26T14:00:00+02:00'],
    ['of today ends with the day', { kind: 'today' }, '2026-04-24T23:59:59+02:00'],
    [
      'in working days skips the weekend and the holiday',
      { kind: 'working_days', days: 1 },
      '2026-04-28T17:00:00+02:00',
    ],
    ['in days ends with that day', { kind: 'days', days: 14 }, '2026-05-08T23:59:59+02:00'],
  ])('%s', (_what, deadline, due) => {
    expect(deadlineOf(deadline, start, calendar)).toEqual(at(due));
  });

  it('of today leaves two hours to whoever gets it late in the evening', () => {
    const lateStart = { ...start, reportedAt: at('2026-04-24T23:50:00+02:00') };
    expect(deadlineOf({ kind: 'today' }, lateStart, calendar)).toEqual(at('2026-04-25T01:50:00+02:00'));
  });

  it.each([
    ['of 23 hours', '2026-03-29T12:00:00+02:00', '2026-03-29T23:59:59+02:00'],
    ['of 25 hours', '2026-10-25T12:00:00+01:00', '2026-10-25T23:59:59+01:00'],
  ])('of today is midnight on a day %s', (_what, reported, due) => {
    expect(endOfLocalDay(at(reported))).toEqual(at(due));
  });
});
