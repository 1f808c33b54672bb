import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { choose, pickColleague, tap } from './report-on-phone.ts';

/** Opens what waits for somebody, from the first screen. */
export async function openWhatWaits(page: Page, title: string | RegExp): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: title }).first().click();
  await page.getByRole('button', { name: 'Ik pak dit op' }).first().waitFor();
}

export async function takeUp(page: Page, who: string): Promise<void> {
  await tap(page, 'Ik pak dit op');
  await page.getByRole('heading', { name: `${who} pakt het op` }).waitFor();
}

/** Spoken with the colleague to whom it happened: the only thing that ends the chain. */
export async function recordContact(page: Page, note: string): Promise<void> {
  await page.getByRole('button', { name: 'Ik heb contact gehad' }).first().click();
  await page.getByLabel(/Wat spraken jullie af/).fill(note);
  await tap(page, 'Leg het contact vast');
  await page.getByText('Het contact staat in het dossier.').waitFor();
}

/** One after the other, answering what the playbook asks to remember. */
export async function finishTasks(page: Page): Promise<void> {
  const open = page.getByRole('button', { name: /^Gedaan: / });
  await open.first().waitFor();
  for (let left = await open.count(); left > 0; left = await open.count()) {
    await open.first().click();
    await fillRecord(page);
    await tap(page, 'Bewaar als gedaan');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => open.count(), { timeout: 8_000 }).toBeLessThan(left);
  }
}

export async function fillRecord(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  for (const group of await dialog.getByRole('group').all()) {
    const first = group.getByRole('radio').first();
    if ((await first.count()) > 0) await first.check();
    else await fillDate(group, '11-3-2026');
  }
  for (const box of await dialog.getByRole('textbox').all()) {
    if ((await box.inputValue()) === '') await box.fill('Gedaan zoals afgesproken.');
  }
}

type Within = Pick<Page, 'getByLabel'>;

export async function fillDate(within: Within, date: string): Promise<void> {
  const parts = date.split('-');
  for (const [at, label] of ['Dag', 'Maand', 'Jaar'].entries())
    await within.getByLabel(label, { exact: true }).fill(parts[at] ?? '');
}

export async function sendResponse(page: Page, summary: string): Promise<void> {
  await tap(page, 'Reactie vastleggen');
  await choose(page, 'Brief');
  await page.getByLabel(/Wat staat erin/).fill(summary);
  await tap(page, 'Leg de reactie vast');
  await page.getByText('De reactie staat vast. De klok is gestopt.').waitFor();
}

export interface Closing {
  readonly conclusion: string;
  readonly discussedOn: string;
  readonly attendee: string;
  readonly wish: string;
}

export async function closeDossier(page: Page, { conclusion, discussedOn, attendee, wish }: Closing): Promise<void> {
  await page.getByRole('link', { name: 'Afsluiten' }).click();
  await page.getByRole('heading', { level: 1, name: 'Dossier afsluiten' }).waitFor();
  await page.getByLabel('Wat is de conclusie?').fill(conclusion);
  await page.getByRole('group', { name: 'Is dit in een overleg besproken?' }).getByLabel('Ja').check();
  await fillDate(page, discussedOn);
  await pickColleague(page, 'Wie waren erbij?', attendee);
  await choose(page, wish);
  const accept = page.getByLabel(/Sluit toch af/);
  if ((await accept.count()) > 0) await accept.check();
  await tap(page, 'Sluit het dossier af');
  await page.getByText('Het dossier is afgesloten. De melder krijgt bericht.').waitFor();
}
