import { tap } from '../report-on-phone.ts';
import { dark, fatima, type Screen, yusuf } from './screen.ts';

export const patterns: readonly Screen[] = [
  { ...yusuf, name: 'patterns', path: '/patronen', shows: 'Er wacht niets op je' },
  { ...yusuf, size: 'phone', name: 'patterns-phone', path: '/patronen', shows: 'Er wacht niets op je' },
  { ...fatima, name: 'patterns-not-for-you', path: '/patronen', shows: 'Dit is voor de coördinator' },
  { ...yusuf, name: 'pattern-rules', path: '/afspraken/patronen', shows: 'Waar kijken we naar?' },
  {
    ...yusuf,
    size: 'phone',
    name: 'pattern-rules-error',
    path: '/afspraken/patronen',
    reach: async (page) => {
      await page.getByLabel('Aantal keer').first().fill('1');
      await tap(page, 'Bewaar');
    },
    shows: /vul een getal in van 2 tot en met 50/,
  },
  {
    ...yusuf,
    ...dark,
    size: 'phone',
    name: 'pattern-rules-phone',
    path: '/afspraken/patronen',
    shows: 'Tellen meldingen mee?',
  },
  { ...fatima, name: 'pattern-rules-read', path: '/afspraken/patronen', shows: '3 keer binnen 14 dagen' },
];
