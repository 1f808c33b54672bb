import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { journey } from '../support/journey.ts';
import { type OpenTown, openTown } from '../support/open-town.ts';
import { choose, reportSafely, tap } from '../support/report-on-phone.ts';

journey('finding reports again', () => {
  let town: OpenTown;
  let henk: Page;
  let yusuf: Page;

  beforeAll(async () => {
    town = await openTown();
    const fatima = await town.onPhone('fatima');
    await reportSafely(fatima, { seen: ['Bedreigen of intimideren'], where: 'Stadskantoor', room: 'Balie 3' });
    const mila = await town.onPhone('mila');
    await reportSafely(mila, { seen: ['Schelden of persoonlijk worden'], where: 'Aan de telefoon' });
    await town.settle();
    henk = await town.atDesk('henk');
    yusuf = await town.atDesk('yusuf');
  });

  const rows = (page: Page) => page.getByRole('table').getByRole('rowheader');

  it('begins with a filter that stands in the address', async () => {
    await henk.goto('/meldingen');
    await henk.getByLabel('Ernst').selectOption({ label: 'Dreigen of intimideren' });
    await henk.getByRole('button', { name: 'Haal weg: Ernst: Dreigen of intimideren' }).waitFor();
    expect(new URL(henk.url()).search).toBe('?ernst=threat');
    await henk.getByText(/^1 melding$/).waitFor();
    await henk.getByLabel('Gemeld').selectOption({ label: 'Deze maand' });
    await henk.waitForURL(/van=2026-03-01/);
    await henk.goBack();
    await henk.waitForURL((url) => url.search === '?ernst=threat');
  });

  it('shows a colleague the same by the same address, as far as they may see it', async () => {
    await yusuf.goto(`/meldingen${new URL(henk.url()).search}&locatie=nergens`);
    await yusuf.getByText('Dit deel van het adres begrijpen we niet: Locatie.').waitFor();
    await yusuf
      .getByRole('link', { name: /Bedreiging/ })
      .first()
      .waitFor();
    expect(await rows(yusuf).count()).toBeGreaterThan(0);
  });

  it('says which filter leaves nothing', async () => {
    await henk.getByLabel('Soort').selectOption({ label: 'Calamiteit' });
    await tap(henk, /Zonder ‘Soort: Calamiteit’: 1 melding/);
    await henk.getByRole('link', { name: /Bedreiging/ }).waitFor();
  });

  it('finds a colleague by name, and leaves the name out of the address', async () => {
    await henk.getByLabel('Zoek op nummer of naam').fill('Mila');
    await tap(henk, 'Zoeken');
    await henk.getByRole('heading', { name: 'Gezocht op ‘Mila’' }).waitFor();
    await henk.getByText(/gevonden op collega/).waitFor();
    expect(henk.url()).not.toContain('Mila');
    await tap(henk, 'Stop met zoeken');
  });

  it('keeps the list under a name, and opens with it', async () => {
    await tap(henk, 'Bewaar deze lijst');
    await henk.getByLabel('Hoe noem je deze lijst?').fill('Dreiging in mijn team');
    await henk.getByLabel('Laat deze lijst als eerste zien').check();
    await tap(henk, /^Bewaar$/);
    await henk.getByRole('link', { name: /Dreiging in mijn team/ }).waitFor();
    await henk.goto('/meldingen');
    await henk.waitForURL(/ernst=threat/);
    await henk.getByRole('link', { name: 'Alle meldingen' }).click();
    await henk.waitForURL(/lijst=alles/);
    await expect.poll(() => rows(henk).count(), { timeout: 8_000 }).toBe(2);
  });

  it('reads on where the connection failed', async () => {
    const oneByOne = (url: string) => `${url}&limit=1`;
    const isMore = (url: string) => url.includes('cursor=');
    let isConnected = false;
    await henk.route('**/api/v1/incidents?*', (route, request) =>
      isMore(request.url()) && !isConnected ? route.abort() : route.continue({ url: oneByOne(request.url()) }),
    );
    await henk.reload();
    await expect.poll(() => rows(henk).count(), { timeout: 8_000 }).toBe(1);
    await tap(henk, 'Meer laden');
    await henk.getByRole('alert').getByText('Je hebt geen verbinding').waitFor();
    expect(await rows(henk).count()).toBe(1);
    isConnected = true;
    await tap(henk, 'Meer laden');
    await expect.poll(() => rows(henk).count(), { timeout: 8_000 }).toBe(2);
    expect(await henk.getByRole('alert').count()).toBe(0);
    await henk.unrouteAll();
  });

  it('deletes it, and takes that back', async () => {
    await henk.getByText('Beheer je lijsten').click();
    await tap(henk, 'Verwijder ‘Dreiging in mijn team’');
    await tap(henk, 'Ongedaan maken');
    await henk.getByRole('link', { name: /Dreiging in mijn team/ }).click();
    await henk.waitForURL(/ernst=threat/);
  });

  it('makes a file of exactly these rows', async () => {
    await henk.getByRole('link', { name: 'Maak een bestand' }).click();
    await henk.getByText('Ernst: Dreigen of intimideren').waitFor();
    await choose(henk, /^CSV/);
    await tap(henk, 'Maak het bestand');
    await town.settle();
    const fetching = henk.waitForEvent('download');
    await henk.getByRole('link', { name: /Haal op: CSV/ }).click();
    const file = await fetching;
    expect(file.suggestedFilename()).toMatch(/^meldingen-vertrouwelijk-.*\.csv$/);
    const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(
      /^2026-\d{4};10-03-2026 \d\d:\d\d;Agressie;Dreigen of intimideren;Gemeld;Publiekszaken;Stadskantoor/,
    );
  });
});
