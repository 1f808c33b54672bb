import type { Page } from 'playwright-core';
import { choose, tap } from '../report-on-phone.ts';
import { dark, henk, narrow, type Screen } from './screen.ts';

const chooseAll = async (page: Page) => {
  await tap(page, 'Draag er meer tegelijk over');
  await tap(page, /^Alle \d+ op deze pagina$/);
};
const askToWhom = async (page: Page) => {
  await chooseAll(page);
  await tap(page, 'Draag over aan…');
};

export const finding: readonly Screen[] = [
  { ...henk, name: 'tasks-chosen', path: '/mijn-werk', reach: chooseAll, shows: /^\d+ gekozen$/ },
  {
    ...henk,
    size: 'phone',
    ...dark,
    name: 'list-chosen',
    path: '/meldingen',
    reach: chooseAll,
    shows: /^\d+ gekozen$/,
  },
  {
    ...henk,
    ...narrow,
    name: 'list-hand-over',
    path: '/meldingen',
    reach: askToWhom,
    shows: 'Waarom draag je dit over?',
  },
  {
    ...henk,
    name: 'list-handed-over',
    path: '/meldingen',
    reach: async (page) => {
      await askToWhom(page);
      await choose(page, 'Yusuf Kaya');
      await choose(page, 'Dat spraken we zo af');
      await tap(page, /^Draag over$/);
      await tap(page, /^Maak ongedaan/);
    },
    shows: /zijn weer terug$/,
  },
  {
    ...henk,
    name: 'list-filtered',
    path: '/meldingen?stand=open&ernst=threat',
    shows: 'Ernst: Dreigen of intimideren',
  },
  {
    ...henk,
    ...narrow,
    name: 'list-address-not-understood',
    path: '/meldingen?stand=onzin',
    shows: 'Dit deel van het adres begrijpen we niet: Stand. We laten het weg.',
  },
  {
    ...henk,
    name: 'list-nothing-fits',
    path: '/meldingen?ernst=threat&soort=calamity',
    shows: /Zonder ‘Soort: Calamiteit’/,
  },
  {
    ...henk,
    name: 'list-save-view',
    path: '/meldingen?ernst=threat',
    reach: (page) => tap(page, 'Bewaar deze lijst'),
    shows: 'Hoe noem je deze lijst?',
  },
  {
    ...henk,
    size: 'phone',
    name: 'list-found-by-name',
    path: '/meldingen',
    reach: async (page) => {
      await page.getByLabel('Zoek op nummer of naam').fill('Fatima');
      await tap(page, 'Zoeken');
    },
    shows: 'Gezocht op ‘Fatima’',
  },
  { ...henk, name: 'export', path: '/meldingen/exporteren?ernst=threat', shows: 'Wat voor bestand?' },
  {
    ...henk,
    ...dark,
    size: 'phone',
    name: 'export-names-need-a-reason',
    path: '/meldingen/exporteren',
    reach: async (page) => {
      await choose(page, 'Wie meldde het');
      await tap(page, 'Maak het bestand');
    },
    shows: 'Schrijf kort waarvoor je de namen nodig hebt.',
  },
];
