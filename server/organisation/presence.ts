import type { Reachability } from '../../contract/organisation.ts';
import type { WorkingCalendar } from './working-time.ts';

export interface Period {
  readonly since: Date;
  readonly until: Date;
}

/** Whether somebody can be expected at work at a moment, and until or from when. */
export interface Presence {
  readonly isAbsent: boolean;
  readonly isWorking: boolean;
  /** When working: how long still. Else: when they are back. */
  readonly until: Date;
  readonly because: 'outside_hours' | 'holiday' | 'away' | null;
}

export function presenceAt(at: Date, calendar: WorkingCalendar, absences: readonly Period[]): Presence {
  const backAt = endOfAbsence(at, absences);
  if (backAt > at) {
    return { isAbsent: true, isWorking: false, until: nextPresence(backAt, calendar, absences), because: 'away' };
  }
  const span = calendar.spanAround(at);
  if (span === undefined) {
    const because = calendar.isHoliday(at) ? 'holiday' : 'outside_hours';
    return { isAbsent: false, isWorking: false, until: nextPresence(at, calendar, absences), because };
  }
  const leaves = absences.filter(({ since }) => since > at && since < span.to).map(({ since }) => since.getTime());
  return { isAbsent: false, isWorking: true, until: new Date(Math.min(span.to.getTime(), ...leaves)), because: null };
}

export function reachabilityOf(presence: Presence): Reachability {
  return {
    isReachable: presence.isWorking,
    untilAt: presence.until.toISOString(),
    because: presence.because,
  };
}

/** Absences may touch: a holiday that runs on into a course is one absence to whoever waits. */
function endOfAbsence(at: Date, absences: readonly Period[]): Date {
  const covering = absences.filter(({ since, until }) => since <= at && until > at);
  if (covering.length === 0) return at;
  const latest = new Date(Math.max(...covering.map(({ until }) => until.getTime())));
  return endOfAbsence(latest, absences);
}

function nextPresence(from: Date, calendar: WorkingCalendar, absences: readonly Period[]): Date {
  const opening = calendar.nextWorkingMoment(from);
  const back = endOfAbsence(opening, absences);
  return back > opening ? nextPresence(back, calendar, absences) : opening;
}
