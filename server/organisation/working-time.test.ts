import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isPublicHoliday } from './dutch-calendar.ts';
import { officeWeek, weekProblem, workingCalendar } from './working-time.ts';

const office = workingCalendar(officeWeek);
const at = (text: string) => new Date(text);

describe('Dutch public holidays', () => {
  it.each([
    ['2026-01-01', 'New Year'],
    ['2026-04-06', 'Easter Monday'],
    ['2025-04-26', "King's Day on a Saturday, because the 27th is a Sunday"],
    ['2026-04-27', "King's Day"],
    ['2026-05-14', 'Ascension Day'],
    ['2026-05-25', 'Whit Monday'],
    ['2026-12-25', 'Christmas'],
    ['2026-12-26', 'second Christmas day'],
  ])('%s is closed: %s', (day) => {
    expect(isPublicHoliday(Temporal.PlainDate.from(day))).toBe(true);
  });

  it.each([
    ['2025-04-27', "the Sunday on which King's Day would have been"],
    ['2026-04-03', 'Good Friday'],
    ['2026-05-05', 'Liberation Day'],
    ['2026-12-24', 'Christmas Eve'],
    ['2026-12-31', "New Year's Eve"],
  ])('%s is open: %s', (day) => {
    expect(isPublicHoliday(Temporal.PlainDate.from(day))).toBe(false);
  });
});

describe('working time', () => {
  it('begins at the opening and ends at the closing hour', () => {
    expect(office.isWorkingTime(at('2026-09-14T08:29:59+02:00'))).toBe(false);
    expect(office.isWorkingTime(at('2026-09-14T08:30:00+02:00'))).toBe(true);
    expect(office.isWorkingTime(at('2026-09-14T16:59:59+02:00'))).toBe(true);
    expect(office.isWorkingTime(at('2026-09-14T17:00:00+02:00'))).toBe(false);
  });

  it('follows the Dutch clock in summer and in winter', () => {
    expect(office.isWorkingTime(at('2026-07-01T06:45:00Z'))).toBe(true);
    expect(office.isWorkingTime(at('2026-12-01T06:45:00Z'))).toBe(false);
  });

  it('rests in the weekend and goes on on Monday', () => {
    expect(office.nextWorkingMoment(at('2026-09-11T18:00:00+02:00'))).toEqual(at('2026-09-14T08:30:00+02:00'));
  });

  it('passes over the whole of Easter', () => {
    expect(office.nextWorkingMoment(at('2026-04-03T17:00:00+02:00'))).toEqual(at('2026-04-07T08:30:00+02:00'));
  });

  it('goes on at once when it is working time already', () => {
    const monday = at('2026-09-14T10:00:00+02:00');
    expect(office.nextWorkingMoment(monday)).toEqual(monday);
  });

  it('knows the days on which this organisation is closed', () => {
    const closedOnLiberationDay = workingCalendar(officeWeek, new Set(['2026-05-05']));
    expect(closedOnLiberationDay.isWorkingTime(at('2026-05-05T10:00:00+02:00'))).toBe(false);
    expect(office.isWorkingTime(at('2026-05-05T10:00:00+02:00'))).toBe(true);
  });

  it('has an evening opening beside the day', () => {
    const thursdayEvening = workingCalendar([
      { weekday: 4, opens: '09:00', closes: '12:00' },
      { weekday: 4, opens: '18:00', closes: '21:00' },
    ]);
    expect(thursdayEvening.nextWorkingMoment(at('2026-09-17T13:00:00+02:00'))).toEqual(at('2026-09-17T18:00:00+02:00'));
    expect(thursdayEvening.endOfWorkingDay(at('2026-09-17T10:00:00+02:00'), 0)).toEqual(
      at('2026-09-17T21:00:00+02:00'),
    );
  });
});

describe('deadlines in working days', () => {
  it('reckon from the day itself, whatever the hour', () => {
    const night = at('2026-09-14T23:30:00+02:00');
    expect(office.endOfWorkingDay(night, 1)).toEqual(at('2026-09-15T17:00:00+02:00'));
  });

  it('from Friday, one working day is Monday', () => {
    expect(office.addWorkingDays(at('2026-09-11T10:00:00+02:00'), 1).toString()).toBe('2026-09-14');
  });

  it('skip Christmas and the weekend behind it', () => {
    expect(office.addWorkingDays(at('2026-12-24T10:00:00+01:00'), 1).toString()).toBe('2026-12-28');
  });

  it("skip King's Day", () => {
    expect(office.nextWorkingDay(at('2026-04-24T10:00:00+02:00'), '09:00')).toEqual(at('2026-04-28T09:00:00+02:00'));
  });

  it('keep the hour of the clock when summer time ends in between', () => {
    expect(office.nextWorkingDay(at('2026-10-23T10:00:00+02:00'), '09:00')).toEqual(at('2026-10-26T09:00:00+01:00'));
  });
});

describe('the nights when the clock changes', () => {
  const nightShift = workingCalendar([{ weekday: 7, opens: '01:00', closes: '02:30' }]);

  it('a night that the spring gap cuts still ends', () => {
    const span = nightShift.spanAround(at('2026-03-29T01:30:00+01:00'));
    expect(span?.to).toEqual(at('2026-03-29T03:30:00+02:00'));
  });

  it('a night that autumn lengthens lasts until the second 02:30', () => {
    const span = nightShift.spanAround(at('2026-10-25T01:30:00+02:00'));
    expect(span?.from).toEqual(at('2026-10-25T01:00:00+02:00'));
    expect(span?.to).toEqual(at('2026-10-25T02:30:00+01:00'));
    expect(nightShift.isWorkingTime(at('2026-10-25T02:15:00+01:00'))).toBe(true);
  });

  it('an opening inside the spring gap is an hour later', () => {
    const early = workingCalendar([{ weekday: 7, opens: '02:30', closes: '06:00' }]);
    expect(early.nextWorkingMoment(at('2026-03-28T12:00:00+01:00'))).toEqual(at('2026-03-29T03:30:00+02:00'));
  });
});

describe('a working week', () => {
  it.each([
    [
      'two openings at once',
      [
        ['09:00', '12:00'],
        ['11:00', '15:00'],
      ],
      'working-hours-overlap',
    ],
    ['closing before opening', [['17:00', '09:00']], 'working-day-ends-before-it-begins'],
    [
      'a lunch break',
      [
        ['09:00', '12:00'],
        ['12:00', '17:00'],
      ],
      undefined,
    ],
  ] as const)('with %s', (_, hours, problem) => {
    expect(weekProblem(hours.map(([opens, closes]) => ({ weekday: 1, opens, closes })))).toBe(problem);
  });
});
