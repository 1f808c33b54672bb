import type { Page } from 'playwright-core';

/** Taps as a thumb would: found by what it says on the screen. */
export const tap = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
export const choose = (page: Page, name: string | RegExp) => page.getByLabel(name).first().check();

/** One question with yes, no and "weet ik niet". */
export const answer = (page: Page, question: string | RegExp, reply: 'Ja' | 'Nee' | 'Weet ik niet') =>
  page.getByRole('group', { name: question }).getByLabel(reply, { exact: true }).check();

export async function startReport(page: Page): Promise<void> {
  await page.goto('/melden');
  await page.getByRole('link', { name: /Ik wil iets melden/ }).click();
  await page.getByRole('heading', { name: 'Eerst: gaat het met je?' }).waitFor();
}

export async function isSafe(page: Page): Promise<void> {
  await answer(page, 'Ben je veilig?', 'Ja');
  await answer(page, 'Is de persoon weg?', 'Ja');
  await answer(page, 'Is er iemand gewond?', 'Nee');
  await tap(page, 'Volgende');
}

/** Sends from the check page, and answers the number of the report. */
export async function sendReport(page: Page): Promise<string> {
  await page.getByRole('heading', { name: 'Klopt dit?' }).waitFor();
  await tap(page, 'Verstuur de melding');
  await page.getByRole('heading', { name: 'Je melding is binnen' }).waitFor();
  const line = await page.getByText(/^Je nummer is/).innerText();
  return line.replace(/^Je nummer is /, '').replace(/\.$/, '');
}
