import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { journey } from '../support/journey.ts';
import { isOpenToEverybody, type OpenTown, openTown } from '../support/open-town.ts';

const password = 'kapstok fluit egel regenjas';

journey('coming in', () => {
  let town: OpenTown;
  let bas: Page;
  let mila: Page;
  let secret: string;

  beforeAll(async () => {
    town = await openTown();
    bas = await town.atDesk('bas');
    mila = await town.visitor('phone');
  });

  const codeNow = () =>
    new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate({ timestamp: town.now().getTime() });

  it('lets anybody see help and report first, and step in where everything is made up', async () => {
    const visitor = await town.visitor('phone');
    await visitor.goto('/');
    await visitor.getByRole('link', { name: /Ik heb nu hulp nodig/ }).waitFor();
    await visitor.getByRole('link', { name: 'Kies wie je bent' }).click();
    await visitor.getByRole('heading', { level: 1, name: 'Wie wil je zijn?' }).waitFor();
    expect(await isOpenToEverybody(visitor)).toEqual([]);
    await visitor.getByRole('button', { name: /Stap in als Fatima/ }).click();
    await visitor.getByRole('heading', { level: 1, name: 'Goedemiddag Fatima' }).waitFor();
    expect(await isOpenToEverybody(visitor)).toEqual([]);
  });

  async function linkFor(givenName: string, familyName: string): Promise<string> {
    await bas.goto('/beheer/mensen/nieuw');
    await bas.getByLabel('Voornaam').fill(givenName);
    await bas.getByLabel('Achternaam').fill(familyName);
    await bas.getByLabel('E-mailadres van het werk').fill(`${givenName}.${familyName}@wierdam.example`.toLowerCase());
    await bas.getByLabel('Publiekszaken').check();
    await bas.getByRole('button', { name: 'Voeg toe' }).click();
    await bas.getByRole('heading', { level: 1, name: `${givenName} ${familyName}` }).waitFor();
    await bas.getByRole('button', { name: 'Geef een link mee' }).click();
    return bas.locator('code').innerText();
  }

  it('asks the administrator for what is missing', async () => {
    await bas.goto('/beheer/mensen/nieuw');
    await bas.getByRole('button', { name: 'Voeg toe' }).click();
    await bas.getByRole('link', { name: 'Vul een voornaam in' }).click();
    await bas.keyboard.type('Mila');
    expect(await bas.getByLabel('Voornaam').inputValue()).toBe('Mila');
    expect(await isOpenToEverybody(bas)).toEqual([]);
  });

  it('gives a new colleague a link', async () => {
    await mila.goto(await linkFor('Mila', 'Aksoy'));
    await mila.getByRole('heading', { level: 1, name: 'Welkom Mila' }).waitFor();
  });

  it('is joined with a password and an app', async () => {
    await mila.getByLabel('Met een wachtwoord en een app').check();
    await mila.getByLabel('Kies een wachtwoord').fill('kort');
    secret = await mila.locator('code').innerText();
    await mila.getByRole('button', { name: 'Doe mee' }).click();
    await mila.getByRole('link', { name: 'Kies een wachtwoord van minstens 12 tekens' }).click();
    await mila.keyboard.press('Control+A');
    await mila.keyboard.type(password);
    await mila.getByLabel('Code uit de app').fill(codeNow());
    expect(await isOpenToEverybody(mila)).toEqual([]);
    await mila.getByRole('button', { name: 'Doe mee' }).click();
    await mila.getByRole('heading', { level: 1, name: 'Bewaar je herstelcodes' }).waitFor();
    await mila.getByLabel('Ik heb de codes bewaard').check();
    await mila.getByRole('button', { name: 'Ga verder' }).click();
    await mila.getByRole('heading', { level: 1, name: 'Goedemiddag Mila' }).waitFor();
  });

  it('is left and entered again with the password and a new code', async () => {
    await leave(mila);
    await town.fastForward({ minutes: 2 });
    // Signing out told the browser to clear what it kept; the next page waits until it has.
    await mila.goto('/mijn-meldingen', { waitUntil: 'domcontentloaded', timeout: 40_000 });
    await mila.getByLabel('E-mailadres van je werk').fill('mila.aksoy@wierdam.example');
    await mila.getByLabel('Wachtwoord', { exact: true }).fill(password);
    await mila.getByRole('button', { name: 'Volgende' }).click();
    await mila.getByLabel('Code van zes cijfers').fill(codeNow());
    await mila.getByRole('button', { name: 'Inloggen' }).click();
    await mila.getByRole('heading', { level: 1, name: 'Mijn meldingen' }).waitFor();
  });

  it('is joined and entered with a passkey as well', async () => {
    const omar = await town.visitor('desk');
    await holdAKey(omar);
    await omar.goto(await linkFor('Omar', 'Haddad'));
    await omar.getByLabel('Hoe noem je dit apparaat?').fill('Mijn laptop');
    await omar.getByRole('button', { name: 'Doe mee' }).click();
    await omar.getByLabel('Ik heb de codes bewaard').check();
    await omar.getByRole('button', { name: 'Ga verder' }).click();
    await omar.getByRole('heading', { level: 1, name: 'Goedemiddag Omar' }).waitFor();
    await leave(omar);
    await omar.goto('/inloggen');
    await omar.getByRole('button', { name: 'Inloggen met een passkey' }).click();
    await omar.getByRole('heading', { level: 1, name: 'Goedemiddag Omar' }).waitFor();
  });
});

/** A key in the laptop itself, which is touched by itself. */
async function holdAKey(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('WebAuthn.enable');
  await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Menu van/ }).click();
  // Signing out loads the page anew: whoever goes on before that is overtaken by it.
  const loadedAnew = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Uitloggen' }).click();
  await loadedAnew;
  await page.getByRole('banner').getByRole('link', { name: 'Inloggen' }).waitFor();
}
