import type { Page } from 'playwright-core';
import { tap } from '../report-on-phone.ts';
import { type Screen, signedOut } from './screen.ts';

async function tellWithoutName(page: Page): Promise<void> {
  await page.getByText('De vertrouwenspersoon', { exact: true }).click();
  await page.getByLabel('Wat wil je vertellen?').fill('Onze planner stuurt ons alleen op pad.');
  await tap(page, 'Verstuur zonder naam');
}

export const withoutAName: readonly Screen[] = [
  { ...signedOut, name: 'anonymous', path: '/anoniem', shows: 'Wat is anoniem?' },
  { ...signedOut, name: 'anonymous-desk', size: 'desk', path: '/anoniem', shows: 'Wat is anoniem?' },
  {
    ...signedOut,
    name: 'anonymous-missing',
    path: '/anoniem',
    reach: (page) => tap(page, 'Verstuur zonder naam'),
    shows: 'Kies met wie je wilt praten.',
  },
  {
    ...signedOut,
    name: 'anonymous-code',
    path: '/anoniem',
    reach: tellWithoutName,
    shows: 'Je bericht is verstuurd',
  },
  {
    ...signedOut,
    name: 'anonymous-talk',
    path: '/anoniem',
    reach: async (page) => {
      await tellWithoutName(page);
      await page.getByRole('link', { name: 'Naar het gesprek' }).click();
    },
    shows: 'Er is nog geen antwoord',
  },
  { ...signedOut, name: 'anonymous-go-on', path: '/anoniem/gesprek', shows: 'Ga verder met je gesprek' },
];
