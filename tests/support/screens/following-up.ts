import type { Page } from 'playwright-core';
import { newId } from '../../../server/platform/index.ts';
import type { Dossiers } from '../dossiers.ts';
import { tap } from '../report-on-phone.ts';
import { dark, henk, largest, narrow, type Screen } from './screen.ts';

/** What stands behind the three dots of a dossier. */
export const fromMenu = (what: string) => async (page: Page) => {
  await tap(page, 'Meer acties voor dit dossier');
  await tap(page, what);
};

export function followingUp({ fresh, takenUp, inFollowUp, closed, corrected }: Dossiers): readonly Screen[] {
  const dossier = (id: string) => `/meldingen/${id}`;
  const asked = (name: string, button: string | RegExp, shows: string): Screen => ({
    ...henk,
    name,
    path: dossier(inFollowUp),
    reach: async (page) => {
      const found = page.getByRole('button', { name: button });
      const menu = page.getByRole('button', { name: 'Meer acties voor dit dossier' });
      await menu.waitFor();
      if ((await found.count()) === 0) await menu.click();
      await found.first().click();
      await page.getByRole('dialog').waitFor();
    },
    shows,
  });
  return [
    { ...henk, name: 'dossier-fresh', path: dossier(fresh), shows: 'Ik pak dit op' },
    { ...henk, name: 'dossier-absent', path: dossier(newId()), shows: 'Naar het begin' },
    { ...henk, size: 'phone', name: 'dossier-fresh-phone', path: dossier(fresh), shows: 'Ik pak dit op' },
    { ...henk, name: 'dossier-taken-up', path: dossier(takenUp), shows: 'Henk pakt het op' },
    { ...henk, name: 'dossier', path: dossier(inFollowUp), shows: 'Wat nu nodig is' },
    { ...henk, size: 'phone', name: 'dossier-phone', path: dossier(inFollowUp), shows: 'Wat nu nodig is' },
    { ...henk, ...narrow, name: 'dossier-narrow', path: dossier(inFollowUp), shows: 'Wat nu nodig is' },
    {
      ...henk,
      size: 'phone',
      ...largest,
      name: 'dossier-largest',
      path: dossier(inFollowUp),
      shows: 'Wat nu nodig is',
    },
    { ...henk, ...dark, name: 'dossier-dark', path: dossier(inFollowUp), shows: 'Wat nu nodig is' },
    { ...henk, name: 'dossier-closed', path: dossier(closed), shows: 'Afsluiting' },
    { ...henk, name: 'dossier-corrected', path: dossier(corrected), shows: 'Dit dossier is rechtgezet' },
    { who: 'priya', size: 'phone', name: 'dossier-helper', path: dossier(inFollowUp), shows: 'Jouw taak' },
    { ...henk, name: 'dossier-log', path: `${dossier(inFollowUp)}/logboek`, shows: 'Logboek' },
    asked('dialog-task', 'Gedaan: Regel een veilige weg naar huis', 'Bewaar als gedaan'),
    asked('dialog-response', 'Reactie vastleggen', 'Leg de reactie vast'),
    asked('dialog-contact', 'Ik heb contact gehad', 'Leg het contact vast'),
    asked('dialog-person', 'Iemand toevoegen', 'Wie hoort hier nog bij?'),
    asked('dialog-add-task', 'Taak toevoegen', 'Nieuwe taak'),
    asked('dialog-correct', 'Dit was geen agressie', 'Zet dit recht'),
    { ...henk, name: 'close', path: `${dossier(inFollowUp)}/afsluiten`, shows: 'Wat is de conclusie?' },
    {
      ...henk,
      size: 'phone',
      name: 'close-errors',
      path: `${dossier(inFollowUp)}/afsluiten`,
      reach: (page) => tap(page, 'Sluit het dossier af'),
      shows: 'Vertel wat jullie concluderen.',
    },
  ];
}
