import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { journey } from '../support/journey.ts';
import { isOpenToEverybody, type OpenTown, openTown } from '../support/open-town.ts';
import { tap } from '../support/report-on-phone.ts';

const told = 'Onze planner stuurt ons alleen op pad, ook na een dreiging.';

journey('somebody who does not dare to give a name', () => {
  let town: OpenTown;
  let nobody: Page;
  let ruud: Page;
  let code = '';

  beforeAll(async () => {
    town = await openTown();
    nobody = await town.visitor('phone');
    ruud = await town.atDesk('ruud');
  });

  const read = (page: Page) => page.getByRole('list', { name: 'Berichten' }).innerText();

  it('finds the way on the first screen, and is told what anonymous means', async () => {
    await nobody.goto('/');
    await nobody.getByRole('link', { name: /Liever zonder je naam/ }).click();
    await nobody.getByText('Wel kan iemand je herkennen aan wat je vertelt.').waitFor();
  });

  it('keeps what was typed when something is missing', async () => {
    await nobody.getByLabel('Wat wil je vertellen?').fill(told);
    await tap(nobody, 'Verstuur zonder naam');
    await nobody.getByRole('link', { name: 'Kies met wie je wilt praten.' }).waitFor();
    expect(await nobody.getByLabel('Wat wil je vertellen?').inputValue()).toBe(told);
  });

  it('sends it, and gets a code that nobody else has', async () => {
    await nobody.getByText('De vertrouwenspersoon', { exact: true }).click();
    await tap(nobody, 'Verstuur zonder naam');
    await nobody.getByRole('heading', { name: 'Je bericht is verstuurd' }).waitFor();
    code = await nobody.getByTestId('talk-code').innerText();
    expect(code).toMatch(/^(\w{4}-){4}\w{4}$/);
  });

  it('asks whether they have it before it goes out of sight', async () => {
    await nobody.getByRole('link', { name: 'Toegankelijkheid' }).click();
    const question = nobody.getByRole('dialog', { name: 'Heb je de code?' });
    expect(await question.getByTestId('talk-code').innerText()).toBe(code);
    expect(await isOpenToEverybody(nobody)).toEqual([]);
    await tap(nobody, 'Nog niet');
    await nobody.getByRole('heading', { name: 'Je bericht is verstuurd' }).waitFor();
    expect(await nobody.getByTestId('talk-code').innerText()).toBe(code);
  });

  it('is heard by the confidential adviser, who is told without a word of it', async () => {
    await town.settle();
    expect(town.mailsTo('ruud').join()).toContain('Iemand zonder naam');
    expect(town.mailsTo('ruud').join()).not.toContain('planner');
    expect(town.mailsTo('yusuf')).toEqual([]);
    await ruud.goto('/gesprekken');
    await ruud.getByRole('link', { name: /Gesprek van/ }).click();
    await expect.poll(() => read(ruud)).toContain(told);
    await ruud.getByLabel('Jouw antwoord').fill('Goed dat je dit vertelt. Wat heb je nu nodig?');
    await tap(ruud, 'Verstuur');
    await expect.poll(() => read(ruud)).toContain('Goed dat je dit vertelt.');
  });

  it('is read again later, on another device, with the code typed over', async () => {
    const elsewhere = await town.visitor('phone');
    await elsewhere.goto('/anoniem/gesprek');
    await elsewhere.getByLabel('Code').fill('klopt niet');
    await tap(elsewhere, 'Open het gesprek');
    await elsewhere.getByRole('link', { name: /Dit is geen code/ }).waitFor();
    await elsewhere.getByLabel('Code').fill(code.toLowerCase().replaceAll('-', ' '));
    await tap(elsewhere, 'Open het gesprek');
    await expect.poll(() => read(elsewhere)).toContain('Wat heb je nu nodig?');
    await elsewhere.getByLabel('Schrijf iets terug').fill('Dat er iemand meegaat.');
    await tap(elsewhere, 'Verstuur');
    await expect.poll(() => read(elsewhere)).toContain('Dat er iemand meegaat.');
  });

  it('leaves no code in the address', async () => {
    await nobody.getByRole('link', { name: 'Naar het gesprek' }).click();
    await expect.poll(() => read(nobody)).toContain('Dat er iemand meegaat.');
    expect(new URL(nobody.url()).hash).toBe('');
  });

  it('is closed by the adviser', async () => {
    await ruud.reload();
    await tap(ruud, 'Sluit het gesprek af');
    await ruud.getByText('Dit gesprek is afgesloten.').waitFor();
  });
});
