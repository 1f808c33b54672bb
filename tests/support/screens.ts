import type { Page } from 'playwright-core';
import { type CastKey, cast } from '../../database/demo/cast.ts';
import type { Dossiers } from './dossiers.ts';
import { fillDate } from './follow-up-at-desk.ts';
import { answer, choose, isSafe, pickColleague, reportSafely, startReport, tap } from './report-on-phone.ts';
import { pdf, photoWithPlace, program, sound } from './sample-files.ts';

/** Every state of a screen that people meet: looked at for accessibility, and pictured for the documentation. */
export interface Screen {
  readonly name: string;
  /** Null: somebody who is not signed in. */
  readonly who: CastKey | null;
  readonly size: 'phone' | 'desk' | 'narrow';
  readonly theme?: 'dark';
  readonly letters?: 'largest';
  readonly path: string;
  /** What somebody does to get there from that address. */
  readonly reach?: (page: Page) => Promise<void>;
  /** What stands there, by which we know that we have arrived. */
  readonly shows: string | RegExp;
}

export function screensOf(dossiers: Dossiers): readonly Screen[] {
  return [
    ...atTheDoor,
    ...reporting,
    ...ownReports(dossiers),
    ...followingUp(dossiers),
    ...administering,
    ...agreeing,
    ...patterns,
    ...whoDidIt(`/meldingen/${dossiers.inFollowUp}`),
    ...peopleAround(`/meldingen/${dossiers.inFollowUp}`),
    ...oneEvent(dossiers),
    ...filedAndTakenBack(dossiers),
    ...takingOver,
    ...finding,
    ...around,
  ];
}

const signedOut = { who: null, size: 'phone' } as const;
const fatima = { who: 'fatima', size: 'phone' } as const;
const henk = { who: 'henk', size: 'desk' } as const;
const bas = { who: 'bas', size: 'desk' } as const;
const dark = { theme: 'dark' } as const;
const narrow = { size: 'narrow' } as const;
const largest = { letters: 'largest' } as const;

async function tellWithoutName(page: Page): Promise<void> {
  await page.getByText('De vertrouwenspersoon', { exact: true }).click();
  await page.getByLabel('Wat wil je vertellen?').fill('Onze planner stuurt ons alleen op pad.');
  await tap(page, 'Verstuur zonder naam');
}

const sendRegister = async (page: Page) => {
  await page.getByLabel('Bestand met meldingen').setInputFiles('tests/fixtures/registers/messy-sheet.xlsx');
  await tap(page, 'Verstuur het bestand');
  await page.getByRole('heading', { name: 'Wat staat er in elke kolom?' }).waitFor();
};
const tryRegister = async (page: Page) => {
  await sendRegister(page);
  await tap(page, 'Probeer alle rijen');
};
const takesOver = { who: 'yusuf', path: '/meldingen/inlezen' } as const;

const takingOver: readonly Screen[] = [
  { ...takesOver, name: 'take-over-register', size: 'desk', shows: 'Bestand met meldingen' },
  {
    ...takesOver,
    name: 'take-over-columns',
    size: 'desk',
    reach: sendRegister,
    shows: 'Zo komen de eerste rijen te staan',
  },
  {
    ...takesOver,
    name: 'take-over-columns-phone',
    size: 'phone',
    reach: sendRegister,
    shows: 'Zo komen de eerste rijen te staan',
  },
  { ...takesOver, name: 'take-over-tried', size: 'phone', reach: tryRegister, shows: '3 rijen gaan nog niet goed' },
];

const atTheDoor: readonly Screen[] = [
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
  { ...signedOut, name: 'anonymous', path: '/anoniem', shows: 'Wat is anoniem?' },
  { ...signedOut, name: 'anonymous-desk', size: 'desk', path: '/anoniem', shows: 'Wat is anoniem?' },
  {
    ...signedOut,
    name: 'anonymous-missing',
    path: '/anoniem',
    reach: (page) => tap(page, 'Verstuur zonder naam'),
    shows: 'Kies met wie je wilt praten.',
  },
  {
    ...signedOut,
    name: 'anonymous-code',
    path: '/anoniem',
    reach: tellWithoutName,
    shows: 'Je bericht is verstuurd',
  },
  {
    ...signedOut,
    name: 'anonymous-talk',
    path: '/anoniem',
    reach: async (page) => {
      await tellWithoutName(page);
      await page.getByRole('link', { name: 'Naar het gesprek' }).click();
    },
    shows: 'Er is nog geen antwoord',
  },
  { ...signedOut, name: 'anonymous-go-on', path: '/anoniem/gesprek', shows: 'Ga verder met je gesprek' },
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

const reporting: readonly Screen[] = [
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
];

const pasteTwo = async (page: Page) => {
  const pasted = 'Voor Henk\n3-3-2026 14.30 belde en hing op\n4 maart 2026: mailde dat hij mij zou vinden';
  await page.getByLabel('Plak hier').fill(pasted);
  await tap(page, 'Zoek de gebeurtenissen');
};

function ownReports({ takenUp, inFollowUp, closed, corrected }: Dossiers): readonly Screen[] {
  const mine = (id: string) => `/mijn-meldingen/${id}`;
  return [
    { ...fatima, name: 'first-screen', path: '/', shows: 'Ik heb nu hulp nodig' },
    { ...fatima, ...dark, name: 'first-screen-dark', path: '/', shows: 'Ik heb nu hulp nodig' },
    { ...fatima, ...narrow, name: 'first-screen-narrow', path: '/', shows: 'Ik heb nu hulp nodig' },
    { ...fatima, name: 'my-reports', path: '/mijn-meldingen', shows: 'je meldde dit' },
    {
      who: 'kees',
      size: 'phone',
      name: 'my-reports-empty',
      path: '/mijn-meldingen',
      shows: 'Je hebt nog niets gemeld',
    },
    { ...fatima, name: 'my-report', path: mine(inFollowUp), shows: 'Henk heeft je gesproken.' },
    { ...fatima, size: 'desk', name: 'my-report-desk', path: mine(inFollowUp), shows: 'Henk heeft je gesproken.' },
    { ...fatima, ...dark, name: 'my-report-dark', path: mine(inFollowUp), shows: 'Henk heeft je gesproken.' },
    {
      ...fatima,
      name: 'my-report-add',
      path: mine(inFollowUp),
      reach: (page) => tap(page, 'Iets toevoegen'),
      shows: 'Je aanvulling',
    },
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
    { ...fatima, name: 'next-visit', path: '/volgend-bezoek', shows: 'Kijk of er een afspraak is' },
    {
      ...fatima,
      name: 'next-visit-missing',
      path: '/volgend-bezoek',
      reach: async (page) => {
        await page.getByText('Weet je die niet?').click();
        await tap(page, 'Kijk of er een afspraak is');
      },
      shows: 'Kies wat je gaat doen.',
    },
    {
      ...fatima,
      name: 'next-visit-found',
      path: '/volgend-bezoek',
      reach: meets('Dirk Zwart'),
      shows: 'Er is een afspraak',
    },
    {
      ...fatima,
      ...dark,
      name: 'next-visit-found-dark',
      path: '/volgend-bezoek',
      reach: meets('D. Zwart'),
      shows: 'Er is een afspraak',
    },
    {
      ...fatima,
      size: 'desk',
      name: 'next-visit-none',
      path: '/volgend-bezoek',
      reach: meets('Piet Wit'),
      shows: 'Geen afspraak bekend',
    },
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
    { ...fatima, name: 'my-report-closed', path: mine(closed), shows: 'Henk heeft dit afgesloten.' },
    { ...fatima, name: 'my-report-corrected', path: mine(corrected), shows: 'Deze melding is rechtgezet.' },
    { ...fatima, name: 'report-details', path: `/melden/details/${inFollowUp}`, shows: 'Vertel de rest, rustig aan' },
    { who: 'sanne', size: 'phone', name: 'account-asked', path: mine(inFollowUp), shows: 'Jouw verhaal' },
    { ...fatima, name: 'notes', path: '/notities', shows: 'Notities' },
    { ...fatima, name: 'notifications', path: '/berichten', shows: 'Ook op dit apparaat' },
    { ...fatima, name: 'account', path: '/account', shows: 'Account en veiligheid' },
    { ...henk, name: 'away', path: '/afwezig', shows: 'Afwezig en vervanging' },
  ];
}

const meets = (name: string) => async (page: Page) => {
  await page.getByLabel('Voornaam en achternaam').fill(name);
  await fillDate(page, '1-5-1980');
  await choose(page, 'Huisbezoek');
  await tap(page, 'Kijk of er een afspraak is');
};

async function withNames(page: Page): Promise<void> {
  await page.getByLabel('Wat gebeurde er?').fill('Joris werd uitgescholden. Bel 06 12345678.');
  await tap(page, 'Vraag of het zo goed is');
}

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

function followingUp({ fresh, takenUp, inFollowUp, closed, corrected }: Dossiers): readonly Screen[] {
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
    { ...henk, name: 'first-screen-manager', path: '/', shows: 'Wat op je wacht' },
    { ...henk, name: 'my-work', path: '/mijn-werk', shows: 'Deze melding wacht op jou' },
    { ...henk, size: 'phone', name: 'my-work-phone', path: '/mijn-werk', shows: 'Deze melding wacht op jou' },
    { who: 'kees', size: 'phone', name: 'my-work-empty', path: '/mijn-werk', shows: 'Er ligt niets voor je klaar' },
    { ...henk, name: 'list', path: '/meldingen', shows: 'Meldingen, de nieuwste eerst' },
    { ...henk, size: 'phone', name: 'list-phone', path: '/meldingen', shows: /Bedreiging/ },
    { ...henk, ...narrow, name: 'list-narrow', path: '/meldingen', shows: /Bedreiging/ },
    { ...henk, ...dark, name: 'list-dark', path: '/meldingen', shows: /Bedreiging/ },
    { ...henk, name: 'list-none', path: '/meldingen?ernst=violence', shows: 'Geen melding past hierbij' },
    { who: 'yusuf', size: 'desk', name: 'list-organisation', path: '/meldingen', shows: 'Van de hele organisatie.' },
    { ...henk, name: 'dossier-files', path: dossier(inFollowUp), reach: addFiles, shows: 'Haal het origineel op' },
    {
      ...fatima,
      name: 'my-report-files',
      path: `/mijn-meldingen/${inFollowUp}`,
      reach: addFiles,
      shows: 'Haal het origineel op',
    },
    { ...henk, name: 'dossier-picture', path: dossier(inFollowUp), reach: openPicture, shows: /^Dit is een kopie/ },
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
      path: dossier(inFollowUp),
      reach: async (page) => {
        await addFiles(page);
        await tap(page, 'Verberg dit bestand');
      },
      shows: 'Waarom moet het uit het zicht?',
    },
    { ...fatima, name: 'details-files', path: `/melden/details/${inFollowUp}`, reach: addToReport, shows: 'Bewaard' },
    { ...henk, name: 'dossier-fresh', path: dossier(fresh), shows: 'Ik pak dit op' },
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
    {
      ...henk,
      name: 'next-visit-agree',
      path: dossier(closed),
      reach: (page) => tap(page, 'Spreek iets anders af'),
      shows: 'Hoe ontmoeten we deze persoon?',
    },
    { who: 'yusuf', size: 'desk', name: 'next-visit-looks', path: '/volgend-bezoek/gekeken', shows: /Wie keek er/ },
    {
      who: 'yusuf',
      size: 'phone',
      name: 'next-visit-looks-phone',
      path: '/volgend-bezoek/gekeken',
      shows: /Wie keek er/,
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

const administering: readonly Screen[] = [
  { ...bas, name: 'administration', path: '/beheer', shows: 'Beheer' },
  { ...bas, size: 'phone', name: 'administration-phone', path: '/beheer', shows: 'Beheer' },
  { ...bas, name: 'people', path: '/beheer/mensen', shows: 'Voeg iemand toe' },
  { ...bas, size: 'phone', name: 'people-phone', path: '/beheer/mensen', shows: 'Voeg iemand toe' },
  { ...bas, name: 'new-person', path: '/beheer/mensen/nieuw', shows: 'E-mail' },
  { ...bas, name: 'person', path: `/beheer/mensen/${cast.henk.id}`, shows: 'Henk de Boer' },
  { ...bas, name: 'import', path: '/beheer/importeren', shows: 'Mensen uit een bestand' },
  { ...bas, name: 'teams', path: '/beheer/teams', shows: 'Publiekszaken' },
  { ...bas, name: 'places', path: '/beheer/plekken', shows: 'Stadskantoor' },
  { ...bas, name: 'organisation', path: '/beheer/organisatie', shows: 'Organisatie' },
  { who: 'noor', size: 'desk', name: 'access', path: '/beheer/toegang', shows: 'Toegang' },
];

const yusuf = { who: 'yusuf', size: 'desk' } as const;
const threatPlaybook = '/afspraken/draaiboeken/threat';
const causeWords = '/afspraken/woorden/aanleiding';

const agreeing: readonly Screen[] = [
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

const whoDidIt = (path: string): readonly Screen[] =>
  (['desk', 'phone'] as const).map((size) => ({
    ...henk,
    size,
    name: `who-was-it-${size}`,
    path,
    reach: (page) => tap(page, 'Vul aan wie het was'),
    shows: 'Vul in wat je zeker weet.',
  }));

const peopleAround = (path: string): readonly Screen[] => [
  {
    ...henk,
    name: 'who-same-as',
    path,
    reach: (page) => tap(page, 'Koppel een ander dossier'),
    shows: 'Bijvoorbeeld 2026-0007',
  },
  {
    ...henk,
    ...dark,
    size: 'phone',
    name: 'relative-missing',
    path,
    reach: async (page) => {
      await tap(page, 'Voeg een naaste toe');
      await page.getByRole('button', { name: 'Voeg toe', exact: true }).click();
    },
    shows: 'Vul in: Wat zijn ze van elkaar?',
  },
];

const besides = async (page: Page) => {
  await page
    .getByRole('link', { name: /^Leg ze naast elkaar/ })
    .first()
    .click();
  await page.getByText('Welk dossier gaat voor?').waitFor();
};
const fromMenu = (what: string) => async (page: Page) => {
  await tap(page, 'Meer acties voor dit dossier');
  await tap(page, what);
};

function oneEvent({ inFollowUp, closed }: Dossiers): readonly Screen[] {
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

function filedAndTakenBack({ takenUp, inFollowUp }: Dossiers): readonly Screen[] {
  const reclassify = { path: `/meldingen/${takenUp}`, reach: fromMenu('Anders indelen'), shows: 'Hoe deel je dit in?' };
  return [
    { ...henk, name: 'reclassify', ...reclassify },
    { ...henk, size: 'phone', name: 'reclassify-phone', ...reclassify },
    { ...henk, name: 'dossier-withdrawn', path: `/meldingen/${takenUp}`, shows: 'Joris trok deze melding in' },
    {
      who: 'joris',
      size: 'phone',
      name: 'my-withdrawn',
      path: `/mijn-meldingen/${takenUp}`,
      shows: 'Je trok je melding in',
    },
    {
      ...fatima,
      name: 'withdraw',
      path: `/mijn-meldingen/${inFollowUp}`,
      reach: (page) => tap(page, 'Trek mijn melding in'),
      shows: 'Wil je je melding intrekken?',
    },
  ];
}

const patterns: readonly Screen[] = [
  { ...yusuf, name: 'guests', path: '/gasten', shows: 'Er zijn nog geen links verstuurd' },
  {
    ...yusuf,
    size: 'phone',
    name: 'guests-invite',
    path: '/gasten',
    reach: async (page) => {
      await tap(page, 'Nodig iemand uit');
      await tap(page, 'Verstuur de link');
    },
    shows: 'Vul in: voornaam.',
  },
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
  { ...yusuf, name: 'patterns', path: '/patronen', shows: 'Er wacht niets op je' },
  { ...yusuf, size: 'phone', name: 'patterns-phone', path: '/patronen', shows: 'Er wacht niets op je' },
  { ...fatima, name: 'patterns-not-for-you', path: '/patronen', shows: 'Dit is voor de coördinator' },
  { ...yusuf, name: 'pattern-rules', path: '/afspraken/patronen', shows: 'Waar kijken we naar?' },
  {
    ...yusuf,
    size: 'phone',
    name: 'pattern-rules-error',
    path: '/afspraken/patronen',
    reach: async (page) => {
      await page.getByLabel('Aantal keer').first().fill('1');
      await tap(page, 'Bewaar');
    },
    shows: /vul een getal in van 2 tot en met 50/,
  },
  {
    ...yusuf,
    ...dark,
    size: 'phone',
    name: 'pattern-rules-phone',
    path: '/afspraken/patronen',
    shows: 'Tellen meldingen mee?',
  },
  { ...fatima, name: 'pattern-rules-read', path: '/afspraken/patronen', shows: '3 keer binnen 14 dagen' },
];

const chooseAll = async (page: Page) => {
  await tap(page, 'Draag er meer tegelijk over');
  await tap(page, /^Alle \d+ op deze pagina$/);
};
const askToWhom = async (page: Page) => {
  await chooseAll(page);
  await tap(page, 'Draag over aan…');
};

const finding: readonly Screen[] = [
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

const around: readonly Screen[] = [
  { ...signedOut, ...dark, name: 'first-screen-signed-out-dark', path: '/', shows: 'Ik heb nu hulp nodig' },
  {
    ...fatima,
    name: 'person-menu',
    path: '/',
    reach: (page) => tap(page, /Menu van Fatima/),
    shows: 'Uitloggen',
  },
  {
    ...fatima,
    ...largest,
    name: 'person-menu-largest',
    path: '/',
    reach: (page) => tap(page, /Menu van Fatima/),
    shows: 'Grootst',
  },
  {
    ...signedOut,
    name: 'first-screen-offline',
    path: '/',
    reach: async (page) => {
      await page.context().setOffline(true);
      await page
        .getByRole('status')
        .filter({ hasText: /verbinding|offline/i })
        .first()
        .waitFor();
    },
    shows: 'Ik heb nu hulp nodig',
  },
];
