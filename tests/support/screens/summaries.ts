import type { Page } from 'playwright-core';
import type { Dossiers } from '../dossiers.ts';
import { choose, tap } from '../report-on-phone.ts';
import { dark, fatima, henk, type Screen } from './screen.ts';

async function withNames(page: Page): Promise<void> {
  await page.getByLabel('Wat gebeurde er?').fill('Joris werd uitgescholden. Bel 06 12345678.');
  await tap(page, 'Vraag of het zo goed is');
}

export function summaries({ takenUp, inFollowUp, closed }: Dossiers): readonly Screen[] {
  const mine = (id: string) => `/mijn-meldingen/${id}`;
  const dossier = (id: string) => `/meldingen/${id}`;
  return [
    { who: 'joris', size: 'phone', name: 'my-summary', path: mine(takenUp), shows: 'Een tekst voor het team' },
    {
      who: 'joris',
      size: 'phone',
      ...dark,
      name: 'my-summary-otherwise-dark',
      path: mine(takenUp),
      reach: async (page) => {
        await choose(page, 'Liever anders');
        await tap(page, 'Geef je antwoord');
      },
      shows: 'Vertel wat je anders wilt.',
    },
    { ...fatima, name: 'my-summary-shared', path: mine(closed), shows: 'Verander je antwoord' },
    { ...fatima, name: 'team-summaries', path: '/teamvergadering', shows: 'Nog te bespreken' },
    {
      ...henk,
      name: 'team-summaries-discussed',
      path: '/teamvergadering',
      reach: (page) =>
        page
          .getByRole('button', { name: /^Besproken: de tekst van/ })
          .first()
          .click(),
      shows: 'Wanneer bespraken jullie dit?',
    },
    {
      who: 'daan',
      size: 'phone',
      name: 'team-summaries-empty',
      path: '/teamvergadering',
      shows: /Er is nog niets gedeeld/,
    },
    {
      who: 'daan',
      size: 'desk',
      ...dark,
      name: 'library',
      path: '/teamvergadering?uit=bibliotheek',
      shows: 'Wat leren we ervan?',
    },
    { ...henk, name: 'summary-write', path: `${dossier(inFollowUp)}/samenvatting`, shows: 'Wat spreken we af?' },
    {
      ...henk,
      name: 'summary-names',
      path: `${dossier(takenUp)}/samenvatting`,
      reach: withNames,
      shows: 'Hier kun je iemand aan herkennen',
    },
    {
      ...henk,
      size: 'phone',
      name: 'summary-names-phone',
      path: `${dossier(takenUp)}/samenvatting`,
      reach: withNames,
      shows: 'Hier kun je iemand aan herkennen',
    },
  ];
}
