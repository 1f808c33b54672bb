import { type Language, useLanguage } from './language.ts';

const zone = 'Europe/Amsterdam';
const dayInMs = 86_400_000;

/** Tells moments as a person would: "vandaag 09.40 uur", "dinsdag 14.20 uur", "17 november 2025, 13.55 uur". */
export interface Moments {
  /** As short as the distance to `now` allows. */
  moment(at: string, now: Date): string;
  /** Always with weekday and date: for headings and papers. */
  fullMoment(at: string): string;
  time(at: string): string;
  /** "vandaag", "morgen", "donderdag" or "vr 20 nov": for what is due. Takes a moment or a calendar date. */
  day(at: string, now: Date): string;
  /** "20 november 2026" */
  date(on: string): string;
  /** "13 u 55", "45 min", "3 dagen": how long between two moments, largest parts only. */
  duration(milliseconds: number): string;
  /** The same for a screen reader: "13 uur en 55 minuten". */
  spokenDuration(milliseconds: number): string;
}

const locale: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };

const words = {
  nl: {
    today: 'vandaag',
    tomorrow: 'morgen',
    yesterday: 'gisteren',
    time: (hour: string, minute: string) => `${hour}.${minute} uur`,
    short: { hour: 'u', minute: 'min' },
    days: (n: number) => (n === 1 ? '1 dag' : `${n} dagen`),
    hours: (n: number) => `${n} uur`,
    minutes: (n: number) => (n === 1 ? '1 minuut' : `${n} minuten`),
    and: 'en',
  },
  en: {
    today: 'today',
    tomorrow: 'tomorrow',
    yesterday: 'yesterday',
    time: (hour: string, minute: string) => `${hour}:${minute}`,
    short: { hour: 'h', minute: 'min' },
    days: (n: number) => (n === 1 ? '1 day' : `${n} days`),
    hours: (n: number) => (n === 1 ? '1 hour' : `${n} hours`),
    minutes: (n: number) => (n === 1 ? '1 minute' : `${n} minutes`),
    and: 'and',
  },
} as const;

export function momentsIn(language: Language): Moments {
  const word = words[language];
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale[language], { timeZone: zone, ...options });
  const clock = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const weekday = format({ weekday: 'long' });
  const dayMonth = format({ day: 'numeric', month: 'long' });
  const dayMonthYear = format({ day: 'numeric', month: 'long', year: 'numeric' });
  const full = format({ weekday: 'long', day: 'numeric', month: 'long' });
  const shortDay = format({ weekday: 'short', day: 'numeric', month: 'short' });

  function time(at: string): string {
    const parts = clock.formatToParts(moment(at));
    const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
    return word.time(part('hour'), part('minute'));
  }

  function nearDay(at: Date, now: Date): string | null {
    const distance = daysBetween(now, at);
    if (distance === 0) return word.today;
    if (distance === 1) return word.tomorrow;
    if (distance === -1) return word.yesterday;
    return Math.abs(distance) < 7 ? weekday.format(at) : null;
  }

  function farDay(at: Date, now: Date): string {
    return (sameYear(at, now) ? dayMonth : dayMonthYear).format(at);
  }

  return {
    time,
    moment(at, now) {
      const near = nearDay(moment(at), now);
      return near ? `${near} ${time(at)}` : `${farDay(moment(at), now)}, ${time(at)}`;
    },
    fullMoment: (at) => `${full.format(moment(at))}, ${time(at)}`,
    day(at, now) {
      const when = moment(at);
      const distance = daysBetween(now, when);
      if (distance >= -1 && distance <= 1) return nearDay(when, now) ?? '';
      return sameYear(when, now) ? shortDay.format(when) : dayMonthYear.format(when);
    },
    date: (on) => dayMonthYear.format(moment(on)),
    duration(milliseconds) {
      const { days, hours, minutes } = partsOf(milliseconds);
      if (days >= 3) return word.days(days);
      if (days || hours) return `${days * 24 + hours} ${word.short.hour} ${String(minutes).padStart(2, '0')}`;
      return `${minutes} ${word.short.minute}`;
    },
    spokenDuration(milliseconds) {
      const { days, hours, minutes } = partsOf(milliseconds);
      if (days >= 3) return word.days(days);
      const wholeHours = days * 24 + hours;
      if (!wholeHours) return word.minutes(minutes);
      return minutes ? `${word.hours(wholeHours)} ${word.and} ${word.minutes(minutes)}` : word.hours(wholeHours);
    },
  };
}

/** A calendar date is read at noon, so that no time zone moves it to the day before. */
function moment(at: string): Date {
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(at) ? `${at}T12:00:00Z` : at);
}

function partsOf(milliseconds: number) {
  const total = Math.floor(Math.abs(milliseconds) / 60_000);
  return { days: Math.floor(total / 1440), hours: Math.floor((total % 1440) / 60), minutes: total % 60 };
}

const calendarDay = new Intl.DateTimeFormat('en-CA', { timeZone: zone });

function daysBetween(from: Date, to: Date): number {
  return Math.round((Date.parse(calendarDay.format(to)) - Date.parse(calendarDay.format(from))) / dayInMs);
}

function sameYear(one: Date, other: Date): boolean {
  return calendarDay.format(one).slice(0, 4) === calendarDay.format(other).slice(0, 4);
}

const moments: Record<Language, Moments> = { nl: momentsIn('nl'), en: momentsIn('en') };

export function useMoments(): Moments {
  return moments[useLanguage()];
}
