import type { Page } from 'playwright-core';
import { fillDate } from '../follow-up-at-desk.ts';
import { answer, choose, isSafe, pickColleague, reportSafely, startReport, tap } from '../report-on-phone.ts';
import { dark, fatima, largest, narrow, type Screen } from './screen.ts';

const atTheQuestions = async (page: Page) => {
  await startReport(page);
  await isSafe(page);
  await page.getByRole('heading', { name: 'Wat gebeurde er?' }).waitFor();
};
const noteIsEnough = async (page: Page) => {
  await atTheQuestions(page);
  await choose(page, 'Schelden of persoonlijk worden');
  await answer(page, 'Stopte het toen je er iets van zei?', 'Ja');
  await answer(page, 'Moest je er in dat gesprek nog iets van zeggen?', 'Nee');
  await answer(page, 'Gebeurde dit al eerder?', 'Nee');
};
const next = (page: Page) => tap(page, 'Volgende');
const atWhom = async (page: Page) => {
  await atTheQuestions(page);
  await choose(page, 'Bedreigen of intimideren');
  await page.getByLabel(/Vertel het in je eigen woorden/).fill('Hij zei dat hij me zou opwachten.');
  await next(page);
};
const atWhen = async (page: Page) => {
  await atWhom(page);
  await choose(page, 'Mij');
  await next(page);
};
const atWhere = async (page: Page) => {
  await atWhen(page);
  await choose(page, 'Net, of nu nog');
  await next(page);
};
const atWho = async (page: Page) => {
  await atWhere(page);
  await choose(page, 'Stadskantoor');
  await choose(page, 'Balie 3');
  await next(page);
};
const atCheck = async (page: Page) => {
  await atWho(page);
  await choose(page, 'Ik kan de persoon omschrijven');
  await page.getByLabel(/Hoe ziet de persoon eruit/).fill('Man met een grijze jas.');
  await next(page);
};
const sent = async (page: Page) => {
  const told = { seen: ['Bedreigen of intimideren'], where: 'Stadskantoor', room: 'Balie 3' };
  await reportSafely(page, told);
};

/** Made without a connection, by somebody whose session is over by the time there is one. */
const notSent = async (page: Page) => {
  await atCheck(page);
  await page.context().clearCookies();
  await page.context().setOffline(true);
  await tap(page, 'Verstuur de melding');
  await page.getByRole('heading', { name: 'Je melding is nog niet verstuurd' }).waitFor();
  await page.context().setOffline(false);
};

export const reporting: readonly Screen[] = [
  { who: 'mila', size: 'phone', name: 'report-not-sent', path: '/melden', reach: notSent, shows: 'Log in en verstuur' },
  {
    ...fatima,
    name: 'report-code-error',
    path: '/melden/code',
    reach: (page) => tap(page, 'Kies een code'),
    shows: /Deze code is te kort/,
  },
  {
    ...fatima,
    name: 'report-our-limit',
    path: '/melden/onze-grens',
    reach: (page) => page.getByText('Bedreigen of intimideren').first().click(),
    shows: 'Grens stellen en stoppen',
  },
  { ...fatima, name: 'help', path: '/hulp', shows: 'Bel Henk de Boer' },
  {
    ...fatima,
    name: 'safety-in-danger',
    path: '/melden',
    reach: async (page) => {
      await startReport(page);
      await answer(page, 'Ben je veilig?', 'Nee');
    },
    shows: 'Ga naar een veilige plek en bel 112.',
  },
  { ...fatima, name: 'report-what', path: '/melden', reach: atTheQuestions, shows: 'Kies alles wat je zag of hoorde.' },
  {
    ...fatima,
    name: 'report-what-error',
    path: '/melden',
    reach: async (page) => {
      await atTheQuestions(page);
      await next(page);
    },
    shows: 'Kies wat je zag, of vertel het in je eigen woorden.',
  },
  {
    ...fatima,
    name: 'report-what-note-is-enough',
    path: '/melden',
    reach: noteIsEnough,
    shows: 'Dit hoef je niet te melden.',
  },
  {
    ...fatima,
    name: 'report-missing-person',
    path: '/melden',
    reach: async (page) => {
      await atTheQuestions(page);
      await page.getByText('Gaat het om iets anders?').click();
      await choose(page, /Iemand is kwijt/);
    },
    shows: 'Wie is er weg?',
  },
  {
    ...fatima,
    name: 'report-whom',
    path: '/melden',
    reach: async (page) => {
      await atWhom(page);
      await choose(page, 'Een collega');
      await pickColleague(page, /Wie waren het/, 'Sanne Jansen');
      await page.getByLabel(/Wie zag of hoorde het/).fill('Joris');
      await page.getByRole('button', { name: /Joris Brouwer/ }).waitFor();
    },
    shows: 'Wie overkwam het?',
  },
  {
    ...fatima,
    name: 'report-when-error',
    path: '/melden',
    reach: async (page) => {
      await atWhen(page);
      await choose(page, 'Op een andere dag');
      await fillDate(page, '30-2-2026');
      await next(page);
    },
    shows: 'Deze dag bestaat niet. Vul dag, maand en jaar in.',
  },
  {
    ...fatima,
    name: 'report-where',
    path: '/melden',
    reach: async (page) => {
      await atWhere(page);
      await choose(page, 'Stadskantoor');
    },
    shows: 'Balie 3',
  },
  { ...fatima, name: 'report-who', path: '/melden', reach: atWho, shows: 'Wat heb je toen gedaan?' },
  {
    ...fatima,
    name: 'report-colleague',
    path: '/melden',
    reach: async (page) => {
      await atWho(page);
      await choose(page, 'Het was een collega');
      await next(page);
    },
    shows: 'Bel Ruud Postma',
  },
  { ...fatima, name: 'report-check', path: '/melden', reach: atCheck, shows: 'Klopt dit?' },
  { ...fatima, ...dark, name: 'report-check-dark', path: '/melden', reach: atCheck, shows: 'Klopt dit?' },
  { ...fatima, name: 'report-unfinished', path: '/melden', shows: 'Ga verder waar je was' },
  { ...fatima, name: 'report-sent', path: '/melden', reach: sent, shows: 'Je melding is binnen' },
  {
    ...fatima,
    name: 'report-noted',
    path: '/melden',
    reach: async (page) => {
      await atTheQuestions(page);
      await choose(page, 'Emotie over de eigen situatie');
      await answer(page, 'Blijft dit gedrag doorgaan?', 'Nee');
      await tap(page, 'Bewaar een notitie');
    },
    shows: 'Je notitie is bewaard',
  },
  { ...fatima, ...narrow, name: 'report-what-narrow', path: '/melden', reach: atTheQuestions, shows: 'Stap 1 van 5' },
  { ...fatima, ...narrow, ...dark, name: 'report-where-narrow-dark', path: '/melden', reach: atWhere, shows: 'Stap 4' },
  { ...fatima, ...largest, name: 'report-where-largest', path: '/melden', reach: atWhere, shows: 'Stap 4' },
  {
    ...fatima,
    name: 'note-to-add-to',
    path: '/melden',
    reach: async (page) => {
      await noteIsEnough(page);
      await tap(page, 'Bewaar een notitie');
      await page.getByText('Zet erbij waar het was').click();
    },
    shows: 'Waaraan herken je deze persoon een volgende keer?',
  },
];
