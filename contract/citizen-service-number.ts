/**
 * Finds citizen service numbers (BSN) in free text, so that they never get in. Pure and free of zod: the browser stops the
 * number while it is typed, the server refuses it again.
 *
 * Only a number that passes the elfproef counts. Of random nine-digit numbers one in eleven passes too, so telephone
 * numbers, dates and numbers that are part of something longer (an account, a link) are left alone.
 */

export interface FoundNumber {
  /** Where it starts in the text, and how long it is there, dots and spaces included. */
  readonly index: number;
  readonly length: number;
}

export function findCitizenServiceNumbers(text: string): FoundNumber[] {
  return [...text.matchAll(candidate)]
    .filter((match) => looksLikeNumberOnItsOwn(text, match.index, match[0]))
    .filter((match) => !isPhoneNumber(text, match.index, match[0]) && !isDate(match[0]))
    .filter((match) => passesElfproef(digitsOf(match[0])))
    .map((match) => ({ index: match.index, length: match[0].length }));
}

export function holdsCitizenServiceNumber(text: string): boolean {
  return findCitizenServiceNumbers(text).length > 0;
}

/** The check on eleven: weights 9…2 and −1 for the last digit; eight digits get a leading zero. */
export function passesElfproef(digits: string): boolean {
  if (!/^\d{8,9}$/.test(digits)) return false;
  const padded = digits.padStart(9, '0');
  const sum = [...padded].reduce((total, digit, at) => total + Number(digit) * (at === 8 ? -1 : 9 - at), 0);
  return sum !== 0 && sum % 11 === 0;
}

/** Eight or nine digits with at most one dot, space (also a hard one) or hyphen between any two. */
const candidate = /(?<!\d)\d(?:[.\s-]?\d){7,8}(?!\d)/g;

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/**
 * A longer row of digits (an account, a case number, a link) is not a citizen service number with something around it.
 * Written the usual way (9, 3-3-3 or 4-2-3 digits) it may stand next to another number, as in "balie 3 111 222 333".
 */
function looksLikeNumberOnItsOwn(text: string, index: number, match: string): boolean {
  const before = text.slice(Math.max(0, index - 8), index);
  const after = text.slice(index + match.length, index + match.length + 2);
  if (/[\p{L}_/@€][.-]?$|\d[.,-]$/u.test(before) || /^(?:[.,-]\d|[\p{L}_@])/u.test(after)) return false;
  return isUsualGrouping(match) || !(/\d\)?\s$/.test(before) || /^\s\d/.test(after));
}

function isUsualGrouping(match: string): boolean {
  const lengths = match.split(/\D/).map((group) => group.length);
  return ['9', '3,3,3', '4,2,3'].includes(lengths.join(','));
}

/** `+31 …`, `0031 …`, and an area code before eight digits (`06 …`, `(06) …`). */
function isPhoneNumber(text: string, index: number, match: string): boolean {
  const before = text.slice(Math.max(0, index - 10), index);
  if (/(?:\+\d{0,3}|\b00\d{0,3})[\s-]?(?:\(0\))?[\s-]?$/.test(before)) return true;
  return digitsOf(match).length === 8 && /(?<!\d)0\d{0,3}\)?[\s\-–/]{0,3}$/.test(before);
}

/** 01-02-2026, 1 2 2026 is too short, 2026-02-01, 20260201: eight digits that read as a date of the last or next century. */
function isDate(match: string): boolean {
  const parts = match.split(/\D+/);
  const digits = digitsOf(match);
  if (digits.length !== 8) return false;
  const separated = parts.length === 3 && (parts[0]?.length === 4 || parts[2]?.length === 4);
  if (!separated && parts.length !== 1) return false;
  return (
    isDayMonthYear(digits.slice(6), digits.slice(4, 6), digits.slice(0, 4)) ||
    isDayMonthYear(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4))
  );
}

function isDayMonthYear(day: string, month: string, year: string): boolean {
  const inRange = (text: string, from: number, to: number) => Number(text) >= from && Number(text) <= to;
  return inRange(day, 1, 31) && inRange(month, 1, 12) && inRange(year, 1900, 2100);
}
