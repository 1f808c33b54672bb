import { tap } from '../report-on-phone.ts';
import { dark, fatima, largest, type Screen, signedOut } from './screen.ts';

export const around: readonly Screen[] = [
  { ...signedOut, ...dark, name: 'first-screen-signed-out-dark', path: '/', shows: 'Ik heb nu hulp nodig' },
  {
    ...fatima,
    name: 'person-menu',
    path: '/',
    reach: (page) => tap(page, /Menu van Fatima/),
    shows: 'Uitloggen',
  },
  {
    ...fatima,
    ...largest,
    name: 'person-menu-largest',
    path: '/',
    reach: (page) => tap(page, /Menu van Fatima/),
    shows: 'Grootst',
  },
  {
    ...signedOut,
    name: 'first-screen-offline',
    path: '/',
    reach: async (page) => {
      await page.context().setOffline(true);
      await page
        .getByRole('status')
        .filter({ hasText: /verbinding|offline/i })
        .first()
        .waitFor();
    },
    shows: 'Ik heb nu hulp nodig',
  },
];
