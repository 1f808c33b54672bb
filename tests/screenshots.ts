// `npm run screenshots`: the ten main screens of the demonstration town, on a phone and at a desk, and what the guides show, into
// docs/screenshots.
import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type CastKey, cast } from '../database/demo/cast.ts';
import { launchBrowser } from './support/browser.ts';
import { type Program, startProgram } from './support/program.ts';
import { isSafe, sendReport, startReport, tellWhatHappened } from './support/report-on-phone.ts';

interface Screen {
  readonly name: string;
  readonly who: CastKey | null;
  readonly path: string;
  /** What to do before the picture is taken. */
  readonly reach?: (page: Page) => Promise<void>;
  /** Where not both: a guide shows a screen as it is mostly met. */
  readonly widths?: readonly Width[];
}

const widths = [375, 1280] as const;
type Width = (typeof widths)[number];
const phone: readonly Width[] = [375];
const desk: readonly Width[] = [1280];
const folder = path.join(import.meta.dirname, '../docs/screenshots');

const tickThreat = async (page: Page) => {
  await page.getByLabel('Bedreigen of intimideren').check();
  await page
    .getByLabel(/eigen woorden/)
    .fill('Meneer werd boos over zijn uitkering. Hij zei dat hij me zou opwachten.');
};

/** The dossier whose follow-up is under way: the newest that somebody has. */
const openDossier = async (page: Page) => {
  await page
    .getByRole('row', { name: /In opvolging/ })
    .getByRole('link')
    .first()
    .click();
  await page.getByRole('heading', { name: 'Wat nu nodig is' }).waitFor();
};

const tellEverything = async (page: Page) => {
  await startReport(page);
  await isSafe(page);
  await tellWhatHappened(page, {
    seen: ['Bedreigen of intimideren'],
    story: 'Meneer werd boos over zijn uitkering. Hij zei dat hij me zou opwachten.',
    where: 'Stadskantoor',
    room: 'Balie 2',
    description: 'Man van ongeveer 45, grijze jas',
    needs: ['Bel mij'],
  });
  await page.getByRole('heading', { name: 'Klopt dit?' }).waitFor();
};

const screens: readonly Screen[] = [
  { name: 'first-screen', who: 'fatima', path: '/' },
  { name: 'help', who: 'fatima', path: '/hulp' },
  { name: 'report-what', who: 'fatima', path: '/melden/stap/1', reach: tickThreat },
  {
    name: 'report-where',
    who: 'fatima',
    path: '/melden/veilig',
    reach: async (page) => {
      await isSafe(page);
      await page.getByText(/^Bewaard om/).waitFor();
      await page.goto('/melden/stap/4');
      await page.getByLabel('Stadskantoor').check();
    },
  },
  {
    name: 'my-report',
    who: 'fatima',
    path: '/mijn-meldingen',
    reach: async (page) => {
      await page
        .getByRole('link', { name: /^Bekijk/ })
        .nth(1)
        .click();
      await page.getByRole('heading', { name: 'Wat er gebeurt' }).waitFor();
    },
  },
  { name: 'my-work', who: 'henk', path: '/mijn-werk' },
  { name: 'reports', who: 'yusuf', path: '/meldingen' },
  { name: 'dossier', who: 'henk', path: '/meldingen', reach: openDossier },
  { name: 'step-in', who: null, path: '/demo' },
  { name: 'management', who: 'bas', path: '/beheer' },
  { name: 'report-check', who: 'fatima', path: '/melden', reach: tellEverything, widths: phone },
  {
    name: 'dossier-close',
    who: 'henk',
    path: '/meldingen',
    reach: async (page) => {
      await openDossier(page);
      await page.goto(`${page.url()}/afsluiten`);
    },
    widths: desk,
  },
  {
    name: 'report-sent',
    who: 'fatima',
    path: '/melden',
    reach: async (page) => {
      await tellEverything(page);
      await sendReport(page);
    },
    widths: phone,
  },
  // What Henk finds when that report has just come in.
  {
    name: 'dossier-new',
    who: 'henk',
    path: '/meldingen',
    reach: async (page) => {
      await page
        .getByRole('row', { name: /Bedreiging/ })
        .getByRole('link')
        .first()
        .click();
      await page.getByRole('button', { name: 'Ik pak dit op' }).waitFor();
    },
    widths: phone,
  },
];

const program = await startProgram({ args: [], patience: 180_000 });
const browser = await launchBrowser();
try {
  fs.mkdirSync(folder, { recursive: true });
  let pictures = 0;
  for (const screen of screens) {
    for (const width of screen.widths ?? widths) {
      await take(program, browser, screen, width);
      pictures += 1;
    }
  }
  console.log(`${pictures} pictures stand in docs/screenshots`);
} finally {
  await browser.close();
  await program.stop();
}

async function take(
  { url }: Program,
  from: Browser,
  { name, who, path: address, reach }: Screen,
  width: Width,
): Promise<void> {
  const context = await from.newContext({
    viewport: { width, height: width === 375 ? 812 : 900 },
    baseURL: url,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
  });
  if (who)
    await context.request.post('/api/v1/demonstration/step-in', {
      data: { personId: cast[who].id },
      headers: { origin: url },
    });
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await settled(page);
  if (reach) {
    await reach(page);
    await settled(page);
  }
  // What a phone or a desk shows at once.
  await page.screenshot({ path: path.join(folder, `${name}-${width}.png`) });
  await context.close();
}

/** Nothing is on its way any more: no grey shapes, and the letters are there. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('.loading') === null && document.fonts.status === 'loaded');
  await page.waitForTimeout(300);
}
