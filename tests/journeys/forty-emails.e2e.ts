import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { layOutDossiers } from '../support/dossiers.ts';
import { journey } from '../support/journey.ts';
import { isOpenToEverybody, type OpenTown, openTown } from '../support/open-town.ts';
import { choose, tap } from '../support/report-on-phone.ts';

const threadOf = (count: number) =>
  Array.from({ length: count }, (_, at) => {
    const day = String(1 + (at % 28)).padStart(2, '0');
    return `Van: K. Wolters <k.wolters@mail.example>\nVerzonden: ${day}-02-2026 23:${String(10 + at)}\nAan: Balie\nOnderwerp: Nummer ${at + 1}\n\nIk weet waar je werkt.\n`;
  }).join('\n');

journey('forty e-mails and a man at the door', () => {
  let town: OpenTown;
  let fatima: Page;
  let henk: Page;
  let incidentId = '';
  /** What stands there when the story begins. */
  const before = 2;

  beforeAll(async () => {
    town = await openTown();
    incidentId = (await layOutDossiers(town)).inFollowUp;
    fatima = await town.onPhone('fatima');
    henk = await town.atDesk('henk');
  });

  const events = (page: Page) => page.getByRole('region', { name: 'Alles op een rij' }).getByRole('listitem');

  it('are found from her own report, where one is added in a few seconds', async () => {
    await fatima.goto(`/mijn-meldingen/${incidentId}`);
    await fatima.getByRole('link', { name: 'Wat er vaker gebeurde' }).click();
    await choose(fatima, 'Kwam langs');
    await tap(fatima, 'Zet erbij');
    await fatima.getByRole('link', { name: 'Vertel in een paar woorden wat er gebeurde.' }).waitFor();
    await fatima.getByLabel('Wat gebeurde er?').fill('Hij stond weer voor de deur van het stadskantoor.');
    await tap(fatima, 'Zet erbij');
    await events(fatima).filter({ hasText: 'Hij stond weer voor de deur' }).waitFor();
  });

  it('are pasted as a thread, looked over, and kept', async () => {
    await fatima.getByRole('link', { name: 'Zet er meer tegelijk bij' }).click();
    await fatima.getByLabel('Plak hier').fill('Dit stuurde hij allemaal');
    await tap(fatima, 'Zoek de gebeurtenissen');
    await fatima.getByRole('link', { name: /We vinden geen datum/ }).waitFor();
    await fatima.getByLabel('Plak hier').fill(threadOf(40));
    await tap(fatima, 'Zoek de gebeurtenissen');
    await fatima.getByRole('heading', { name: 'We vonden 40 gebeurtenissen' }).waitFor();
    await tap(fatima, 'Laat weg: gebeurtenis 40');
    await tap(fatima, 'Bewaar 39 gebeurtenissen');
    await fatima.getByText('39 gebeurtenissen staan erbij').waitFor();
    expect(await town.look('select from incident.series_event')).toHaveLength(40 + before);
  });

  it('are dropped as files, looked over, and kept with what they were read from', async () => {
    const mail = (day: number) => ({
      name: `mail ${day}.eml`,
      mimeType: 'message/rfc822',
      buffer: Buffer.from(
        `From: k.wolters@mail.example\r\nSubject: Weer ik\r\nDate: ${day} Jan 2026 21:00:00 +0100\r\n\r\nIk zie je wel.\r\n`,
      ),
    });
    await fatima.getByRole('link', { name: 'Zet er meer tegelijk bij' }).click();
    await fatima
      .getByLabel('Kies bestanden', { exact: true })
      .first()
      .setInputFiles([mail(5), mail(6), mail(7)]);
    await fatima.getByRole('heading', { name: 'We vonden 3 gebeurtenissen' }).waitFor();
    await fatima.getByText('Uit mail 5.eml').waitFor();
    await tap(fatima, 'Laat weg: gebeurtenis 2');
    expect(await isOpenToEverybody(fatima)).toEqual([]);
    await tap(fatima, 'Bewaar 2 gebeurtenissen');
    await fatima.getByText('2 gebeurtenissen staan erbij').waitFor();
    const onTheirWay = fatima.getByRole('region', { name: 'Bestanden onderweg' });
    await expect.poll(() => onTheirWay.getByRole('listitem').filter({ hasText: 'Bewaard' }).count()).toBe(2);
    expect(await onTheirWay.getByText('mail 6.eml').count()).toBe(0);
    expect(await town.look("select from incident.attachment where kind = 'email'")).toHaveLength(2);
  });

  it('are sent on from her own mail program, to an address that she makes', async () => {
    await tap(fatima, 'Maak een adres');
    const address = await fatima.getByTestId('forward-address').innerText();
    await fatima.getByText('Kopieer', { exact: true }).waitFor();
    const mail = (words: string) =>
      `From: k.wolters@mail.example\r\nSubject: Weer\r\nDate: Mon, 9 Mar 2026 23:10:00 +0100\r\n\r\n${words}\r\n`;
    for (const words of ['Morgen sta ik er weer.', 'Mijn nummer is 111222333.']) {
      expect(await town.forward(address, mail(words))).toBe(250);
    }
    await fatima.getByText(/^Er kwamen 2 e-mails binnen/).waitFor();
    await events(fatima).filter({ hasText: 'Morgen sta ik er weer.' }).waitFor();
    await events(fatima).filter({ hasText: 'Fatima El Amrani stuurde deze mail door' }).first().waitFor();
    expect(await fatima.getByText('111222333').count()).toBe(0);
    await tap(fatima, 'Stop dit adres');
    await fatima.getByRole('button', { name: 'Maak een adres' }).waitFor();
    expect(await town.forward(address, mail('Te laat'))).toBe(550);
  });

  it('stand on one timeline for her manager, by the way they came', async () => {
    await henk.goto(`/meldingen/${incidentId}`);
    await henk.getByRole('link', { name: 'Wat er vaker gebeurde' }).click();
    await expect.poll(() => events(henk).count()).toBe(44 + before + 1);
    await henk.getByLabel('Hoe kwam het?').last().selectOption('visit');
    await expect.poll(() => events(henk).count()).toBe(2);
  });

  it('are printed for the police, without names until they are asked for', async () => {
    await henk.getByRole('link', { name: 'Maak een overzicht voor de politie' }).click();
    const paper = henk.getByRole('article');
    await paper.getByText('Mail', { exact: true }).waitFor();
    expect(await paper.innerText()).toContain('de melder');
    expect(await paper.innerText()).not.toContain('Fatima');
    await henk.getByLabel(/Zet de namen van collega/).check();
    expect(await paper.innerText()).toContain('Fatima El Amrani');
  });

  it('can be taken away again by whoever added it', async () => {
    const takeAway = fatima.getByRole('button', { name: /^Haal weg: Kwam langs/ });
    await fatima.getByLabel('Wat gebeurde er?').fill('Nu belt hij ook.');
    await takeAway.first().click();
    await fatima.getByText('Het is weggehaald').waitFor();
    await expect.poll(() => takeAway.count()).toBe(1);
  });

  it('leave what was half typed beside them unsent, and asked about', async () => {
    await fatima.getByRole('link', { name: 'Mijn meldingen' }).first().click();
    await fatima.getByRole('dialog', { name: 'Je bent nog niet klaar' }).waitFor();
    await tap(fatima, 'Blijf hier');
    expect(await fatima.getByLabel('Wat gebeurde er?').inputValue()).toBe('Nu belt hij ook.');
  });
});
