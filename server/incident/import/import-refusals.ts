import type { Sentence } from '../../../contract/problem.ts';

export const importRefusals = {
  'import-too-large': {
    nl: 'Dit bestand is groter dan 100 MB. Verdeel het over meer bestanden, of vraag de beheerder om het op de server in te lezen.',
    en: 'This file is larger than 100 MB. Split it, or ask the administrator to read it in on the server.',
  },
  'import-known': {
    nl: 'Dit bestand is al begonnen. Ga terug naar de lijst en open het daar.',
    en: 'This file was begun already. Go back to the list and open it there.',
  },
  'import-not-uploading': {
    nl: 'Dit bestand is al helemaal verstuurd.',
    en: 'This file has been sent completely.',
  },
  'import-incomplete': {
    nl: 'Een deel van het bestand is niet aangekomen. Kies het bestand opnieuw.',
    en: 'A part of the file did not arrive. Choose the file again.',
  },
  'import-not-read': {
    nl: 'Dit bestand is nog niet gelezen, of is al overgenomen.',
    en: 'This file has not been read yet, or was taken over already.',
  },
  'import-not-checked': {
    nl: 'Probeer eerst of alle rijen goed gaan. Daarna kun je ze overnemen.',
    en: 'First try whether all rows work. Then you can take them over.',
  },
  'import-busy': {
    nl: 'We zijn al met dit bestand bezig. Wacht tot het klaar is.',
    en: 'We are at work on this file already. Wait until it is done.',
  },
  'import-not-done': {
    nl: 'Dit bestand is nog niet overgenomen. Er is niets terug te draaien.',
    en: 'This file was not taken over yet. There is nothing to undo.',
  },
} as const satisfies Record<string, Sentence>;
export type ImportRefusal = keyof typeof importRefusals;
