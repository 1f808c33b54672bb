import { megabytes } from './size.ts';

/** Why a file does not go, where this browser knows it before the server does. */
export const words = {
  empty: { nl: 'Dit bestand is leeg. Kies een ander bestand.', en: 'This file is empty. Choose another file.' },
  tooLarge: (size: number, largest: number) => ({
    nl: `Dit bestand is ${megabytes(size, 'nl')}. Het mag niet groter zijn dan ${megabytes(largest, 'nl')}.`,
    en: `This file is ${megabytes(size, 'en')}. It may not be larger than ${megabytes(largest, 'en')}.`,
  }),
  gone: {
    nl: 'We kunnen dit bestand niet meer lezen. Kies het opnieuw.',
    en: 'We cannot read this file any more. Choose it again.',
  },
  broken: {
    nl: 'Er ging iets mis. Laad de pagina opnieuw, dan gaan we verder waar we waren.',
    en: 'Something went wrong. Load the page again, and we go on where we were.',
  },
} as const;
