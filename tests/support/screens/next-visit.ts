import type { Page } from 'playwright-core';
import type { Dossiers } from '../dossiers.ts';
import { fillDate } from '../follow-up-at-desk.ts';
import { choose, tap } from '../report-on-phone.ts';
import { dark, fatima, henk, type Screen } from './screen.ts';

const meets = (name: string) => async (page: Page) => {
  await page.getByLabel('Voornaam en achternaam').fill(name);
  await fillDate(page, '1-5-1980');
  await choose(page, 'Huisbezoek');
  await tap(page, 'Kijk of er een afspraak is');
};

export function nextVisit({ closed }: Dossiers): readonly Screen[] {
  return [
    { ...fatima, name: 'next-visit', path: '/volgend-bezoek', shows: 'Kijk of er een afspraak is' },
    {
      ...fatima,
      name: 'next-visit-missing',
      path: '/volgend-bezoek',
      reach: async (page) => {
        await page.getByText('Weet je die niet?').click();
        await tap(page, 'Kijk of er een afspraak is');
      },
      shows: 'Kies wat je gaat doen.',
    },
    {
      ...fatima,
      name: 'next-visit-found',
      path: '/volgend-bezoek',
      reach: meets('Dirk Zwart'),
      shows: 'Er is een afspraak',
    },
    {
      ...fatima,
      ...dark,
      name: 'next-visit-found-dark',
      path: '/volgend-bezoek',
      reach: meets('D. Zwart'),
      shows: 'Er is een afspraak',
    },
    {
      ...fatima,
      size: 'desk',
      name: 'next-visit-none',
      path: '/volgend-bezoek',
      reach: meets('Piet Wit'),
      shows: 'Geen afspraak bekend',
    },
    {
      ...henk,
      name: 'next-visit-agree',
      path: `/meldingen/${closed}`,
      reach: (page) => tap(page, 'Spreek iets anders af'),
      shows: 'Hoe ontmoeten we deze persoon?',
    },
    { who: 'yusuf', size: 'desk', name: 'next-visit-looks', path: '/volgend-bezoek/gekeken', shows: /Wie keek er/ },
    {
      who: 'yusuf',
      size: 'phone',
      name: 'next-visit-looks-phone',
      path: '/volgend-bezoek/gekeken',
      shows: /Wie keek er/,
    },
  ];
}
