import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dossiers } from '../support/dossiers.ts';
import { layOutDossiers } from '../support/dossiers.ts';
import { isOpenToEverybody, type OpenTown, openTown } from '../support/open-town.ts';
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
});

function letterSize(page: Page): Promise<number> {
  return page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
}

const pictures = process.env.PICTURES;

/** PICTURES=folder keeps what each screen looks like, for who works on the look. */
async function keepPicture(page: Page, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

function isWiderThanScreen(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
}
