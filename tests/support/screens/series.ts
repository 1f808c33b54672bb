import type { Page } from 'playwright-core';
import type { Dossiers } from '../dossiers.ts';
import { tap } from '../report-on-phone.ts';
import { dark, fatima, henk, type Screen } from './screen.ts';

const pasteTwo = async (page: Page) => {
  const pasted = 'Voor Henk\n3-3-2026 14.30 belde en hing op\n4 maart 2026: mailde dat hij mij zou vinden';
  await page.getByLabel('Plak hier').fill(pasted);
  await tap(page, 'Zoek de gebeurtenissen');
};

export function series({ inFollowUp, closed }: Dossiers): readonly Screen[] {
  return [
    { ...fatima, name: 'series-empty', path: `/reeks/${closed}`, shows: 'Hier staat nog niets' },
    { ...fatima, name: 'series', path: `/reeks/${inFollowUp}`, shows: 'Hij belde drie keer' },
    { ...fatima, size: 'desk', name: 'series-desk', path: `/reeks/${inFollowUp}`, shows: 'Hij belde drie keer' },
    { ...fatima, ...dark, name: 'series-dark', path: `/reeks/${inFollowUp}`, shows: 'Hij belde drie keer' },
    {
      ...fatima,
      name: 'series-missing',
      path: `/reeks/${inFollowUp}`,
      reach: (page) => tap(page, 'Zet erbij'),
      shows: 'Vertel in een paar woorden wat er gebeurde.',
    },
    { ...fatima, name: 'series-paste', path: `/reeks/${inFollowUp}/plakken`, shows: 'Zoek de gebeurtenissen' },
    { ...fatima, name: 'series-check', path: `/reeks/${inFollowUp}/plakken`, reach: pasteTwo, shows: 'We vonden 2' },
    {
      ...henk,
      name: 'series-check-desk',
      path: `/reeks/${inFollowUp}/plakken`,
      reach: pasteTwo,
      shows: 'We vonden 2',
    },
    { ...henk, name: 'series-paper', path: `/reeks/${inFollowUp}/afdruk`, shows: 'Overzicht van gebeurtenissen' },
    {
      ...fatima,
      name: 'series-paper-phone',
      path: `/reeks/${inFollowUp}/afdruk`,
      shows: 'Overzicht van gebeurtenissen',
    },
  ];
}
