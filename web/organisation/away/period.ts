import { dutchMoment } from '../../text/dutchClock.ts';

/** A period of whole days: from the first minute of the one up to and including the last day. */
export function periodOf(from: string, until: string): { sinceAt: string; untilAt: string } {
  return {
    sinceAt: dutchMoment(from, '00:00').toISOString(),
    untilAt: dutchMoment(dayAfter(until), '00:00').toISOString(),
  };
}

function dayAfter(date: string): string {
  const noon = new Date(`${date}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + 1);
  return noon.toISOString().slice(0, 10);
}

/** The last day of a period that ends at midnight is the day before. */
export function lastMomentOf(untilAt: string): string {
  return new Date(Date.parse(untilAt) - 60_000).toISOString();
}
