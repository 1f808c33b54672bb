const zone = 'Europe/Amsterdam';

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** The date (`2026-11-17`) and time (`13:55`) that a clock in the Netherlands shows at this moment. */
export function onDutchClock(moment: Date): { date: string; time: string } {
  const [date = '', time = ''] = parts.format(moment).split(', ');
  return { date, time: time.slice(0, 5) };
}

/** Minutes that the Netherlands is ahead of UTC at this moment: 60 in winter, 120 in summer. */
function offsetAt(moment: Date): number {
  const shown = onDutchClock(moment);
  return Math.round((Date.parse(`${shown.date}T${shown.time}:00Z`) - floorToMinute(moment)) / 60_000);
}

const floorToMinute = (moment: Date) => Math.floor(moment.getTime() / 60_000) * 60_000;

/**
 * The moment at which a Dutch clock shows this date and time. In the hour that happens twice in autumn it is the first one;
 * a time that the clock skips in spring moves on by that hour.
 */
export function dutchMoment(date: string, time: string): Date {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const summer = new Date(asUtc - 120 * 60_000);
  return offsetAt(summer) === 120 ? summer : new Date(asUtc - 60 * 60_000);
}

/** Does this day exist? 30 February does not. */
export function isRealDate(date: string): boolean {
  const at = new Date(`${date}T12:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === date;
}
