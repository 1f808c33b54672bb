import { Temporal } from 'temporal-polyfill';

const LEAST_DIGITS = 4;

/**
 * How the number begins that somebody types: "2026-04" and "2026" as they are; "412" is that one of this year, 2026-0412.
 * Null for what is no number. Numbers are `2026-0412`: the year and a count of at least four digits.
 */
export function numberBegins(typed: string, now: Date): string | null {
  const plain = typed
    .trim()
    .replace(/^#/, '')
    .replace(/\s*[-–/ ]\s*/, '-');
  if (/^(19|20)\d{2}(-\d{0,12})?$/.test(plain)) return plain.includes('-') ? plain : `${plain}-`;
  if (!/^\d{1,12}$/.test(plain)) return null;
  const { year } = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('Europe/Amsterdam');
  return `${year}-${plain.padStart(LEAST_DIGITS, '0')}`;
}
