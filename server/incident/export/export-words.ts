import type { PlaceKind } from '../../../contract/incident.ts';

export type ExportLanguage = 'nl' | 'en';

interface ExportWords {
  readonly sheet: string;
  readonly about: string;
  readonly fileName: string;
  readonly places: Readonly<Record<PlaceKind, string>>;
  readonly aboutLines: (made: { readonly at: string; readonly names: boolean }) => readonly string[];
}

/** What stands in a file that leaves the program, beside the names that the screen has too (contract/incident-names.ts). */
export const exportWords: Readonly<Record<ExportLanguage, ExportWords>> = {
  nl: {
    sheet: 'Meldingen',
    about: 'Over dit bestand',
    fileName: 'meldingen-vertrouwelijk',
    places: {
      location: 'Op locatie',
      road: 'Onderweg',
      home_visit: 'Op huisbezoek',
      phone: 'Aan de telefoon',
      online: 'Online',
      letter: 'In een brief',
      private_life: 'Privé',
      unknown: 'Onbekend',
    },
    aboutLines: ({ at, names }) => [
      'Vertrouwelijk',
      'Dit bestand komt uit Rugdekking. Deel het alleen met wie het voor het werk nodig heeft.',
      ...(names ? ['Er staan namen in. Bewaar het op een veilige plek.'] : []),
      'Gooi het weg zodra je het niet meer nodig hebt.',
      `Gemaakt op ${at}. Er is vastgelegd wie dit bestand maakte.`,
    ],
  },
  en: {
    sheet: 'Reports',
    about: 'About this file',
    fileName: 'reports-confidential',
    places: {
      location: 'At a location',
      road: 'On the road',
      home_visit: 'On a home visit',
      phone: 'On the phone',
      online: 'Online',
      letter: 'In a letter',
      private_life: 'In private life',
      unknown: 'Unknown',
    },
    aboutLines: ({ at, names }) => [
      'Confidential',
      'This file comes from Rugdekking. Share it only with who needs it for their work.',
      ...(names ? ['It holds names. Keep it in a safe place.'] : []),
      'Throw it away as soon as you no longer need it.',
      `Made on ${at}. It is on record who made this file.`,
    ],
  },
};
