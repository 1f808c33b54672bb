import type { Page } from 'playwright-core';
import type { Dossiers } from '../dossiers.ts';
import { tap } from '../report-on-phone.ts';
import { pdf, photoWithPlace, program, sound } from '../sample-files.ts';
import { fatima, henk, type Screen } from './screen.ts';

async function addToReport(page: Page): Promise<void> {
  const brief = { name: 'Brief van de advocaat, 3 maart.jpg', mimeType: 'application/pdf', buffer: pdf };
  const programFile = { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: program };
  await page.getByLabel('Kies bestanden').setInputFiles([brief, programFile]);
  await page.getByText('Dit soort bestand kan niet.').waitFor();
}

async function openPicture(page: Page): Promise<void> {
  await addFiles(page);
  await page
    .getByRole('button', { name: /Bekijk IMG_20260310_134501.jpg groot/ })
    .first()
    .click();
}

/** Once per person and dossier: who comes after finds them there. */
async function addFiles(page: Page): Promise<void> {
  await page.getByText('Wat kan erbij?').waitFor();
  const seen = page.getByRole('button', { name: /Bekijk IMG_20260310_134501.jpg groot/ });
  if ((await seen.count()) === 0) {
    const photo = { name: 'IMG_20260310_134501.jpg', mimeType: 'image/jpeg', buffer: await photoWithPlace() };
    const voice = { name: 'Voicemail 3.wav', mimeType: 'audio/wav', buffer: sound };
    await page.getByLabel('Kies bestanden').setInputFiles([photo, voice]);
    await addToReport(page);
  }
  await seen.first().waitFor();
  await page.getByText('Als bewijs').first().click();
}

export function files({ inFollowUp }: Dossiers): readonly Screen[] {
  return [
    {
      ...henk,
      name: 'dossier-files',
      path: `/meldingen/${inFollowUp}`,
      reach: addFiles,
      shows: 'Haal het origineel op',
    },
    {
      ...fatima,
      name: 'my-report-files',
      path: `/mijn-meldingen/${inFollowUp}`,
      reach: addFiles,
      shows: 'Haal het origineel op',
    },
    {
      ...henk,
      name: 'dossier-picture',
      path: `/meldingen/${inFollowUp}`,
      reach: openPicture,
      shows: /^Dit is een kopie/,
    },
    {
      ...fatima,
      name: 'my-report-picture',
      path: `/mijn-meldingen/${inFollowUp}`,
      reach: openPicture,
      shows: /^Dit is een kopie/,
    },
    {
      ...henk,
      name: 'dossier-hide-file',
      path: `/meldingen/${inFollowUp}`,
      reach: async (page) => {
        await addFiles(page);
        await tap(page, 'Verberg dit bestand');
      },
      shows: 'Waarom moet het uit het zicht?',
    },
    { ...fatima, name: 'details-files', path: `/melden/details/${inFollowUp}`, reach: addToReport, shows: 'Bewaard' },
  ];
}
