import type { Page } from 'playwright-core';
import type { Dossiers } from '../dossiers.ts';
import { tap } from '../report-on-phone.ts';
import { dark, fatima, henk, type Screen } from './screen.ts';

const pasteTwo = async (page: Page) => {
  const pasted = 'Voor Henk\n3-3-2026 14.30 belde en hing op\n4 maart 2026: mailde dat hij mij zou vinden';
  await page.getByLabel('Plak hier').fill(pasted);
  await tap(page, 'Zoek de gebeurtenissen');
};

const chooseTwo = async (page: Page) => {
  const file = (name: string, mimeType: string, words = '') => ({ name, mimeType, buffer: Buffer.from(words) });
  const mail = file(
    'dreiging.eml',
    'message/rfc822',
    'Subject: Weer ik\nDate: 5 Jan 2026 21:00:00 +0100\n\nIk zie je.',
  );
  await page.getByLabel('Kies bestanden').setInputFiles([mail, file('schermafbeelding.png', 'image/png')]);
};

const makeAddress = async (page: Page) => {
  const make = page.getByRole('button', { name: 'Maak een adres' });
  await make.or(page.getByTestId('forward-address')).waitFor();
  if (await make.isVisible()) await make.click();
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
    {
      ...fatima,
      name: 'series-address',
      path: `/reeks/${inFollowUp}`,
      reach: makeAddress,
      shows: 'Stuur ze naar dit adres',
    },
    { ...fatima, name: 'series-paste', path: `/reeks/${inFollowUp}/plakken`, shows: 'Zoek de gebeurtenissen' },
    { ...henk, size: 'desk', name: 'series-paste-desk', path: `/reeks/${inFollowUp}/plakken`, shows: 'Kies bestanden' },
    { ...fatima, name: 'series-check', path: `/reeks/${inFollowUp}/plakken`, reach: pasteTwo, shows: 'We vonden 2' },
    {
      ...henk,
      name: 'series-check-desk',
      path: `/reeks/${inFollowUp}/plakken`,
      reach: chooseTwo,
      shows: 'Uit schermafbeelding.png',
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
