import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dossiers } from '../support/dossiers.ts';
import { layOutDossiers } from '../support/dossiers.ts';
import { isOpenToEverybody, type OpenTown, openTown } from '../support/open-town.ts';
import { isSafe, startReport, tellWhatHappened } from '../support/report-on-phone.ts';
import { type Screen, screensOf } from '../support/screens/index.ts';

/** Names stand in the list before the dossiers are there. */
const names = screensOf({ fresh: '', takenUp: '', inFollowUp: '', closed: '', corrected: '' }).map(({ name }) => name);

describe('no screen stands in the way of anybody', () => {
  let town: OpenTown;
  let dossiers: Dossiers;
  const pages = new Map<string, Page>();

  beforeAll(async () => {
    town = await openTown();
    dossiers = await layOutDossiers(town);
  });

  async function pageFor({ who, size, theme, letters }: Screen): Promise<Page> {
    const key = `${who} ${size} ${theme} ${letters}`;
    const page = pages.get(key) ?? (await (who ? town.signedIn(who, size) : town.visitor(size)));
    if (theme === 'dark') await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    if (letters) await page.addInitScript((wish) => localStorage.setItem('letters', wish), letters);
    pages.set(key, page);
    return page;
  }

  it.each(names)('%s', async (name) => {
    const screen = screensOf(dossiers).find((each) => each.name === name);
    if (!screen) throw new Error(`There is no screen ${name}`);
    const page = await pageFor(screen);
    await page.goto(screen.path);
    await screen.reach?.(page);
    await page.getByText(screen.shows).locator('visible=true').first().waitFor();
    await keepPicture(page, name);
    expect(await isOpenToEverybody(page)).toEqual([]);
    expect(await isWiderThanScreen(page), 'nobody has to scroll sideways').toBe(false);
    await page.context().setOffline(false);
  });

  it('letters grow for who wants that, also on the next visit and while reporting', async () => {
    const page = await town.signedIn('fatima', 'phone');
    await page.goto('/');
    await page.getByRole('button', { name: /Menu van Fatima/ }).click();
    await page.getByText('Grootst', { exact: true }).click();
    await expect.poll(() => letterSize(page)).toBeGreaterThan(20);
    await page.goto('/melden');
    await expect.poll(() => letterSize(page)).toBeGreaterThan(20);
  });

  it('twice as large they still fit beside each other or below', async () => {
    const pages = { fatima: await town.signedIn('fatima', 'phone'), nobody: await town.visitor('phone') };
    for (const [who, address] of [
      ['fatima', '/'],
      ['fatima', '/melden/veilig'],
      ['nobody', '/anoniem'],
    ] as const) {
      await pages[who].goto(address);
      await pages[who].getByRole('heading', { level: 1 }).waitFor();
      await pages[who].evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      expect(await isWiderThanScreen(pages[who]), address).toBe(false);
    }
  });

  it('no word of an answer is broken in two', async () => {
    const page = await town.signedIn('fatima', 'phone');
    await startReport(page);
    await isSafe(page);
    await tellWhatHappened(page, { seen: ['Bedreigen of intimideren'], where: 'Stadskantoor' });
    await page
      .getByRole('button', { name: 'Wijzig: Waar' })
      .or(page.getByRole('link', { name: 'Wijzig: Waar' }))
      .click();
    const [one, room] = await Promise.all(['Balie 1', 'Spreekkamer 1'].map((name) => heightOf(page, name)));
    expect(room).toBe(one);
  });
});

function letterSize(page: Page): Promise<number> {
  return page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
}

async function heightOf(page: Page, words: string): Promise<number | undefined> {
  return (await page.getByText(words, { exact: true }).boundingBox())?.height;
}

const pictures = process.env.PICTURES;

/** PICTURES=folder keeps what each screen looks like, for who works on the look. */
async function keepPicture(page: Page, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

function isWiderThanScreen(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
}
