import { tap } from '../report-on-phone.ts';
import { dark, fatima, narrow, type Screen, yusuf } from './screen.ts';

const threatPlaybook = '/afspraken/draaiboeken/threat';
const causeWords = '/afspraken/woorden/aanleiding';

export const agreeing: readonly Screen[] = [
  { ...yusuf, name: 'agreements', path: '/afspraken', shows: 'Bedreiging of intimidatie' },
  { ...fatima, name: 'agreements-phone', path: '/afspraken', shows: 'Bedreiging of intimidatie' },
  { ...fatima, name: 'our-limit', path: '/afspraken/onze-grens', shows: 'Versies' },
  { ...yusuf, ...dark, name: 'our-limit-dark', path: '/afspraken/onze-grens', shows: 'Versies' },
  {
    ...yusuf,
    name: 'our-limit-change',
    path: '/afspraken/onze-grens/wijzigen',
    reach: (page) => tap(page, 'Wijzig Bedreigen of intimideren'),
    shows: 'Voeg een voorbeeld toe',
  },
  {
    ...yusuf,
    size: 'phone',
    name: 'our-limit-preview',
    path: '/afspraken/onze-grens/wijzigen',
    reach: (page) => tap(page, 'Bekijk de nieuwe versie'),
    shows: 'Zo ziet de melder het',
  },
  {
    ...fatima,
    name: 'our-limit-not-yours',
    path: '/afspraken/onze-grens/wijzigen',
    shows: 'Dit past de coördinator aan',
  },
  { ...fatima, name: 'our-limit-past', path: '/afspraken/onze-grens/versies/1', shows: 'Lees wat nu geldt' },
  {
    ...yusuf,
    name: 'questions-change',
    path: '/afspraken/vragen/threat/wijzigen',
    reach: async (page) => {
      await tap(page, 'Voeg een vraag toe');
      await tap(page, 'Voeg een vraag toe');
      await page.getByLabel('Alleen na een eerder antwoord').check();
      await page.getByLabel('Soort antwoord').last().selectOption({ label: 'Eén van onze woorden' });
      await tap(page, 'Bekijk de nieuwe versie');
    },
    shows: 'Vraag 1: vul de Nederlandse tekst in.',
  },
  { ...fatima, name: 'questions', path: '/afspraken/vragen/threat', shows: 'Hier is nog nooit iets gevraagd.' },
  { ...fatima, name: 'playbook', path: threatPlaybook, shows: 'Versies' },
  { ...yusuf, name: 'playbook-desk', path: threatPlaybook, shows: 'Versies' },
  {
    ...yusuf,
    name: 'playbook-change',
    path: `${threatPlaybook}/wijzigen`,
    reach: async (page) => {
      await tap(page, 'Wijzig Regel een veilige weg naar huis');
      for (const part of ['Wat leggen we vast?', 'Wanneer is deze taak nodig?', 'Dit leest de melder']) {
        await page.getByText(part).first().click();
      }
    },
    shows: 'Voeg een keuze toe',
  },
  {
    ...yusuf,
    size: 'phone',
    name: 'playbook-change-errors',
    path: `${threatPlaybook}/wijzigen`,
    reach: async (page) => {
      await tap(page, 'Voeg een taak toe');
      await tap(page, 'Bekijk de nieuwe versie');
    },
    shows: 'Taak 15, naam: vul de Nederlandse tekst in.',
  },
  { ...yusuf, ...narrow, name: 'playbook-change-narrow', path: `${threatPlaybook}/wijzigen`, shows: 'De taken' },
  { ...yusuf, name: 'playbook-absent', path: '/afspraken/draaiboeken/nergens', shows: 'Deze afspraak is er niet' },
  { ...yusuf, name: 'words', path: '/afspraken/woorden', shows: 'Wat opviel aan de persoon' },
  { ...fatima, name: 'words-phone', path: '/afspraken/woorden', shows: 'Wat opviel aan de persoon' },
  { ...yusuf, name: 'words-of-list', path: causeWords, shows: 'Niemand veranderde hier iets.' },
  { ...fatima, ...dark, name: 'words-of-list-dark', path: causeWords, shows: 'Er is niets uitgezet.' },
  {
    ...yusuf,
    name: 'words-change-errors',
    path: `${causeWords}/wijzigen`,
    reach: async (page) => {
      await tap(page, 'Voeg een woord toe');
      await tap(page, 'Bekijk de nieuwe versie');
    },
    shows: 'Telt mee als',
  },
  { ...yusuf, size: 'phone', name: 'words-change-phone', path: `${causeWords}/wijzigen`, shows: 'Voeg een woord toe' },
  { ...yusuf, name: 'words-absent', path: '/afspraken/woorden/nergens', shows: 'Deze lijst is er niet' },
  { ...yusuf, size: 'phone', name: 'chain-terms', path: '/afspraken/bellen', shows: 'Bij dreiging, geweld of gevaar' },
  {
    ...yusuf,
    name: 'chain-terms-error',
    path: '/afspraken/bellen',
    reach: async (page) => {
      await page.getByLabel('Bij dreiging, geweld of gevaar').fill('90');
      await tap(page, 'Bewaar');
    },
    shows: 'Bij dreiging, geweld of gevaar: kies 5 tot 60 minuten.',
  },
  { ...fatima, name: 'chain-terms-read', path: '/afspraken/bellen', shows: '15 minuten' },
];
