import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { journey, watchScreen } from '../support/journey.ts';
import { isOpenToEverybody } from '../support/open-town.ts';
import { type Program, startProgram } from '../support/program.ts';

const people = [
  'Voornaam;Achternaam;E-mail;Team;Functie',
  'Gül;Öztürk;gul@dal.example;Loket;Medewerker',
  'Piet;de Wit;piet@dal.example;Loket;Teamleider',
].join('\n');

journey('an empty house is set up', () => {
  let program: Program;
  let browser: Browser;
  let ria: Page;

  beforeAll(async () => {
    [program, browser] = await Promise.all([startProgram({ args: ['--empty'] }), launchBrowser()]);
    const context = await browser.newContext({
      baseURL: program.url,
      locale: 'nl-NL',
      viewport: { width: 1280, height: 900 },
    });
    context.setDefaultTimeout(15_000);
    ria = await context.newPage();
    watchScreen(ria);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await program?.stop();
  });

  it('asks for the code that the server printed', async () => {
    await ria.goto('/');
    await ria.getByRole('link', { name: 'Begin met inrichten' }).click();
    await ria.getByLabel('Code van de server').fill('AAAA-BBBB-CCCC');
    await ria.getByRole('button', { name: 'Volgende' }).click();
    await ria.getByRole('alert').waitFor();
    await ria.getByLabel('Code van de server').fill(printedCode(program));
    await ria.getByRole('button', { name: 'Volgende' }).click();
    await ria.getByRole('heading', { level: 1, name: 'Je organisatie' }).waitFor();
    expect(await isOpenToEverybody(ria)).toEqual([]);
  });

  it('makes the organisation and its first administrator', async () => {
    await ria.getByLabel('Naam van de organisatie').fill('Gemeente Dal');
    await ria.getByLabel('Gemeente', { exact: true }).check();
    await ria.getByRole('button', { name: 'Volgende' }).click();
    await ria.getByLabel('Voornaam').fill('Ria');
    await ria.getByLabel('Achternaam').fill('Bos');
    await ria.getByLabel('E-mailadres van je werk').fill('ria@dal.example');
    await ria.getByRole('button', { name: 'Volgende' }).click();
    await ria.getByLabel('Met een wachtwoord en een app').check();
    await ria.getByLabel('Kies een wachtwoord').fill('kapstok fluit egel regenjas');
    const secret = (await ria.locator('code').innerText()).replaceAll(' ', '');
    await ria.getByLabel('Code uit de app').fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
    await ria.getByRole('button', { name: 'Maak de organisatie' }).click();
    await ria.getByLabel('Ik heb de codes bewaard').check();
    await ria.getByRole('button', { name: 'Ga verder' }).click();
    await ria.getByRole('heading', { name: 'Zo maak je het af' }).waitFor();
    expect(await isOpenToEverybody(ria)).toEqual([]);
  });

  it('gets its building with a counter', async () => {
    await ria.goto('/beheer/plekken');
    await ria.getByRole('button', { name: 'Voeg een gebouw toe' }).click();
    await ria.getByLabel('Naam van het gebouw').fill('Raadhuis');
    await ria.getByRole('dialog').getByRole('button', { name: 'Voeg toe' }).click();
    await ria.getByRole('button', { name: 'Voeg een plek toe aan Raadhuis' }).click();
    await ria.getByLabel('Naam, bijvoorbeeld: Balie 1').fill('Balie 1');
    await ria.getByLabel('Wat voor plek?').selectOption('Balie');
    await ria.getByRole('dialog').getByRole('button', { name: 'Voeg toe' }).click();
    await ria.getByRole('button', { name: 'Wijzig Balie 1' }).waitFor();
  });

  it('gets its people from a file, and their team with them', async () => {
    await ria.goto('/beheer/importeren');
    await ria
      .getByLabel('Bestand')
      .setInputFiles({ name: 'mensen.csv', mimeType: 'text/csv', buffer: Buffer.from(people) });
    await ria.getByRole('button', { name: 'Kijk na' }).click();
    await ria.getByRole('heading', { level: 1, name: 'Wat staat waar?' }).waitFor();
    expect(await isOpenToEverybody(ria)).toEqual([]);
    await ria.getByRole('button', { name: 'Kijk na' }).click();
    await ria.getByText('2 erbij, 0 gewijzigd').waitFor();
    await ria.getByRole('button', { name: 'Haal mensen binnen' }).click();
    await ria.getByRole('link', { name: 'Gül Öztürk' }).waitFor();
  });

  it('gives Piet the team and the watch over all reports, and is ready', async () => {
    await ria.getByRole('link', { name: 'Piet de Wit' }).click();
    await giveRole(ria, 'teammanager', 'Loket');
    await giveRole(ria, 'agressiecoördinator');
    await ria.goto('/beheer');
    await ria.getByRole('button', { name: 'Het inrichten is klaar' }).click();
    await ria.getByText('Alles staat klaar. Je collega’s kunnen melden.').waitFor();
    await ria.getByRole('heading', { name: 'Zo maak je het af' }).waitFor({ state: 'detached' });
  });
});

async function giveRole(page: Page, role: string, team?: string): Promise<void> {
  await page.getByLabel('Rol', { exact: true }).selectOption(role);
  if (team) await page.getByLabel('Van welk team?').selectOption(team);
  await page.getByRole('button', { name: 'Geef rol' }).click();
  await page.getByRole('button', { name: new RegExp(`Neem rol terug: ${role}`) }).waitFor();
}

function printedCode({ output }: Program): string {
  const code = output().match(/met deze code: (\S+)|with this code: (\S+)/);
  const found = code?.[1] ?? code?.[2];
  if (!found) throw new Error(`No code was printed:\n${output()}`);
  return found;
}
