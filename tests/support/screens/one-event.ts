import type { Page } from 'playwright-core';
import type { Dossiers } from '../dossiers.ts';
import { tap } from '../report-on-phone.ts';
import { fromMenu } from './following-up.ts';
import { dark, henk, type Screen } from './screen.ts';

const besides = async (page: Page) => {
  await page
    .getByRole('link', { name: /^Leg ze naast elkaar/ })
    .first()
    .click();
  await page.getByText('Welk dossier gaat voor?').waitFor();
};

export function oneEvent({ inFollowUp, closed }: Dossiers): readonly Screen[] {
  const path = `/meldingen/${inFollowUp}`;
  return [
    { ...henk, name: 'same-event-proposed', path, shows: 'Mogelijk dezelfde gebeurtenis' },
    { ...henk, name: 'same-event-beside', path, reach: besides, shows: 'Wat is het?' },
    { ...henk, ...dark, size: 'phone', name: 'same-event-beside-dark', path, reach: besides, shows: 'Wat is het?' },
    {
      ...henk,
      name: 'same-event-by-number',
      path,
      reach: async (page) => {
        await fromMenu('Hoort bij een ander dossier')(page);
        await page.getByRole('dialog').getByRole('button', { name: 'Leg ze naast elkaar' }).click();
      },
      shows: 'Vul een nummer in.',
    },
    {
      ...henk,
      size: 'phone',
      name: 'same-event-joined',
      path: `/meldingen/${closed}`,
      reach: async (page) => {
        await besides(page);
        await tap(page, 'Dit is dezelfde gebeurtenis');
        await tap(page, /^Haal ze uit elkaar/);
      },
      shows: 'Waarom zijn het twee gebeurtenissen?',
    },
  ];
}
