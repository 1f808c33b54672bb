import { tap } from '../report-on-phone.ts';
import { type Screen, signedOut } from './screen.ts';

export const atTheDoor: readonly Screen[] = [
  { ...signedOut, name: 'first-screen-signed-out', path: '/', shows: 'Ik heb nu hulp nodig' },
  { ...signedOut, name: 'first-screen-signed-out-desk', size: 'desk', path: '/', shows: 'Ik heb nu hulp nodig' },
  { ...signedOut, name: 'help-signed-out', path: '/hulp', shows: 'Bel 112' },
  { ...signedOut, name: 'report-signed-out', path: '/melden', shows: 'Ik wil iets melden' },
  { ...signedOut, name: 'sign-in', path: '/inloggen', shows: 'Inloggen met een passkey' },
  {
    ...signedOut,
    name: 'sign-in-wrong',
    path: '/inloggen',
    reach: async (page) => {
      await page.getByLabel('E-mailadres van je werk').fill('niemand@wierdam.example');
      await page.getByLabel('Wachtwoord', { exact: true }).fill('niet het wachtwoord');
      await tap(page, 'Volgende');
    },
    shows: 'Dit e-mailadres en wachtwoord horen niet bij elkaar.',
  },
  { ...signedOut, name: 'step-in', path: '/demo', shows: 'Wie wil je zijn?' },
  { ...signedOut, name: 'step-in-desk', size: 'desk', path: '/demo', shows: 'Wie wil je zijn?' },
  { ...signedOut, name: 'paper-card', path: '/kaart', shows: 'De melding op papier' },
  { ...signedOut, name: 'paper-card-desk', size: 'desk', path: '/kaart', shows: 'De melding op papier' },
  {
    ...signedOut,
    name: 'guest-link-over',
    path: `/gast#${'x'.repeat(43)}`,
    shows: 'Deze link werkt niet meer.',
  },
  { ...signedOut, name: 'accessibility', path: '/toegankelijkheid', shows: 'Wat we beloven' },
  { ...signedOut, name: 'not-found', path: '/bestaat-niet', shows: 'Deze pagina is er niet' },
  { ...signedOut, name: 'postbox', size: 'desk', path: '/postvak', shows: 'Postvak van de oefenstad' },
];
