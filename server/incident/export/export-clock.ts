import { Temporal } from 'temporal-polyfill';

export interface DutchClock {
  /** 10-03-2026 09:05 */
  readonly written: string;
  /** 2026-03-10T09:05:00, as OpenDocument keeps it. */
  readonly iso: string;
  /** Days since 30 December 1899, as Excel keeps it. */
  readonly serial: number;
}

const DAY_MS = 86_400_000;
const EXCEL_BEGINS = Date.UTC(1899, 11, 30);

/** A moment as the clock on the wall showed it: a spreadsheet knows no time zones. */
export function dutchClock(at: Date): DutchClock {
  const wall = Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO('Europe/Amsterdam')
    .toPlainDateTime();
  const two = (number: number) => String(number).padStart(2, '0');
  const { year, month, day, hour, minute, second } = wall;
  return {
    written: `${two(day)}-${two(month)}-${year} ${two(hour)}:${two(minute)}`,
    iso: `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`,
    serial: (Date.UTC(year, month - 1, day, hour, minute, second) - EXCEL_BEGINS) / DAY_MS,
  };
}
