import type { KeptPrecision } from '../../contract/incident-words.ts';
import { type Language, useLanguage } from '../text/index.ts';
import { useMoments } from '../text/moments.ts';

const locale: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };
const shapes = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
} as const satisfies Partial<Record<KeptPrecision, Intl.DateTimeFormatOptions>>;

/** When it happened, no more precisely than anybody knows: "maart 2001". With the time: as `otherwise` tells it. */
export function useOccurred(): (at: string, precision: KeptPrecision, otherwise?: (at: string) => string) => string {
  const language = useLanguage();
  const moments = useMoments();
  return (at, precision, otherwise = (exact) => `${dayIn(language, exact, 'day')}, ${moments.time(exact)}`) =>
    precision === 'exact' || precision === 'about' ? otherwise(at) : dayIn(language, at, precision);
}

function dayIn(language: Language, at: string, precision: keyof typeof shapes): string {
  const format = new Intl.DateTimeFormat(locale[language], { timeZone: 'Europe/Amsterdam', ...shapes[precision] });
  return format.format(new Date(at));
}
