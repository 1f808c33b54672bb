import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { takeUp } from '../support/follow-up-at-desk.ts';
import { journey } from '../support/journey.ts';
import { type OpenTown, openTown } from '../support/open-town.ts';
import { reportSafely, tap } from '../support/report-on-phone.ts';

journey('one threat, two reports', () => {
  let town: OpenTown;
  let fatima: Page;
  let sanne: Page;
  let henk: Page;
  const numbers = { fatima: '', sanne: '' };
  const addresses = { fatima: '', sanne: '' };

  beforeAll(async () => {
    town = await openTown();
    fatima = await town.onPhone('fatima');
    sanne = await town.onPhone('sanne');
    henk = await town.atDesk('henk');
  });

  const opens = async (page: Page, address: string) => {
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
  };

  it('are made by Fatima and Sanne, each for themselves', async () => {
    const seen = { seen: ['Bedreigen of intimideren'], where: 'Stadskantoor', room: 'Balie 2' };
    numbers.fatima = await reportSafely(fatima, { ...seen, story: 'Hij zei dat hij me zou opwachten.' });
    numbers.sanne = await reportSafely(sanne, { ...seen, story: 'Hij dreigde ons allebei.' });
    await town.settle();
    const rows = await town.look<{ id: string; number: string }>('select id, number from incident.incident');
    const addressOf = (number: string) => `/meldingen/${rows.find((row) => row.number === number)?.id}`;
    addresses.fatima = addressOf(numbers.fatima);
    addresses.sanne = addressOf(numbers.sanne);
  });

  it('are proposed to Henk as possibly one event, with the reasons', async () => {
    await opens(henk, addresses.fatima);
    const card = henk.getByRole('region', { name: 'Mogelijk dezelfde gebeurtenis' });
    await card.getByText(`Lijkt op ${numbers.sanne}`).waitFor();
    expect(await card.innerText()).toMatch(/Zelfde plek, .*zelfde team, zelfde ernst/);
    await takeUp(henk, 'Henk');
    await card.getByRole('link', { name: /Leg ze naast elkaar/ }).click();
  });

  it('stand beside each other, and he says that they are two, and takes that back', async () => {
    await henk.getByRole('heading', { level: 1, name: 'Is dit dezelfde gebeurtenis?' }).waitFor();
    for (const story of ['Hij zei dat hij me zou opwachten.', 'Hij dreigde ons allebei.'])
      await henk.getByText(story).waitFor();
    await tap(henk, 'Dit zijn twee gebeurtenissen');
    await henk.getByText(`${numbers.sanne} is een andere gebeurtenis.`).waitFor();
    await tap(henk, /^Maak ongedaan/);
    await henk.getByText(`Lijkt op ${numbers.sanne}`).waitFor();
  });

  it('are joined: the earlier one leads, and the other keeps what is of Sanne', async () => {
    await henk.getByRole('link', { name: /Leg ze naast elkaar/ }).click();
    await tap(henk, 'Dit is dezelfde gebeurtenis');
    await henk.getByText(`Dit dossier gaat voor. ${numbers.sanne} hoort erbij.`).waitFor();
    await opens(henk, addresses.sanne);
    await henk.getByText(`Dit dossier hoort bij ${numbers.fatima}.`, { exact: false }).waitFor();
    await henk.getByText('Hij dreigde ons allebei.').waitFor();
    await henk.getByRole('heading', { name: 'Henk pakt het op' }).waitFor();
    expect(await henk.getByRole('button', { name: 'Gedaan: Stuur een reactie' }).count()).toBe(0);
    await henk.getByRole('button', { name: 'Gedaan: Vang je collega vandaag op' }).waitFor();
  });

  it('stand in the list as one event', async () => {
    await opens(henk, '/meldingen');
    await henk.getByText(`hoort bij ${numbers.fatima}`, { exact: false }).waitFor();
    await henk.getByText(`${numbers.sanne} hoort hierbij`, { exact: false }).waitFor();
  });

  it('tell Sanne on her own page what goes on, without what Fatima told', async () => {
    await town.settle();
    await opens(sanne, addresses.sanne.replace('meldingen', 'mijn-meldingen'));
    await sanne
      .getByText('Henk heeft je melding samengevoegd met een andere melding van dezelfde gebeurtenis.')
      .waitFor();
    expect(await sanne.getByText('opwachten').count()).toBe(0);
    const api = `/api/v1${addresses.fatima.replace('meldingen', 'incidents')}`;
    expect((await sanne.request.get(api)).status()).toBe(404);
  });

  it('turn out to be violence: filed differently, with the reason', async () => {
    await opens(henk, addresses.fatima);
    await tap(henk, 'Meer acties voor dit dossier');
    await tap(henk, 'Anders indelen');
    const dialog = henk.getByRole('dialog');
    await dialog.getByLabel('Fysiek geweld').check();
    await dialog.getByLabel('Waarom deel je het anders in?').fill('Op de beelden duwt hij haar.');
    await tap(henk, 'Deel het zo in');
    await henk.getByText('Fysiek geweld', { exact: true }).first().waitFor();
    const history = henk.getByRole('region', { name: 'Eerder anders ingedeeld' });
    await history.getByText('Van dreigen of intimideren naar fysiek geweld').waitFor();
    await history.getByText(/Op de beelden duwt hij haar/).waitFor();
    await henk.getByRole('button', { name: 'Gedaan: Laat zelf iets van je horen' }).waitFor();
    await opens(fatima, addresses.fatima.replace('meldingen', 'mijn-meldingen'));
    await fatima.getByText('Henk heeft dit anders ingedeeld: van bedreiging naar geweld.').waitFor();
    expect(await fatima.getByText('Op de beelden').count()).toBe(0);
  });

  it('is taken back by Sanne, and does not rest before Henk asked her', async () => {
    await tap(sanne, 'Trek mijn melding in');
    await sanne.getByLabel('Waarom trek je de melding in?').fill('Ik wil geen gedoe.');
    await sanne.getByRole('dialog').getByRole('button', { name: 'Trek mijn melding in' }).click();
    await sanne.getByText('Je trok je melding in').waitFor();
    await town.settle();
    expect(town.mailsTo('henk').at(-1)).toMatch(/trok een melding in/);
    await opens(henk, addresses.sanne);
    await henk.getByText('Sanne trok deze melding in').waitFor();
    await henk.getByText('Ik wil geen gedoe.').first().waitFor();
    await henk.getByRole('button', { name: 'Ik heb contact gehad' }).last().click();
    await tap(henk, 'Leg het contact vast');
    await tap(henk, 'Sluit af als ingetrokken');
    await henk.getByLabel('Wat spraken jullie af?').fill('Ze wil rust. Vrijdag praten we weer.');
    await tap(henk, 'Sluit het dossier af');
    await henk.getByText('De melder trok dit in. Henk sloot het na een gesprek af.').waitFor();
    await sanne.getByText('Jullie hebben gesproken. Henk sloot het daarna af.').waitFor();
  });

  it('are taken apart again, with why', async () => {
    await tap(henk, /^Haal ze uit elkaar/);
    await henk.getByLabel('Reden').fill('Het waren toch twee mannen.');
    await tap(henk, 'Haal de dossiers uit elkaar');
    await henk.getByText(`${numbers.fatima} is een andere gebeurtenis.`).waitFor();
    await henk.getByRole('dialog').waitFor({ state: 'detached' });
    await henk.getByText(/Het waren toch twee mannen/).waitFor();
  });
});
