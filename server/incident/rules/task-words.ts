import type { TaskOwner, Words } from '../../../contract/protocol-words.ts';
import { localDay } from './deadlines.ts';

/** The sentences of a playbook about its tasks, filled in: "{When} belt {who} je." → "Morgen belt Henk je." */
export function taskInWords(template: Words, facts: { readonly who: Words; readonly when: Words }): Words {
  const fillIn = (language: keyof Words) =>
    capitalised(
      template[language]
        .replaceAll('{who}', () => facts.who[language])
        .replaceAll('{when}', () => facts.when[language])
        .replaceAll('{When}', () => capitalised(facts.when[language])),
    );
  return { nl: fillIn('nl'), en: fillIn('en') };
}

/** A name is the same in both languages. */
export function named(name: string): Words {
  return { nl: name, en: name };
}

/** Whom people hear about while a task is nobody's in particular. */
const ownerWords = {
  lead: { nl: 'wie dit oppakt', en: 'whoever takes this up' },
  coordinator: { nl: 'de coördinator agressie', en: 'the aggression coordinator' },
  prevention_worker: { nl: 'de preventiemedewerker', en: 'the prevention worker' },
  peer_supporter: { nl: 'iemand van de collegiale opvang', en: 'a peer supporter' },
  reception: { nl: 'de receptie', en: 'reception' },
  privacy_officer: { nl: 'de functionaris gegevensbescherming', en: 'the privacy officer' },
  leadership: { nl: 'de directie', en: 'the leadership' },
} as const satisfies Record<TaskOwner, Words>;

export function ownerInWords(owner: TaskOwner): Words {
  return ownerWords[owner];
}

/** When something is to come, as people say it. What is overdue comes as soon as possible: a day in the past helps nobody. */
export function dayInWords(at: Date, now: Date): Words {
  if (at <= now) return { nl: 'zo snel mogelijk', en: 'as soon as possible' };
  if (at.getTime() - now.getTime() <= 60 * 60_000) return { nl: 'binnen een uur', en: 'within the hour' };
  const days = daysBetween(now, at);
  if (days === 0) return { nl: 'vandaag', en: 'today' };
  if (days === 1) return { nl: 'morgen', en: 'tomorrow' };
  return { nl: `op ${format('nl-NL', at, days)}`, en: `on ${format('en-GB', at, days)}` };
}

/** Within a week its day is enough. */
function format(locale: string, at: Date, daysAhead: number): string {
  const options: Intl.DateTimeFormatOptions = daysAhead < 7 ? { weekday: 'long' } : { day: 'numeric', month: 'long' };
  return new Intl.DateTimeFormat(locale, { timeZone: 'Europe/Amsterdam', ...options }).format(at);
}

/** Between calendar days, not between clock hours. */
function daysBetween(from: Date, to: Date): number {
  return Math.round((Date.parse(localDay(to)) - Date.parse(localDay(from))) / 86_400_000);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
