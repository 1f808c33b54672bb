import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { journey } from '../support/journey.ts';
import { isOpenToEverybody, type OpenTown, openTown, stepIn } from '../support/open-town.ts';
import { answer, choose, isSafe, sendReport, tap } from '../support/report-on-phone.ts';

const mostTaps = 12;
const mostSeconds = 45;
/** A look at what the screen says and a tap by a thumb, as the keystroke-level model counts them for a practised hand. */
const secondsPerTap = 1.35 + 1.1;

journey('a report in a hurry', () => {
  let town: OpenTown;

  beforeAll(async () => {
    town = await openTown();
  });

  it('takes a practised hand twelve taps, no typing and less than 45 seconds, also with an answer to how everybody is', async () => {
    const fatima = await town.onPhone('fatima');
    await countDeeds(fatima);
    await fatima.goto('/melden');
    const start = performance.now();
    await fatima.getByRole('link', { name: /Ik wil iets melden/ }).click();
    await isSafe(fatima);
    await choose(fatima, 'Bedreigen of intimideren');
    await tap(fatima, 'Volgende');
    await choose(fatima, 'Mij');
    await tap(fatima, 'Volgende');
    await choose(fatima, 'Net, of nu nog');
    await tap(fatima, 'Volgende');
    await choose(fatima, 'Stadskantoor');
    await tap(fatima, 'Volgende');
    await fatima.getByRole('heading', { name: 'Wie deed het?' }).waitFor();
    await tap(fatima, 'Volgende');
    await fatima.getByText('Je bent veilig. De persoon is weg. Niemand is gewond').waitFor();
    await sendReport(fatima);
    const programSeconds = (performance.now() - start) / 1000;
    const { taps, fields } = await deedsOn(fatima);
    expect(fields).toBe(0);
    expect(taps).toBeGreaterThan(mostTaps / 2);
    expect(taps).toBeLessThanOrEqual(mostTaps);
    expect(taps * secondsPerTap + programSeconds).toBeLessThan(mostSeconds);
  });

  it('can begin before the program has come: what is ticked and pressed in that second counts', async () => {
    const { page, letItCome } = await onSlowPhone(town);
    await page.goto('/melden', { waitUntil: 'commit' });
    await page.getByRole('link', { name: /Ik wil iets melden/ }).click();
    await page.getByRole('heading', { name: 'Eerst: gaat het met je?' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/melden/veilig');
    expect(await isOpenToEverybody(page)).toEqual([]);
    await answer(page, 'Ben je veilig?', 'Ja');
    await answer(page, 'Is er iemand gewond?', 'Nee');
    await tap(page, 'Volgende');
    await page.getByRole('heading', { name: 'Eerst: gaat het met je?' }).waitFor();

    letItCome();
    await page.getByRole('heading', { name: 'Wat gebeurde er?' }).waitFor();
    await page.getByText(/^Bewaard om/).waitFor();
    await page.goBack();
    expect(await page.getByRole('group', { name: 'Ben je veilig?' }).getByLabel('Ja').isChecked()).toBe(true);
    expect(await page.getByRole('group', { name: 'Is er iemand gewond?' }).getByLabel('Nee').isChecked()).toBe(true);
    expect(await page.locator('input:checked').count()).toBe(2);
    expect(await page.locator('fieldset').count()).toBe(3);
    expect(await page.locator('[aria-busy], .button--busy').count()).toBe(0);
  });

  it('takes the one tap that says that all is well before the program has come', async () => {
    const { page, letItCome } = await onSlowPhone(town);
    await page.goto('/melden/veilig', { waitUntil: 'commit' });
    await isSafe(page);
    await page.getByRole('heading', { name: 'Eerst: gaat het met je?' }).waitFor();
    letItCome();
    await page.getByRole('heading', { name: 'Wat gebeurde er?' }).waitFor();
    await page.goBack();
    expect(await page.locator('input:checked').evaluateAll(asAnswers)).toEqual([
      'safe yes',
      'personGone yes',
      'injured no',
    ]);
  });

  it('shows danger what to do as soon as the program comes', async () => {
    const { page, letItCome } = await onSlowPhone(town);
    await page.goto('/melden/veilig', { waitUntil: 'commit' });
    await answer(page, 'Ben je veilig?', 'Nee');
    letItCome();
    await page.getByRole('link', { name: /Bel 112/ }).waitFor();
    expect(await isOpenToEverybody(page)).toEqual([]);
  });

  it('calls 112 before the program has come, also in English and in the dark', async () => {
    const { page, letItCome } = await onSlowPhone(town);
    await page.addInitScript(() => {
      localStorage.setItem('language', 'en');
      localStorage.setItem('theme', 'dark');
    });
    await page.goto('/hulp', { waitUntil: 'commit' });
    const call = page.getByRole('link', { name: /Call 112/ });
    await call.waitFor();
    expect(await call.getAttribute('href')).toBe('tel:112');
    const { lang, theme } = await page.evaluate(() => ({
      lang: document.documentElement.lang,
      theme: document.documentElement.dataset.theme,
    }));
    expect({ lang, theme }).toEqual({ lang: 'en', theme: 'dark' });
    expect(await isOpenToEverybody(page)).toEqual([]);
    letItCome();
    // Who to call is added by the program; what stood there stays.
    await page.getByRole('link', { name: /Call Henk/ }).waitFor();
    expect(await call.count()).toBe(1);
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('link', { name: /I want to report/ }).waitFor();
  });
});

const asAnswers = (ticked: Element[]) => (ticked as HTMLInputElement[]).map(({ name, value }) => `${name} ${value}`);

/** A phone on its first visit, to which the program comes when the test says so. */
async function onSlowPhone(town: OpenTown): Promise<{ page: Page; letItCome: () => void }> {
  const page = await town.visitor();
  await stepIn(page.context(), town.url, 'fatima');
  let letItCome = () => {};
  const coming = new Promise<void>((resolve) => {
    letItCome = resolve;
  });
  await page.route('**/assets/melden-*.js', async (route) => {
    await coming;
    await route.continue();
  });
  return { page, letItCome };
}

/** Touches of the screen, and fields that were typed in. */
async function countDeeds(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const count = (what: string) => sessionStorage.setItem(what, `${Number(sessionStorage.getItem(what)) + 1}`);
    window.addEventListener('pointerdown', ({ isTrusted }) => isTrusted && count('counted-taps'), { capture: true });
    window.addEventListener('focusin', ({ target }) => {
      const isTypedIn =
        target instanceof HTMLElement && target.matches('textarea, input:not([type=radio], [type=checkbox])');
      if (isTypedIn) count('counted-fields');
    });
  });
}

function deedsOn(page: Page): Promise<{ taps: number; fields: number }> {
  return page.evaluate(() => ({
    taps: Number(sessionStorage.getItem('counted-taps')),
    fields: Number(sessionStorage.getItem('counted-fields')),
  }));
}
