const DAY_MS = 86_400_000;
/** Day 0 of the two calendars of Excel. The first counts a 29 February 1900 that never was, so from March on it is a day ahead. */
const epochs = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;

export type ExcelCalendar = keyof typeof epochs;

/** A day number of a spreadsheet as `2024-03-01` or `2024-03-01 14:30`; a fraction of a day alone as `14:30`. */
export function dateFromSerial(serial: number, calendar: ExcelCalendar): string {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_465) return String(serial);
  const wholeMinutes = Math.round(serial * 1440) * 60_000;
  if (serial < 1) return new Date(wholeMinutes).toISOString().slice(11, 16);
  const shift = calendar === 1900 && serial < 60 ? DAY_MS : 0;
  const text = new Date(epochs[calendar] + shift + wholeMinutes).toISOString();
  return serial % 1 === 0 ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 16)}`;
}

/** The numbers that Excel keeps for its own ways to write dates and times. */
const builtIn = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 34, 35, 36, 45, 46, 47, 50, 57]);

/** Whether a way of writing numbers writes a date: outside quotes and brackets it speaks of days, months, years or hours. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtIn.has(id);
  const bare = code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return /[dmyhs]/i.test(bare) && !/general|standaard/i.test(bare);
}
