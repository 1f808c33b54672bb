import { Temporal } from 'temporal-polyfill';
import type { DateOrder } from '../../../../contract/import-words.ts';
import { dateFromSerial } from '../source/spreadsheet-dates.ts';

/** As much of a moment as somebody wrote down. */
export interface WrittenDate {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
  readonly time: WrittenTime | null;
}

export interface WrittenTime {
  readonly hour: number;
  readonly minute: number;
}

export type DatePrecision = 'exact' | 'day' | 'month' | 'year';

const time = String.raw`(?:[ T,]+(?:om |at )?(\d{1,2})[:.u](\d{2})(?:[:.]\d{2})?(?:\.\d+)?\s*(?:uur|u|h|z)?)?`;
const iso = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2})${time})?$`, 'i');
const numbers = new RegExp(String.raw`^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|'?\d{2})${time}$`, 'i');
const named = new RegExp(
  String.raw`^(?:(\d{1,2})(?:e|st|nd|rd|th)?[-/. ]+)?([a-z]{3,9})\.?,?[-/. ]+(\d{4}|'?\d{2})${time}$`,
  'i',
);
const namedFirst = new RegExp(String.raw`^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})${time}$`, 'i');
const monthAndYear = /^(\d{1,2})[-/](\d{4})$/;
const weekday =
  /^(?:ma(?:andag)?|di(?:nsdag)?|wo(?:ensdag)?|do(?:nderdag)?|vr(?:ijdag)?|za(?:terdag)?|zo(?:ndag)?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\.?,?\s+/i;

const months = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const otherMonths: Readonly<Record<string, number>> = { maa: 3, mar: 3, may: 5, oct: 10 };

/** Null: nobody can tell for sure which day this is. */
export function readDate(text: string, order: DateOrder, thisYear: number): WrittenDate | null {
  const plain = text.trim().replace(weekday, '').replaceAll(/\s+/g, ' ');
  if (/^\d{4}$/.test(plain)) return dated(Number(plain), null, null, null);
  if (/^\d{5}(?:\.\d+)?$/.test(plain)) return fromSerial(Number(plain), thisYear);
  const asIso = iso.exec(plain);
  if (asIso) return dated(Number(asIso[1]), asIso[2], asIso[3], timeOf(asIso[4], asIso[5]));
  const asNumbers = numbers.exec(plain);
  if (asNumbers) {
    const [, first, second, year, hour, minute] = asNumbers;
    const [day, month] = order === 'day-first' ? [first, second] : [second, first];
    return dated(wholeYear(year, thisYear), month, day, timeOf(hour, minute));
  }
  const asMonth = monthAndYear.exec(plain);
  if (asMonth) return dated(Number(asMonth[2]), asMonth[1], null, null);
  const asNamed = named.exec(plain);
  if (asNamed) {
    const month = monthNamed(asNamed[2]);
    return month === null
      ? null
      : dated(wholeYear(asNamed[3], thisYear), month, asNamed[1], timeOf(asNamed[4], asNamed[5]));
  }
  const asFirst = namedFirst.exec(plain);
  const month = asFirst && monthNamed(asFirst[1]);
  return month ? dated(Number(asFirst[3]), month, asFirst[2], timeOf(asFirst[4], asFirst[5])) : null;
}

/** Year, month and day in columns of their own; what is missing is not made up. */
export function readDateParts(year: string, month: string, day: string): WrittenDate | null {
  if (!/^\d{4}(?:\.0+)?$/.test(year)) return null;
  const monthNumber = month === '' ? null : (monthNamed(month) ?? wholeNumber(month));
  if (month !== '' && monthNumber === null) return null;
  const dayNumber = day === '' || monthNumber === null ? null : wholeNumber(day);
  if (day !== '' && monthNumber !== null && dayNumber === null) return null;
  return dated(Number(year), monthNumber, dayNumber, null);
}

export function readTime(text: string): WrittenTime | null {
  const found = /^(?:[\d-]{8,10} )?(\d{1,2})[:.u](\d{2})(?:[:.]\d{2})?\s*(?:uur|u|h)?$/i.exec(text.trim());
  return (found && timeOf(found[1], found[2])) ?? null;
}

export function precisionOf({ month, day, time: at }: WrittenDate): DatePrecision {
  if (month === null) return 'year';
  if (day === null) return 'month';
  return at === null ? 'day' : 'exact';
}

/** On the Dutch clock. Of what is not known the middle of the day stands for the day, and the first for the month or year. */
export function momentOf({ year, month, day, time: at }: WrittenDate): Date {
  const whole = { year, month: month ?? 1, day: day ?? 1, hour: at?.hour ?? 12, minute: at?.minute ?? 0 };
  return new Date(Temporal.PlainDateTime.from(whole).toZonedDateTime('Europe/Amsterdam').epochMilliseconds);
}

function dated(
  year: number,
  month: string | number | null | undefined,
  day: string | number | null | undefined,
  at: WrittenTime | null | undefined,
): WrittenDate | null {
  const monthNumber = month == null ? null : Number(month);
  const dayNumber = day == null ? null : Number(day);
  if (monthNumber !== null && (monthNumber < 1 || monthNumber > 12)) return null;
  if (dayNumber !== null && monthNumber !== null && (dayNumber < 1 || dayNumber > daysIn(year, monthNumber)))
    return null;
  // A time that cannot be is a date that cannot be trusted.
  return at === undefined ? null : { year, month: monthNumber, day: dayNumber, time: at };
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Null: none was written. Undefined: one that cannot be. */
function timeOf(hour: string | undefined, minute: string | undefined): WrittenTime | null | undefined {
  if (hour === undefined || minute === undefined) return null;
  const written = { hour: Number(hour), minute: Number(minute) };
  return written.hour < 24 && written.minute < 60 ? written : undefined;
}

function monthNamed(text: string | undefined): number | null {
  const start = (text ?? '').trim().toLowerCase().slice(0, 3);
  const at = months.indexOf(start);
  return at === -1 ? (otherMonths[start] ?? null) : at + 1;
}

function wholeNumber(text: string): number | null {
  return /^\d{1,2}(?:\.0+)?$/.test(text) ? Number(text) : null;
}

/** '98 is a year ago, not in the future. */
function wholeYear(text: string | undefined, thisYear: number): number {
  const digits = (text ?? '').replace("'", '');
  if (digits.length === 4) return Number(digits);
  const inThisCentury = thisYear - (thisYear % 100) + Number(digits);
  return inThisCentury > thisYear ? inThisCentury - 100 : inThisCentury;
}

/** A day number of a spreadsheet that lost its clothes on the way. */
function fromSerial(serial: number, thisYear: number): WrittenDate | null {
  const date =
    serial >= 18_000 && serial <= 60_000 ? readDate(dateFromSerial(serial, 1900), 'day-first', thisYear) : null;
  return date;
}
