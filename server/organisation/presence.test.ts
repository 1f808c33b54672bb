import { describe, expect, it } from 'vitest';
import { presenceAt } from './presence.ts';
import { officeWeek, workingCalendar } from './working-time.ts';

const office = workingCalendar(officeWeek);
const at = (text: string) => new Date(text);
const mondayMorning = at('2026-09-14T10:00:00+02:00');

describe('whether somebody is at work', () => {
  it('says until when', () => {
    expect(presenceAt(mondayMorning, office, [])).toEqual({
      isAbsent: false,
      isWorking: true,
      until: at('2026-09-14T17:00:00+02:00'),
      because: null,
    });
  });

  it('ends when an absence begins that same day', () => {
    const afternoonOff = { since: at('2026-09-14T13:00:00+02:00'), until: at('2026-09-14T17:00:00+02:00') };
    expect(presenceAt(mondayMorning, office, [afternoonOff]).until).toEqual(afternoonOff.since);
  });

  it('says when somebody is back from being away: at an opening, not at midnight', () => {
    const week = { since: at('2026-09-12T00:00:00+02:00'), until: at('2026-09-19T00:00:00+02:00') };
    expect(presenceAt(mondayMorning, office, [week])).toMatchObject({
      isAbsent: true,
      because: 'away',
      until: at('2026-09-21T08:30:00+02:00'),
    });
  });

  it('takes two absences that touch for one', () => {
    const first = { since: at('2026-09-14T00:00:00+02:00'), until: at('2026-09-15T00:00:00+02:00') };
    const second = { since: at('2026-09-15T00:00:00+02:00'), until: at('2026-09-16T12:00:00+02:00') };
    expect(presenceAt(mondayMorning, office, [second, first]).until).toEqual(at('2026-09-16T12:00:00+02:00'));
  });

  it('tells an evening from a holiday', () => {
    expect(presenceAt(at('2026-09-14T20:00:00+02:00'), office, []).because).toBe('outside_hours');
    expect(presenceAt(at('2026-04-27T10:00:00+02:00'), office, []).because).toBe('holiday');
  });
});
