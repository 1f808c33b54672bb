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

/** Safe, the person has gone, and nobody is hurt: one tap. */
export const isSafe = (page: Page) => tap(page, /^Ja, het is nu veilig/);

/** Chosen from the colleagues that are found by a part of their name. */
export async function pickColleague(page: Page, label: string | RegExp, name: string): Promise<void> {
  await page.getByLabel(label).first().fill(name);
  await page.getByRole('button', { name: new RegExp(name) }).click();
}

export interface Telling {
  /** Ticked in the norm matrix, by the words that stand there. */
  readonly seen?: readonly string[];
  readonly story?: string;
  /** To whom it happened; the reporter when nothing is said. */
  readonly to?: string;
  readonly victims?: readonly string[];
  readonly witnesses?: readonly string[];
  readonly where: string;
  readonly room?: string;
  /** In own words, where it is no building of ours. */
  readonly placeText?: string;
  readonly name?: string;
  readonly description?: string;
  readonly needs?: readonly string[];
}

/** The five questions, from the first to the page that shows everything once more. */
export async function tellWhatHappened(page: Page, told: Telling): Promise<void> {
  await page.getByRole('heading', { name: 'Wat gebeurde er?' }).waitFor();
  for (const seen of told.seen ?? []) await choose(page, seen);
  if (told.story) await page.getByLabel(/Vertel het in je eigen woorden/).fill(told.story);
  await tap(page, 'Volgende');
  await tellTheRest(page, told);
}

/** Questions two to five: to whom, when, where and who. */
export async function tellTheRest(page: Page, told: Telling): Promise<void> {
  await choose(page, told.to ?? 'Mij');
  for (const victim of told.victims ?? []) await pickColleague(page, /Wie waren het/, victim);
  for (const witness of told.witnesses ?? []) await pickColleague(page, /Wie zag of hoorde het/, witness);
  await tap(page, 'Volgende');
  await choose(page, 'Net, of nu nog');
  await tap(page, 'Volgende');
  await choose(page, told.where);
  if (told.room) await choose(page, told.room);
  if (told.placeText) await page.locator('#placeText').fill(told.placeText);
  await tap(page, 'Volgende');
  await tellWhoDidIt(page, told);
  for (const need of told.needs ?? []) await choose(page, need);
  await tap(page, 'Volgende');
}

async function tellWhoDidIt(page: Page, { name, description }: Telling): Promise<void> {
  if (name) {
    await choose(page, 'Ik weet de naam');
    await page.getByLabel(/Hoe heet de persoon/).fill(name);
  } else if (description) {
    await choose(page, 'Ik kan de persoon omschrijven');
    await page.getByLabel(/Hoe ziet de persoon eruit/).fill(description);
  } else {
    await page.getByRole('group', { name: 'Wie deed het?' }).getByLabel('Weet ik niet').check();
  }
}

/** Sends from the check page, and answers the number of the report. */
export async function sendReport(page: Page): Promise<string> {
  await page.getByRole('heading', { name: 'Klopt dit?' }).waitFor();
  await tap(page, 'Verstuur de melding');
  await page.getByRole('heading', { name: 'Je melding is binnen' }).waitFor();
  const line = await page.getByText(/^Je nummer is/).innerText();
  return line.replace(/^Je nummer is /, '').replace(/\.$/, '');
}

/** From the first screen to the number of the report. */
export async function reportSafely(page: Page, told: Telling): Promise<string> {
  await startReport(page);
  await isSafe(page);
  await tellWhatHappened(page, told);
  return sendReport(page);
}
