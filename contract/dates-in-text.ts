/** A day and, where it was written, a time of day; both as the one who wrote it read the clock. */
export interface FoundMoment {
  readonly day: string;
  readonly time: string | null;
}

export interface FoundAtStart extends FoundMoment {
  /** What stands after it on the same line. */
  readonly rest: string;
}

const months: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mrt: 3,
  maa: 3,
  mar: 3,
  apr: 4,
  mei: 5,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  okt: 10,
  oct: 10,
  nov: 11,
  dec: 12,
};
const monthWord =
  '(januari|january|jan|februari|february|feb|maart|march|mrt|mar|april|apr|mei|may|juni|june|jun|juli|july|jul|augustus|august|aug|september|sept|sep|oktober|october|okt|oct|november|nov|december|dec)';
const weekday =
  '(?:(?:op\\s+)?(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|monday|tuesday|wednesday|thursday|friday|saturday|sunday|ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun)\\.?,?\\s+)?(?:op\\s+)?';
const year = '(?:[-\\s/.,]+(\\d{4}|\\d{2})(?!\\d|[.:]\\d))?';
/** "14:30", "14.30 uur", "om 9u", "10:12:33"; in English also "2:30 PM". */
const time =
  '(?:[\\sT,]*(?:[-–]\\s*)?(?:om\\s+|at\\s+|rond\\s+)?(\\d{1,2})(?:[:.](\\d{2})(?:[:.]\\d{2})?|\\s?u(?:ur)?\\b)(?:\\s?u(?:ur)?\\b)?(?:\\s?(am|pm)\\b)?)?';

const forms = [
  // 2026-11-03, 2026-11-03T10:12
  { pattern: `${weekday}(\\d{4})-(\\d{1,2})-(\\d{1,2})(?!\\d)${time}`, at: { year: 1, month: 2, day: 3, time: 4 } },
  // 3-11-2026, 03/11/26, 3.11.2026
  {
    pattern: `${weekday}(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})(?!\\d)${time}`,
    at: { day: 1, month: 2, year: 3, time: 4 },
  },
  // 3 november 2026, 3 nov, 3-nov-26
  {
    pattern: `${weekday}(\\d{1,2})(?:e|st|nd|rd|th)?[-\\s]+${monthWord}\\b\\.?${year}${time}`,
    at: { day: 1, month: 2, year: 3, time: 4 },
  },
  // November 3, 2026
  {
    pattern: `${weekday}${monthWord}\\.?\\s+(\\d{1,2})(?!\\d)${year}${time}`,
    at: { month: 1, day: 2, year: 3, time: 4 },
  },
].map(({ pattern, at }) => ({ at, start: new RegExp(`^${pattern}`, 'iu') }));

/** A date at the very start of a line, as the Dutch, the English and machines write it. `today` helps where the year is left out. */
export function momentAtStart(line: string, today: string): FoundAtStart | null {
  for (const { start, at } of forms) {
    const found = start.exec(line);
    if (!found) continue;
    const day = dayOf(found[at.day], found[at.month], found[at.year], today);
    if (day === null) continue;
    const [hour, minute, half] = [found[at.time], found[at.time + 1], found[at.time + 2]];
    return { day, time: timeOf(hour, minute, half), rest: line.slice(found[0].length) };
  }
  return null;
}

/** For a line that says nothing but when: the header of an e-mail. */
export function momentAnywhere(line: string, today: string): FoundMoment | null {
  for (let from = 0; from < Math.min(line.length, 80); from += 1) {
    if (from > 0 && /[\p{L}\d]/u.test(line[from - 1] ?? '')) continue;
    const found = momentAtStart(line.slice(from), today);
    if (found) return { day: found.day, time: found.time };
  }
  return null;
}

function dayOf(day: string | undefined, month: string | undefined, yearText: string | undefined, today: string) {
  const monthNumber = Number(month) || months[(month ?? '').slice(0, 3).toLowerCase()] || 0;
  const written = yearText === undefined ? null : Number(yearText) + (yearText.length === 2 ? 2000 : 0);
  const thisYear = Number(today.slice(0, 4));
  const found = existing(written ?? thisYear, monthNumber, Number(day));
  // "3 december", read in November, was the one of last year.
  return written === null && found !== null && found > today ? existing(thisYear - 1, monthNumber, Number(day)) : found;
}

function existing(yearNumber: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(yearNumber, month - 1, day));
  if (yearNumber < 1950 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

function timeOf(hour: string | undefined, minute = '00', half: string | undefined): string | null {
  if (hour === undefined) return null;
  const later = half?.toLowerCase() === 'pm' && Number(hour) < 12 ? 12 : 0;
  const hours = half?.toLowerCase() === 'am' && Number(hour) === 12 ? 0 : Number(hour) + later;
  if (hours > 23 || Number(minute) > 59) return null;
  return `${String(hours).padStart(2, '0')}:${minute}`;
}
