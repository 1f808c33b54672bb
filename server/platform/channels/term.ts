import type { Language } from './words.ts';

const ZONE = 'Europe/Amsterdam';

const words = {
  nl: { locale: 'nl-NL', today: 'vandaag', tomorrow: 'morgen', on: 'op', at: (time: string) => `om ${time} uur` },
  en: { locale: 'en-GB', today: 'today', tomorrow: 'tomorrow', on: 'on', at: (time: string) => `at ${time}` },
} satisfies Record<
  Language,
  { locale: string; today: string; tomorrow: string; on: string; at: (time: string) => string }
>;

/** "vandaag om 14.30 uur", "morgen om 9.00 uur", "op vrijdag 6 maart om 9.00 uur": in Dutch time, wherever the server stands. */
export function tellTerm(moment: Date, now: Date, language: Language): string {
  const { at, ...say } = words[language];
  const day = dayIn(moment);
  const tomorrow = new Date(now.getTime() + DAY_MS);
  const time = at(timeOf(moment, language));
  if (day === dayIn(now)) return `${say.today} ${time}`;
  if (day === dayIn(tomorrow)) return `${say.tomorrow} ${time}`;
  const date = moment.toLocaleDateString(say.locale, {
    timeZone: ZONE,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
  return `${say.on} ${date} ${time}`;
}

const DAY_MS = 24 * 60 * 60 * 1000;

function dayIn(moment: Date): string {
  return moment.toLocaleDateString('en-CA', { timeZone: ZONE });
}

/** Dutch writes 9.05, English 09:05. */
function timeOf(moment: Date, language: Language): string {
  const time = moment.toLocaleTimeString('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
  return language === 'nl' ? time.replace(/^0/, '').replace(':', '.') : time;
}
