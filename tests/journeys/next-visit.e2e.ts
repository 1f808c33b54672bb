import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { layOutDossiers } from '../support/dossiers.ts';
import { fillDate } from '../support/follow-up-at-desk.ts';
import { journey } from '../support/journey.ts';
import { type OpenTown, openTown } from '../support/open-town.ts';
import { choose, tap } from '../support/report-on-phone.ts';

journey('whoever meets him next', () => {
  let town: OpenTown;
  let henk: Page;
  let daan: Page;
  let incidentId = '';

  beforeAll(async () => {
    town = await openTown();
    incidentId = (await layOutDossiers(town)).inFollowUp;
    henk = await town.atDesk('henk');
    daan = await town.onPhone('daan');
  });

  const asks = async (name: string, born: string) => {
    await daan.goto('/volgend-bezoek');
    await daan.getByLabel('Voornaam en achternaam').fill(name);
    await fillDate(daan, born);
    await choose(daan, 'Huisbezoek');
    await tap(daan, 'Kijk of er een afspraak is');
  };

  it('is met as was agreed, once the dossier knows who it is', async () => {
    await henk.goto(`/meldingen/${incidentId}`);
    const card = henk.getByRole('region', { name: 'Afspraak bij volgend contact' });
    await card.getByText('Vul eerst aan wie het was', { exact: false }).waitFor();
    await tap(henk, 'Vul aan wie het was');
    const who = henk.getByRole('dialog');
    await who.locator('#name').fill('Kees Wolters');
    await fillDate(who, '1-5-1980');
    await who.getByRole('button', { name: 'Bewaar' }).click();
    await card.getByRole('button', { name: 'Spreek iets af' }).click();
    await tap(henk, 'Leg de afspraak vast');
    await henk.getByRole('link', { name: /^Kies wat jullie afspreken/ }).waitFor();
    await choose(henk, 'Met z’n tweeën');
    await choose(henk, 'Op kantoor');
    await tap(henk, 'Leg de afspraak vast');
    await card.getByText('Tot en met 10 september 2026').waitFor();
  });

  it('by a colleague of another team, who finds it on the stairs and reads nothing else', async () => {
    await daan.goto('/');
    await daan.getByRole('link', { name: 'Wie ontmoet ik?' }).click();
    await tap(daan, 'Kijk of er een afspraak is');
    await daan.getByRole('link', { name: 'Kies wat je gaat doen.' }).waitFor();
    await asks('K. Wolters', '1-5-1980');
    const answer = daan.getByRole('status').filter({ hasText: 'Er is een afspraak' });
    await answer.waitFor();
    expect(await answer.getByRole('listitem').allInnerTexts()).toEqual(['Met z’n tweeën', 'Op kantoor']);
    expect(await answer.innerText()).toContain('Geldig tot en met 10 september 2026. Vragen? Vraag Henk de Boer.');
    expect(await daan.content()).not.toMatch(/Fatima|schreeuwde|agressie|dossier van/i);
    expect(daan.url()).not.toMatch(/wolters|1980/i);
  });

  it('and not by who knows only half', async () => {
    await asks('Kees Wolters', '2-5-1980');
    await daan.getByRole('heading', { name: 'Geen afspraak bekend' }).waitFor();
    await tap(daan, 'Nog iemand');
    expect(await daan.getByLabel('Voornaam en achternaam').inputValue()).toBe('');
  });

  it('of whom the coordinator sees that he looked, and what for', async () => {
    const yusuf = await town.atDesk('yusuf');
    await yusuf.goto('/volgend-bezoek');
    await yusuf.getByRole('link', { name: 'Wie keek er?' }).click();
    const rows = yusuf.getByRole('row').filter({ hasText: 'Daan Smit' });
    await rows.first().waitFor();
    expect(await rows.allInnerTexts()).toEqual([
      expect.stringMatching(/Huisbezoek\s+Geen afspraak/),
      expect.stringMatching(/Huisbezoek\s+De afspraak bij \d{4}-/),
    ]);
    await henk.reload();
    await henk.getByText('Wie dit las').click();
    await henk.getByText(/Daan Smit, huisbezoek/).waitFor();
  });

  it('until its last day has gone by', async () => {
    await town.setClock(new Date('2026-09-11T08:00:00Z'));
    await town.settle();
    daan = await town.onPhone('daan');
    await asks('Kees Wolters', '1-5-1980');
    await daan.getByRole('heading', { name: 'Geen afspraak bekend' }).waitFor();
    expect(await town.look('select from incident.approach_key')).toEqual([]);
  });
});
