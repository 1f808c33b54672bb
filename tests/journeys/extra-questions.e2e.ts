import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { journey } from '../support/journey.ts';
import { isOpenToEverybody, type OpenTown, openTown } from '../support/open-town.ts';
import { answer, choose, reportSafely, tap } from '../support/report-on-phone.ts';

const threat = { seen: ['Bedreigen of intimideren'], where: 'Stadskantoor', room: 'Balie 3' };
const dog = 'Had de persoon een hond bij zich?';
const breed = 'Wat voor hond was het?';
const seen = 'Wie zagen het?';
const why = 'Waar draaide het om?';

journey('the organisation asks more than we do', () => {
  let town: OpenTown;
  let fatima: Page;
  let yusuf: Page;
  let henk: Page;

  beforeAll(async () => {
    town = await openTown();
    fatima = await town.onPhone('fatima');
    yusuf = await town.atDesk('yusuf');
    henk = await town.atDesk('henk');
  });

  it('the coordinator makes four questions, one from a list of our own words', async () => {
    await yusuf.goto('/afspraken/draaiboeken/threat');
    await yusuf.getByRole('link', { name: /^Extra vragen/ }).click();
    await yusuf.getByText('Hier is nog nooit iets gevraagd.').waitFor();
    await yusuf.getByRole('link', { name: 'Wijzig', exact: true }).click();
    await add(1, dog, 'Was there a dog?', 'Ja, nee of weet ik niet');
    await add(2, breed, 'What kind of dog?', 'Tekst');
    await add(3, seen, 'Who saw it?', 'Meer keuzes');
    await words(3, 'Keuze 1', 'Collega’s', 'Colleagues');
    await words(3, 'Keuze 2', 'Bezoekers', 'Visitors');
    await add(4, why, 'What was it about?', 'Eén van onze woorden');
    await part(4).getByLabel('Onze woorden voor').selectOption({ label: 'Wat opviel aan de persoon' });
  });

  it('and is told at the question that a condition misses its answer', async () => {
    await part(2).getByLabel('Alleen na een eerder antwoord').check();
    await tap(yusuf, 'Bekijk de nieuwe versie');
    await yusuf
      .getByRole('link', { name: 'Vraag 2, wanneer die komt, voorwaarde 1: Kies bij welk antwoord' })
      .waitFor();
    expect(await isOpenToEverybody(yusuf)).toEqual([]);
    await part(2).getByRole('group', { name: 'Bij welk antwoord?' }).getByLabel('Ja', { exact: true }).check();
    await tap(yusuf, 'Bekijk de nieuwe versie');
    await yusuf.getByText(`Alleen als: ‘${dog}’ is Ja`).waitFor();
    await yusuf.getByText('Onze woorden: Wat opviel aan de persoon').waitFor();
    expect(await isOpenToEverybody(yusuf)).toEqual([]);
    await tap(yusuf, 'Laat dit nu gelden');
    await yusuf.getByText(/Geldt nu · .* · Yusuf Kaya/).waitFor();
  });

  it('a reporter answers after sending, and meets what follows from the answer', async () => {
    await reportSafely(fatima, threat);
    await town.settle();
    await fatima
      .getByRole('link', { name: /rest|meer|details/i })
      .first()
      .click();
    await fatima.getByRole('heading', { name: 'Vertel de rest, rustig aan' }).waitFor();
    await tap(fatima, 'Bewaar');
    await fatima.getByRole('heading', { name: 'Nog een paar vragen' }).waitFor();
    expect(await fatima.getByLabel(breed).count()).toBe(0);
    await answer(fatima, dog, 'Ja');
    await fatima.getByLabel(breed).fill('Zijn nummer is 111222333');
    await choose(fatima, 'Bezoekers');
    await choose(fatima, 'Wilde iets afdwingen');
    expect(await isOpenToEverybody(fatima)).toEqual([]);
    await tap(fatima, 'Klaar');
    await fatima
      .getByText(/burgerservicenummer/)
      .first()
      .waitFor();
    await fatima.getByLabel(breed).fill('Een herder');
    await tap(fatima, 'Klaar');
    await fatima.getByRole('heading', { level: 2, name: 'Extra vragen' }).waitFor();
  });

  it('the manager reads it', async () => {
    await henk.goto(`/meldingen/${await incidentId()}`);
    await henk.getByText('Een herder').waitFor();
    await henk.getByText('Wilde iets afdwingen').waitFor();
    await henk.getByText('Vragen van versie 1 · Beantwoord door Fatima El Amrani').waitFor();
    expect(await isOpenToEverybody(henk)).toEqual([]);
  });

  it('a new version leaves the old dossier as it was', async () => {
    await yusuf.getByRole('link', { name: 'Wijzig', exact: true }).click();
    await tap(yusuf, `Haal ${breed} weg`);
    await tap(yusuf, `Wijzig ${dog}`);
    await yusuf.getByLabel('De vraag, Nederlands').fill('Was er een dier bij?');
    await tap(yusuf, 'Bekijk de nieuwe versie');
    await yusuf.getByText(`Weg: ${breed}`).waitFor();
    await tap(yusuf, 'Laat dit nu gelden');
    await yusuf.getByText('Versie 2').first().waitFor();
    await henk.reload();
    await henk.getByText(breed).waitFor();
    await henk.getByText(dog).waitFor();
    expect(await henk.getByText('Was er een dier bij?').count()).toBe(0);
  });

  const part = (place: number) => yusuf.locator('.foldables > li').nth(place - 1);

  async function words(place: number, label: string, nl: string, en: string) {
    const group = part(place).getByRole('group', { name: label, exact: true });
    await group.getByRole('textbox').first().fill(nl);
    await group.getByRole('textbox').last().fill(en);
  }

  async function add(place: number, nl: string, en: string, kind: string) {
    await tap(yusuf, 'Voeg een vraag toe');
    await words(place, 'De vraag', nl, en);
    await part(place).getByLabel('Soort antwoord').selectOption({ label: kind });
  }

  async function incidentId(): Promise<string> {
    const [found] = await town.look<{ id: string }>('select id from incident.incident limit 1');
    if (!found) throw new Error('Nothing was reported');
    return found.id;
  }
});
