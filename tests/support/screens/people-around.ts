import { tap } from '../report-on-phone.ts';
import { dark, henk, type Screen } from './screen.ts';

export const whoDidIt = (path: string): readonly Screen[] =>
  (['desk', 'phone'] as const).map((size) => ({
    ...henk,
    size,
    name: `who-was-it-${size}`,
    path,
    reach: (page) => tap(page, 'Vul aan wie het was'),
    shows: 'Vul in wat je zeker weet.',
  }));

export const peopleAround = (path: string): readonly Screen[] => [
  {
    ...henk,
    name: 'who-same-as',
    path,
    reach: (page) => tap(page, 'Koppel een ander dossier'),
    shows: 'Bijvoorbeeld 2026-0042',
  },
  {
    ...henk,
    ...dark,
    size: 'phone',
    name: 'relative-missing',
    path,
    reach: async (page) => {
      await tap(page, 'Voeg een naaste toe');
      await page.getByRole('button', { name: 'Voeg toe', exact: true }).click();
    },
    shows: 'Wat zijn ze van elkaar? Vul dit in.',
  },
];
