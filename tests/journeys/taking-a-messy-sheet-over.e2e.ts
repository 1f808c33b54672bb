import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { openFile } from '../../server/incident/import/source/open-file.ts';
import { journey } from '../support/journey.ts';
import { type OpenTown, openTown } from '../support/open-town.ts';
import { tap } from '../support/report-on-phone.ts';

const sheet = path.resolve(import.meta.dirname, '../fixtures/registers/messy-sheet.xlsx');

journey('a messy sheet of the reception is taken over', () => {
  let town: OpenTown;
  let yusuf: Page;

  beforeAll(async () => {
    town = await openTown();
    yusuf = await town.atDesk('yusuf');
  });

  it('is sent and read, and what its columns are is guessed', async () => {
    await yusuf.goto('/meldingen');
    await yusuf.getByRole('link', { name: 'Ouder register overnemen' }).click();
    await yusuf.getByLabel('Bestand met meldingen').setInputFiles(sheet);
    await tap(yusuf, 'Verstuur het bestand');
    await yusuf.getByRole('heading', { name: 'Wat staat er in elke kolom?' }).waitFor();
    await yusuf.getByText('De namen van de kolommen staan in rij 3.').waitFor();
    expect(await yusuf.getByLabel(/^Datum/).inputValue()).toBe('occurred');
    expect(await yusuf.getByLabel(/^Opmerkingen/).inputValue()).toBe('story');
  });

  it('shows the first rows as they will stand, while he says what the words mean', async () => {
    const preview = yusuf.getByRole('region', { name: 'Zo komen de eerste rijen te staan' });
    await preview.getByText('Meneer Van Vliet werd boos').waitFor();
    await preview.getByText('maart 2024').waitFor();
    await yusuf.getByText('Wat betekenen de woorden in ‘Wat’?').click();
    await yusuf.getByLabel(/^geduwd/).selectOption({ label: 'Bedreigen of intimideren' });
    await expect.poll(() => preview.getByText(/^Geweld/).count()).toBe(1);
    await yusuf.getByLabel(/^geduwd/).selectOption({ label: 'Lichamelijk geweld' });
    await expect.poll(() => preview.getByText(/^Geweld/).count()).toBe(2);
  });

  it('is tried first: nothing comes in, and what is wrong is told', async () => {
    await tap(yusuf, 'Probeer alle rijen');
    await yusuf.getByText('5 rijen kunnen erin').waitFor();
    await yusuf.getByRole('heading', { name: '3 rijen gaan nog niet goed' }).waitFor();
    await yusuf.getByText('Hier staat een burgerservicenummer in.').waitFor();
    expect(await town.look('select from incident.incident')).toHaveLength(0);
  });

  it('gives the wrong rows back with the reason behind each', async () => {
    const link = yusuf.getByRole('link', { name: 'Haal deze rijen op (Excel)' });
    const [download] = await Promise.all([yusuf.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('messy-sheet-te-verbeteren.xlsx');
    const file = await openFile(fs.readFileSync(await download.path()));
    const columns = ['Datum', 'Waar', 'Wat', 'Gewond?', 'Politie?', 'Opmerkingen', 'Afgesloten', 'Wat er niet klopt'];
    expect(file.headers.names).toEqual(columns);
    const rows: string[][] = [];
    for await (const { cells } of file.rows()) rows.push([...cells]);
    expect(rows.find(([day]) => day === 'ergens in de zomer')?.at(-1)).toContain(
      'Deze datum of tijd kunnen we niet lezen.',
    );
  });

  it('comes in without telling anybody, and stands in the list', async () => {
    await tap(yusuf, 'Neem 5 rijen over');
    await yusuf.getByText('5 meldingen overgenomen').waitFor();
    await yusuf.getByRole('row', { name: '2024 5' }).waitFor();
    await town.settle();
    expect(town.mailsTo('henk')).toEqual([]);
    await yusuf.getByRole('link', { name: 'Naar de meldingen' }).click();
    await yusuf.getByRole('link', { name: 'Geweld op huisbezoek' }).click();
    await yusuf.getByText('Daan viel tegen de deurpost, blauwe plek.').waitFor();
    await yusuf.getByText('Je hebt dit uit een ouder register overgenomen.').waitFor();
  });

  it('is known when the same file comes again', async () => {
    await yusuf.goto('/meldingen/inlezen');
    await yusuf.getByLabel('Bestand met meldingen').setInputFiles(sheet);
    await tap(yusuf, 'Verstuur het bestand');
    await tap(yusuf, 'Probeer alle rijen');
    await yusuf.getByText('5 rijen stonden er al. Die laten we zo.').waitFor();
    await yusuf.getByText('Er is geen rij die erin kan.').waitFor();
  });

  it('is undone, but for what somebody has worked on', async () => {
    await yusuf.goto('/meldingen?stand=open');
    await yusuf
      .getByRole('link', { name: /^Geweld/ })
      .first()
      .click();
    await yusuf.getByText('Beveiliger pakte een mes af.').waitFor();
    await tap(yusuf, 'Iets toevoegen');
    await yusuf.getByRole('dialog').getByRole('textbox').fill('Het mes ligt bij de politie.');
    await yusuf.getByRole('dialog').getByRole('button').filter({ hasNotText: 'Annuleren' }).last().click();
    await yusuf.getByRole('dialog').waitFor({ state: 'detached' });
    await yusuf.getByText('Het mes ligt bij de politie.').waitFor();
    await yusuf.goto('/meldingen/inlezen');
    await yusuf.getByRole('link', { name: 'messy-sheet.xlsx' }).last().click();
    await tap(yusuf, 'Draai dit terug');
    await tap(yusuf, 'Ja, haal ze weg');
    await yusuf.getByText('4 meldingen zijn weggehaald').waitFor();
    await yusuf.getByText('1 melding bleef staan, omdat iemand er sindsdien aan werkte.').waitFor();
    expect(await town.look('select from incident.incident')).toHaveLength(1);
    expect(await town.look('select from platform.dossier_key')).toHaveLength(1);
  });
});
